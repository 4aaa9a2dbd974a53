import { useEffect, useRef } from 'react';
import type { CallInput } from '../../../../src-main/contract/contract.ts';
import { call, CallFailure } from '../../../bridge/bridge.ts';
import { text } from '../../../i18n/text.ts';
import { notify } from '../../../state/notices.ts';
import { useAutosave, type AutosaveForm } from '../../../ui/useAutosave.ts';
import { keepDraft, type KeptDraft } from '../../../state/keptDraft.ts';
import { mergeChanges } from '../parts/mergeChanges.ts';
import type { SessionPageData } from './SessionView.tsx';
import {
  isComplete,
  sessionProblem,
  valuesOfSession,
  type SessionValues,
} from './sessionValues.ts';

type SavedSession = SessionPageData['session'];

function sessionForm(values: SessionValues, saved: SavedSession): CallInput<'session.save'> {
  if (!isComplete(values)) throw new Error('An incomplete session was saved');
  return { ...values, id: saved.id, revision: saved.revision, engagementId: saved.engagementId };
}

/** Kept words whose session was not saved since: they go on as if the program had never ended. */
export function isContinued(kept: KeptDraft<SessionValues> | null, saved: SavedSession): boolean {
  return kept !== null && kept.baseRevision === saved.revision;
}

/**
 * The form of the session's own fields. When the session was changed elsewhere meanwhile it is read
 * again, what was changed here is put over it, and the person is told.
 */
export function useSessionForm(
  page: SessionPageData,
  kept: KeptDraft<SessionValues> | null,
): AutosaveForm<SessionValues> {
  const base = useRef(page.session);
  const { id } = page.session;
  const initial =
    kept !== null && isContinued(kept, page.session) ? kept.values : valuesOfSession(page.session);

  const save = async (values: SessionValues): Promise<void> => {
    try {
      base.current = await call('session.save', sessionForm(values, base.current));
    } catch (error) {
      const isBehind = error instanceof CallFailure && error.failure.code === 'changed-meanwhile';
      if (!isBehind) throw error;
      const before = valuesOfSession(base.current);
      base.current = (await call('session.get', { id })).session;
      form.patch(mergeChanges(before, values, valuesOfSession(base.current)));
      notify(text('coaching.session.changedMeanwhile'), 'info');
    }
  };
  const form = useAutosave<SessionValues>({
    initial,
    initialIsDraft: isContinued(kept, page.session),
    check: (values) => {
      const problem = sessionProblem(values);
      return problem === null ? null : text(`coaching.session.problem.${problem}`);
    },
    commit: save,
    keepDraft: (values) => keepDraft('coachingSession', id, base.current.revision, values),
  });

  const { reset } = form;
  useEffect(() => {
    // An answer that was on its way before our own saving is older than what we hold.
    if (page.session.revision <= base.current.revision) return;
    base.current = page.session;
    reset(valuesOfSession(page.session));
  }, [page.session, reset]);
  return form;
}
