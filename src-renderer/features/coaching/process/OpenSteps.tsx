import { useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/calendarDate.ts';
import { CheckField } from '../../../ui/CheckField.tsx';
import { formatDateNear } from '../../../ui/format.ts';
import { Section } from '../../../ui/Section.tsx';
import styles from './Process.module.css';

type Step = CallOutput<'engagement.get'>['steps'][number];

async function setState(step: Step, state: Step['state']): Promise<void> {
  await call('step.setState', { id: step.id, state, sessionId: null });
}

function StepLine({ step }: { readonly step: Step }): ReactNode {
  const t = useText();
  const tick = async (done: boolean): Promise<void> => {
    try {
      await setState(step, done ? 'done' : 'open');
      if (done) notifyWithUndo(t('coaching.step.ticked'), () => setState(step, 'open'));
    } catch (error) {
      reportFailure(error);
    }
  };
  const who = step.who === '' ? t('coaching.step.wholeTeam') : step.who;
  return (
    <li className={styles['step']}>
      <CheckField
        label={step.what}
        hideLabel
        value={step.state === 'done'}
        onChange={(done) => void tick(done)}
      />
      <span className={step.state === 'open' ? undefined : styles['quiet']}>{step.what}</span>
      <span className={styles['stepFacts']}>
        {who}
        {step.dueOn !== null && ' · '}
        {step.dueOn !== null && (
          <span className={step.overdue ? styles['late'] : undefined}>
            {step.overdue
              ? t('coaching.step.overdueSince', { date: formatDateNear(step.dueOn, today()) })
              : t('coaching.step.until', { date: formatDateNear(step.dueOn, today()) })}
          </span>
        )}
        {step.state === 'dropped' && ` · ${t('coaching.step.state.dropped')}`}
      </span>
    </li>
  );
}

/** What the team still has to do; what is over is folded away. */
export function OpenSteps({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const t = useText();
  const [all, setAll] = useState(false);
  const open = steps.filter((step) => step.state === 'open');
  const over = steps.filter((step) => step.state !== 'open');
  return (
    <Section title={t('coaching.step.openTitle')} count={open.length}>
      {open.length === 0 && <p className={styles['quiet']}>{t('coaching.step.noneOpen')}</p>}
      <ul className={styles['rows']}>
        {[...open, ...(all ? over : [])].map((step) => (
          <StepLine key={step.id} step={step} />
        ))}
      </ul>
      {!all && over.length > 0 && (
        <div className={styles['more']}>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {t('coaching.step.showOver', { count: over.length })}
          </Button>
        </div>
      )}
    </Section>
  );
}
