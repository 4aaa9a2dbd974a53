import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { goTo, type Route } from '../../../state/route.ts';
import { formatDateShort } from '../../../ui/format.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { LibraryCard } from '../libraryForm.ts';
import styles from './card.module.css';

type Step = LibraryCard['steps'][number];

export interface StepsSectionProps {
  readonly steps: readonly Step[];
}

/** Where the step was agreed; `null` when it is the library's own. */
function routeOf({ engagementId, workshopId }: Step): Route | null {
  if (engagementId !== null) return { place: 'coaching', engagementId };
  return workshopId === null ? null : { place: 'workshops', workshopId };
}

function useSetState(): (step: Step, state: Step['state']) => Promise<void> {
  const t = useText();
  return async ({ id, what, state: before }, state) => {
    const set = async (next: Step['state']): Promise<void> => {
      await call('step.setState', { id, state: next, sessionId: null });
    };
    try {
      await set(state);
      if (state === 'done') {
        notifyWithUndo(t('libraries.steps.undone', { what }), () => set(before));
      }
    } catch (error) {
      reportFailure(error);
    }
  };
}

function StepLine({ step }: { readonly step: Step }): ReactNode {
  const t = useText();
  const setState = useSetState();
  const { what, who, dueOn, state, overdue } = step;
  const route = routeOf(step);
  const due = (): string => {
    if (dueOn === null) return t('libraries.steps.noDue');
    const date = formatDateShort(dueOn);
    return overdue ? t('libraries.steps.overdue', { date }) : t('libraries.steps.due', { date });
  };
  return (
    <li className={styles['step']} data-closed={state !== 'open' || undefined}>
      <Checkbox
        size="sm"
        checked={state === 'done'}
        aria-label={t('libraries.steps.done', { what })}
        onChange={(event) => void setState(step, event.currentTarget.checked ? 'done' : 'open')}
      />
      <span className={styles['stepWords']}>
        <span className={styles['stepWhat']}>
          {route === null ? what : <LinkButton onClick={() => goTo(route)}>{what}</LinkButton>}
        </span>
        <span className={styles['stepWho']}>
          {who === '' ? t('libraries.steps.team') : who}
          {' · '}
          {state === 'dropped' ? (
            t('libraries.steps.dropped')
          ) : (
            <span data-overdue={overdue || undefined}>{due()}</span>
          )}
        </span>
      </span>
    </li>
  );
}

/** What was agreed to be done: open steps to tick off, closed ones folded away. */
export function StepsSection({ steps }: StepsSectionProps): ReactNode {
  const t = useText();
  const open = steps.filter(({ state }) => state === 'open');
  const closed = steps.filter(({ state }) => state !== 'open');
  return (
    <Section title={t('libraries.steps.title')} count={open.length || undefined}>
      {open.length === 0 && <p className={styles['quiet']}>{t('libraries.steps.empty')}</p>}
      <ul>
        {open.map((step) => (
          <StepLine key={step.id} step={step} />
        ))}
      </ul>
      {closed.length > 0 && (
        <details className={styles['folded']}>
          <summary>
            {t('libraries.steps.closed')} ({closed.length})
          </summary>
          <ul>
            {closed.map((step) => (
              <StepLine key={step.id} step={step} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
