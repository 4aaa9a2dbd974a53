import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { ActionStep } from '../../../../src-main/domain/actionStep.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { reportFailure } from '../../../state/notices.ts';
import { useShortcut } from '../../../state/shortcuts.ts';
import { today } from '../../../ui/calendarDate.ts';
import { formatDateNear } from '../../../ui/format.ts';
import { Hint } from '../../../ui/Hint.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { Part, SeenBy } from './Part.tsx';
import styles from './Steps.module.css';
import type { SessionPageData } from './SessionView.tsx';

type Step = SessionPageData['earlierSteps'][number];
type StepState = Step['state'];

/** One key for each answer to "what became of it?"; beside one another on the keyboard. */
const STATE_KEYS: Readonly<Record<StepState, string>> = { done: 'z', dropped: 'x', open: 'w' };
/** In the order in which one asks. */
const ANSWERS = ['done', 'dropped', 'open'] as const satisfies readonly StepState[];

interface StepRowProps {
  readonly step: Step;
  readonly onAnswer: (state: StepState) => void;
}

function StepRow({ step, onAnswer }: StepRowProps): ReactNode {
  const t = useText();
  const who = step.who === '' ? t('coaching.step.wholeTeam') : step.who;
  return (
    <li className={styles['earlier']} data-step={step.id} data-state={step.state}>
      <div className={styles['what']}>
        <span className={styles['words']}>{step.what}</span>
        <span className={styles['facts']}>
          {who}
          {step.dueOn !== null && (
            <span className={step.overdue ? styles['late'] : undefined}>
              {' · '}
              {step.overdue
                ? t('coaching.step.overdueSince', { date: formatDateNear(step.dueOn, today()) })
                : t('coaching.step.until', { date: formatDateNear(step.dueOn, today()) })}
            </span>
          )}
        </span>
      </div>
      <div className={styles['answers']} role="radiogroup" aria-label={step.what}>
        {ANSWERS.map((state) => (
          <Hint key={state} label={t(`coaching.step.answer.${state}`)} shortcut={STATE_KEYS[state]}>
            <label className={styles['answer']} data-answer={state}>
              <input
                type="radio"
                name={step.id}
                value={state}
                checked={step.state === state}
                onChange={() => onAnswer(state)}
              />
              {t(`coaching.step.state.${state}`)}
            </label>
          </Hint>
        ))}
      </div>
    </li>
  );
}

function focusRow(list: HTMLElement | null, index: number): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
  const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
  row?.querySelector<HTMLInputElement>('input:checked')?.focus();
}

/** The row that has the focus: its place and its step. */
function rowInFocus(
  list: HTMLElement | null,
): { readonly index: number; readonly id: string } | null {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
  const index = rows.findIndex((row) => row.contains(document.activeElement));
  const id = rows[index]?.dataset['step'];
  return id === undefined ? null : { index, id };
}

/** What was agreed earlier and is still open: done, dropped, or still to be done; one key each. */
export function EarlierSteps({ page }: { readonly page: SessionPageData }): ReactNode {
  const t = useText();
  const list = useRef<HTMLUListElement>(null);
  const steps = page.earlierSteps;
  const sessionId = page.session.id;

  const answer = (id: string, state: StepState): void => {
    const step = steps.find((one) => one.id === id);
    if (step === undefined || step.state === state) return;
    call('step.setState', { id, state, sessionId }).catch((error: unknown) => reportFailure(error));
  };
  const answerInFocus = (state: StepState): void => {
    const row = rowInFocus(list.current);
    if (row === null) {
      focusRow(list.current, 0);
      return;
    }
    answer(row.id, state);
    focusRow(list.current, row.index + 1);
  };
  const enabled = steps.length > 0;
  useShortcut({
    id: 'step-done',
    keys: STATE_KEYS.done,
    label: t('coaching.step.answer.done'),
    run: () => answerInFocus('done'),
    enabled,
  });
  useShortcut({
    id: 'step-dropped',
    keys: STATE_KEYS.dropped,
    label: t('coaching.step.answer.dropped'),
    run: () => answerInFocus('dropped'),
    enabled,
  });
  useShortcut({
    id: 'step-open',
    keys: STATE_KEYS.open,
    label: t('coaching.step.answer.open'),
    run: () => answerInFocus('open'),
    enabled,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rowInFocus(list.current);
    if (row === null || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    focusRow(list.current, row.index + (event.key === 'ArrowDown' ? 1 : -1));
  };

  if (steps.length === 0) return null;
  const open = steps.filter((step) => step.state === ActionStep.shape.state.enum.open);
  return (
    <Part
      title={t('coaching.step.earlierTitle')}
      count={open.length}
      seenBy={<SeenBy agreement={page.agreement} field="steps" />}
      hint={
        <span className={styles['keys']}>
          {ANSWERS.map((state) => (
            <span key={state} className={styles['key']}>
              <KeyHint keys={STATE_KEYS[state]} /> {t(`coaching.step.state.${state}`)}
            </span>
          ))}
        </span>
      }
    >
      <ul ref={list} className={styles['list']} onKeyDown={onKeyDown}>
        {steps.map((step) => (
          <StepRow key={step.id} step={step} onAnswer={(state) => answer(step.id, state)} />
        ))}
      </ul>
    </Part>
  );
}
