import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { goTo } from '../../state/route.ts';
import { formatNumber } from '../../ui/format.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Progress.module.css';
import type { Today } from './waiting.ts';

export interface ProgressProps {
  readonly totals: Today['totals'];
}

function Counted({ value, label }: { readonly value: number; readonly label: string }): ReactNode {
  return (
    <div className={styles['number']}>
      <dt>{label}</dt>
      <dd>{formatNumber(value)}</dd>
    </div>
  );
}

/** How far the running edition is: counted, planned and target, and three plain numbers. */
export function Progress({ totals }: ProgressProps): ReactNode {
  const t = useText();
  if (totals === null) {
    return (
      <Section title={t('today.progress.title')}>
        <p className={styles['none']}>{t('today.progress.none')}</p>
      </Section>
    );
  }
  const { libraryDays, libraries, heldSessions, trainingHours, editionName } = totals;
  return (
    <Section
      title={t('today.progress.title')}
      actions={
        <LinkButton onClick={() => goTo({ place: 'program' })}>
          {t('today.progress.open')}
        </LinkButton>
      }
    >
      <p className={styles['edition']}>{editionName}</p>
      {libraryDays.target !== null && (
        <ProgressBar
          label={t('today.progress.days')}
          value={libraryDays.delivered}
          planned={libraryDays.delivered + libraryDays.planned}
          target={libraryDays.target}
        />
      )}
      <p className={styles['hint']}>{t('today.progress.hint')}</p>
      <dl className={styles['numbers']}>
        <Counted value={libraries.counted} label={t('today.progress.libraries')} />
        <Counted value={heldSessions} label={t('today.progress.sessions')} />
        <Counted value={trainingHours} label={t('today.progress.hours')} />
      </dl>
    </Section>
  );
}
