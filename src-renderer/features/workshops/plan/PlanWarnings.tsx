import { IconCalendarCheck, IconCalendarSearch, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { describeFailure } from '../../../i18n/failures.ts';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Conflicts, withoutReason } from '../../../ui/Conflicts.tsx';
import { inWarsaw } from '../../../ui/calendarDate.ts';
import { Warning } from '../../../ui/Warning.tsx';
import styles from './plan.module.css';
import type { PlanCheck } from './usePlanCheck.ts';

export interface PlanWarningsProps {
  readonly check: PlanCheck;
  readonly reasons: Readonly<Record<string, string>>;
  readonly onReasons: (reasons: Readonly<Record<string, string>>) => void;
  readonly onLeave: () => void;
  readonly insist?: boolean | undefined;
}

function Checked({ check }: { readonly check: PlanCheck }): ReactNode {
  const t = useText();
  if (check.answer === null) return null;
  const { people, libraries, at } = check.answer.checked;
  return (
    <dl className={styles['checked']}>
      <dt>{t('workshops.check.people')}</dt>
      <dd>{people.join(', ')}</dd>
      <dt>{t('workshops.check.libraries')}</dt>
      <dd>{libraries.join(', ')}</dd>
      <dt>{t('workshops.check.also')}</dt>
      <dd>{t('workshops.check.alsoWhat')}</dd>
      <dt>{t('workshops.check.at')}</dt>
      <dd data-figures>{inWarsaw(new Date(at)).time}</dd>
    </dl>
  );
}

function Summary({ check, waiting }: { readonly check: PlanCheck; readonly waiting: number }) {
  const t = useText();
  const found = check.answer?.conflicts.length ?? 0;
  if (check.kind === 'incomplete') return t('workshops.check.incomplete');
  if (check.kind === 'broken') return t('workshops.check.broken');
  if (check.answer === null) return t('workshops.check.checking');
  if (found === 0) return t('workshops.check.free');
  return waiting === 0
    ? t('workshops.check.answered', { count: found })
    : t('workshops.check.waiting', { count: waiting });
}

/** Clashes of the plan in the form, with a reason beside each; whose calendars were looked at, and when. */
export function PlanWarnings(props: PlanWarningsProps): ReactNode {
  const t = useText();
  const { check, reasons, onReasons, onLeave, insist } = props;
  const conflicts = check.answer?.conflicts ?? [];
  const waiting = withoutReason(conflicts, reasons).length;
  const free = check.answer !== null && conflicts.length === 0;
  return (
    <section className={styles['warnings']} aria-label={t('workshops.check.title')}>
      <p
        className={styles['summary']}
        data-tone={waiting > 0 ? 'waiting' : free ? 'ok' : 'plain'}
        data-state={check.kind}
        role="status"
      >
        {free ? (
          <IconCalendarCheck size={18} aria-hidden="true" />
        ) : (
          <IconCalendarSearch size={18} aria-hidden="true" />
        )}
        <span>
          <Summary check={check} waiting={waiting} />
        </span>
      </p>
      {check.kind === 'broken' && (
        <Warning
          tone="danger"
          title={describeFailure(check.error)}
          action={
            <Button icon={<IconRefresh />} onClick={check.retry}>
              {t('ui.state.retry')}
            </Button>
          }
        />
      )}
      {conflicts.length > 0 && (
        <Conflicts
          conflicts={conflicts}
          reasons={reasons}
          onReasons={onReasons}
          onLeave={onLeave}
          insist={insist}
        />
      )}
      <Checked check={check} />
    </section>
  );
}
