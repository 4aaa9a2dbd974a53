import type { ReactNode } from 'react';
import type { StoreContents } from '../../../src-main/domain/backup.ts';
import { useText } from '../../i18n/text.ts';
import { formatDate, formatNumber } from '../../ui/format.ts';
import { CONTENT_COUNTS, differencesOf } from './backupText.ts';
import styles from './Comparison.module.css';

export interface ComparisonProps {
  readonly then: StoreContents;
  /** Null where nothing can be opened here: the backup's numbers then stand alone. */
  readonly now: StoreContents | null;
}

const MINUS = '\u2212';

/** A difference with its sign, so that colour does not speak alone. */
function signed(change: number): string {
  return `${change < 0 ? MINUS : '+'}${formatNumber(Math.abs(change))}`;
}

interface BesideProps {
  readonly then: StoreContents;
  readonly now: StoreContents;
}

function LastDay({ then, now }: BesideProps): ReactNode {
  const t = useText();
  const day = (lastOn: string | null): string =>
    lastOn === null ? t('safety.restore.none') : formatDate(lastOn);
  const differs = now.lastOn !== then.lastOn;
  const earlier = (then.lastOn ?? '') < (now.lastOn ?? '');
  const change = earlier ? t('safety.restore.earlier') : t('safety.restore.later');
  return (
    <tr data-change={differs ? 'differs' : undefined}>
      <th scope="row">{t('safety.restore.lastOn')}</th>
      <td>{day(now.lastOn)}</td>
      <td className={styles['then']}>{day(then.lastOn)}</td>
      <td className={styles['change']} data-less={(differs && earlier) || undefined}>
        {differs ? change : t('safety.restore.same')}
      </td>
    </tr>
  );
}

function Beside({ then, now }: BesideProps): ReactNode {
  const t = useText();
  return (
    <table className={styles['table']} aria-label={t('safety.restore.beside')}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('safety.restore.what')}</span>
          </th>
          <th scope="col">{t('safety.restore.now')}</th>
          <th scope="col">{t('safety.restore.then')}</th>
          <th scope="col">{t('safety.restore.change')}</th>
        </tr>
      </thead>
      <tbody>
        {differencesOf(then, now).map((line) => (
          <tr key={line.what} data-change={line.change === 0 ? undefined : 'differs'}>
            <th scope="row">{t(`safety.restore.count.${line.what}`)}</th>
            <td>{formatNumber(line.now)}</td>
            <td className={styles['then']}>{formatNumber(line.then)}</td>
            <td className={styles['change']} data-less={line.change < 0 || undefined}>
              {line.change === 0 ? t('safety.restore.same') : signed(line.change)}
            </td>
          </tr>
        ))}
        <LastDay then={then} now={now} />
      </tbody>
    </table>
  );
}

function Alone({ then }: Pick<ComparisonProps, 'then'>): ReactNode {
  const t = useText();
  return (
    <dl className={styles['alone']} aria-label={t('safety.restore.beside')}>
      {CONTENT_COUNTS.map((what) => (
        <div key={what}>
          <dt>{t(`safety.restore.count.${what}`)}</dt>
          <dd>{formatNumber(then[what])}</dd>
        </div>
      ))}
      <div>
        <dt>{t('safety.restore.lastOn')}</dt>
        <dd>{then.lastOn === null ? t('safety.restore.none') : formatDate(then.lastOn)}</dd>
      </div>
    </dl>
  );
}

/** A backup's contents beside those of today, with what differs marked. */
export function Comparison({ then, now }: ComparisonProps): ReactNode {
  return now === null ? <Alone then={then} /> : <Beside then={then} now={now} />;
}
