import { IconChecks } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { RetentionRow } from '../../../../src-main/contract/personalDataCalls.ts';
import type { RetentionKind } from '../../../../src-main/domain/retention.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notify } from '../../../state/notices.ts';
import { useStored } from '../../../state/useStored.ts';
import { Button } from '../../../ui/Button.tsx';
import { inWarsaw, today } from '../../../ui/calendarDate.ts';
import { formatDate, formatDateShort } from '../../../ui/format.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Warning } from '../../../ui/Warning.tsx';
import { useAttempt } from '../safety/attempt.ts';
import { Block } from '../safety/Block.tsx';
import styles from './personalData.module.css';
import { yearChoices } from './retentionChoices.ts';
import { ReviewDialog } from './ReviewDialog.tsx';

interface KindLineProps {
  readonly row: RetentionRow;
  readonly onReview: () => void;
}

function KindLine({ row, onReview }: KindLineProps): ReactNode {
  const t = useText();
  const { run } = useAttempt();
  const { kind, years, past, oldestOn } = row;
  const title = t(`personalData.retention.kinds.${kind}.title`);
  const choose = (chosen: string | null): Promise<void> =>
    run(async () => {
      const part: { [Kind in RetentionKind]?: number } = {};
      part[kind] = Number(chosen ?? years);
      await call('retention.save', { years: part });
    });
  return (
    <li className={styles['kind']}>
      <span className={styles['words']}>
        <strong>{title}</strong>
        <span className={styles['quiet']}>{t(`personalData.retention.kinds.${kind}.hint`)}</span>
      </span>
      <SelectField
        label={t('personalData.retention.years', { kind: title })}
        hideLabel
        options={yearChoices(years)}
        value={String(years)}
        onChange={(chosen) => void choose(chosen)}
      />
      <span className={styles['past']}>
        {past === 0 || oldestOn === null ? (
          <span className={styles['quiet']}>{t('personalData.retention.nothingPast')}</span>
        ) : (
          <>
            <span className={styles['words']}>
              <span>{t('personalData.retention.past', { count: past })}</span>
              <span className={styles['quiet']}>
                {t('personalData.retention.oldest', { on: formatDateShort(oldestOn) })}
              </span>
            </span>
            <Button
              aria-label={t('personalData.retention.reviewOf', { kind: title })}
              onClick={onReview}
            >
              {t('personalData.retention.review')}
            </Button>
          </>
        )}
      </span>
    </li>
  );
}

function DoubtedClock({ seenOn }: { readonly seenOn: string }): ReactNode {
  const t = useText();
  const shown = formatDate(today());
  return (
    <Warning title={t('personalData.retention.clockTitle')}>
      {t('personalData.retention.clock', { today: shown, seen: formatDate(seenOn) })}
    </Warning>
  );
}

/** How long each kind of record is kept, what is past its time, and the yearly review. */
export function RetentionBlock(): ReactNode {
  const t = useText();
  const retention = useStored('retention.get', {});
  const [reviewing, setReviewing] = useState<RetentionKind | null>(null);
  const { busy, run } = useAttempt();
  const review = (): Promise<void> =>
    run(async () => {
      await call('retention.reviewed', {});
      const { nextReviewOn } = await call('retention.get', {});
      notify(t('personalData.retention.reviewedNow', { on: formatDate(nextReviewOn) }));
    });
  return (
    <Block title={t('personalData.retention.title')} hint={t('personalData.retention.hint')}>
      <LoadedView of={retention} failedTitle={t('personalData.retention.failed')}>
        {({ rows, reviewedAt, nextReviewOn, due, clockSeenOn }) => (
          <>
            {clockSeenOn !== null && <DoubtedClock seenOn={clockSeenOn} />}
            {due && (
              <Warning title={t('personalData.retention.dueTitle')}>
                {t('personalData.retention.due')}
              </Warning>
            )}
            <ul className={styles['lines']}>
              {rows.map((row) => (
                <KindLine key={row.kind} row={row} onReview={() => setReviewing(row.kind)} />
              ))}
            </ul>
            <p className={styles['quiet']}>
              {t('personalData.retention.reports')} {t('personalData.retention.backups')}
            </p>
            <div className={styles['reviewed']}>
              {clockSeenOn === null && (
                <Button icon={<IconChecks />} busy={busy} onClick={() => void review()}>
                  {t('personalData.retention.reviewed')}
                </Button>
              )}
              <span className={styles['quiet']}>
                {reviewedAt !== null && (
                  <>
                    {t('personalData.retention.last', {
                      on: formatDate(inWarsaw(new Date(reviewedAt)).date),
                    })}{' '}
                  </>
                )}
                {t('personalData.retention.next', { on: formatDate(nextReviewOn) })}
              </span>
            </div>
          </>
        )}
      </LoadedView>
      {reviewing !== null && <ReviewDialog kind={reviewing} onClose={() => setReviewing(null)} />}
    </Block>
  );
}
