import { useEffect, useRef, useState } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useAutosave, type AutosaveForm } from '../../../ui/useAutosave.ts';
import { dropDraft, keepDraft, type KeptDraft } from '../../../state/keptDraft.ts';
import { scoreChanges, scoresAt, type ScoreValue, type ScoreValues } from './scores.ts';
import { scoresDraftId } from './scoresDraft.ts';
import type { SessionPageData } from './SessionView.tsx';

/** The scores of a session as one form. */
export interface ScoreForm {
  readonly form: AutosaveForm<ScoreValues>;
  readonly scoreOf: (goalId: string) => ScoreValue;
  readonly change: (goalId: string, part: Partial<ScoreValue>) => void;
}

/**
 * Scores save by themselves as soon as a number is chosen. Words without a number cannot be saved yet and
 * are kept; there is no revision to lose, since a score belongs to one goal at one session.
 */
export function useScoreForm(
  page: SessionPageData,
  kept: KeptDraft<ScoreValues> | null,
): ScoreForm {
  const sessionId = page.session.id;
  const [first] = useState(() => scoresAt(page.goals, sessionId));
  const saved = useRef(first);
  const draftId = scoresDraftId(sessionId);

  const commit = async (values: ScoreValues): Promise<void> => {
    const { toSave, incomplete } = scoreChanges(values, saved.current);
    for (const [goalId, score] of toSave) {
      await call('goal.score', { goalId, sessionId, ...score });
      saved.current = { ...saved.current, [goalId]: score };
    }
    if (Object.keys(incomplete).length > 0) await keepDraft('coachingGoal', draftId, 0, incomplete);
    else await dropDraft('coachingGoal', draftId);
  };
  const form = useAutosave<ScoreValues>({
    initial: { ...first, ...kept?.values },
    initialIsDraft: kept !== null,
    commit,
    keepDraft: (values) => {
      const { toSave, incomplete } = scoreChanges(values, saved.current);
      const unsaved = { ...Object.fromEntries(toSave), ...incomplete };
      return keepDraft('coachingGoal', draftId, 0, unsaved);
    },
  });

  const { reset, values } = form;
  const typed = useRef(values);
  useEffect(() => {
    typed.current = values;
  });
  useEffect(() => {
    saved.current = scoresAt(page.goals, sessionId);
    const { incomplete } = scoreChanges(typed.current, saved.current);
    reset({ ...saved.current, ...incomplete });
  }, [page.goals, sessionId, reset]);

  const scoreOf = (goalId: string): ScoreValue => form.values[goalId] ?? { value: null, note: '' };
  return {
    form,
    scoreOf,
    change: (goalId, part) => form.set(goalId, { ...scoreOf(goalId), ...part }),
  };
}
