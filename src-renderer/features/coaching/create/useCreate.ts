import { useState } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { describeFailure } from '../../../i18n/failures.ts';
import { text } from '../../../i18n/text.ts';
import { notify, reportFailure } from '../../../state/notices.ts';
import { goTo } from '../../../state/route.ts';
import { agreementProblem } from '../agreement/agreementValues.ts';
import { keepDraft } from '../../../state/keptDraft.ts';
import {
  agreementOf,
  createProblem,
  editionFor,
  type CreateValues,
  type LibraryRow,
} from './createValues.ts';

/** Whether the agreement is recorded together with the process, or later. */
export type CreateWay = 'with-agreement' | 'without-agreement';

interface Create {
  readonly busy: boolean;
  /** Why it did not go through, in words. */
  readonly problem: string | null;
  readonly run: (way: CreateWay) => Promise<void>;
  readonly fail: (error: unknown) => void;
}

function problemOf(values: CreateValues, way: CreateWay): string | null {
  const found = createProblem(values);
  if (found !== null) return text(`coaching.create.problem.${found}`);
  if (way === 'without-agreement') return null;
  const lacking = agreementProblem(agreementOf(values));
  return lacking === null ? null : text(`coaching.agreement.problem.${lacking}`);
}

async function saveEngagement(
  values: CreateValues,
  library: LibraryRow | undefined,
): Promise<string> {
  const { libraryId, coachId, startedOn, form, participantIds, title } = values;
  if (libraryId === null || coachId === null || startedOn === null) {
    throw new Error('A process was saved without its library, coach or day');
  }
  const saved = await call('engagement.save', {
    id: null,
    revision: null,
    libraryId,
    editionId: editionFor(library),
    coachId,
    form,
    participantIds,
    title,
    startedOn,
    endedOn: null,
  });
  return saved.id;
}

/** Records the agreement of a process just opened; when that fails its words wait as a draft. */
async function recordAgreement(engagementId: string, values: CreateValues): Promise<void> {
  const agreement = agreementOf(values);
  try {
    if (agreement.agreedOn === null) throw new Error('An agreement was recorded without its day');
    const { agreedOn, parties, shared, terms } = agreement;
    await call('agreement.record', {
      engagementId,
      agreedOn,
      parties: parties.filter((party) => party.trim() !== ''),
      shared,
      terms,
    });
  } catch (error) {
    await keepDraft('agreement', engagementId, 0, agreement);
    reportFailure(error);
  }
}

/** The decision at the end of the form: opens the process and goes to its page. */
export function useCreate(
  values: CreateValues,
  library: LibraryRow | undefined,
  endKeeping: () => Promise<void>,
): Create {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (way: CreateWay): Promise<void> => {
    const found = problemOf(values, way);
    setProblem(found);
    if (found !== null) return;
    setBusy(true);
    try {
      await endKeeping();
      const engagementId = await saveEngagement(values, library);
      if (way === 'with-agreement') await recordAgreement(engagementId, values);
      notify(text('coaching.create.started'));
      goTo({ place: 'coaching', engagementId }, { replace: true });
    } catch (error) {
      setProblem(describeFailure(error));
      setBusy(false);
    }
  };
  return { busy, problem, run, fail: (error) => setProblem(describeFailure(error)) };
}
