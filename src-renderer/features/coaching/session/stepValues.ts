import { z } from 'zod';
import type { CallInput, CallOutput } from '../../../../src-main/contract/contract.ts';
import { foldText } from '../../../../src-main/domain/text.ts';

/** A step on the line where it is written: what, who (as typed), by when. */
export const StepValues = z.object({
  what: z.string(),
  who: z.string(),
  dueOn: z.string().nullable(),
});
export type StepValues = z.infer<typeof StepValues>;

export const EMPTY_STEP: StepValues = { what: '', who: '', dueOn: null };

type SavedStep = CallOutput<'session.get'>['steps'][number];
type Named = { readonly id: string; readonly name: string };

/** Who a typed name means: a member, somebody outside the team, or (empty) the whole team. */
export function whoOf(
  typed: string,
  members: readonly Named[],
  wholeTeam: string,
): { readonly whoParticipantId: string | null; readonly whoName: string } {
  const folded = foldText(typed);
  if (folded === '' || folded === foldText(wholeTeam)) {
    return { whoParticipantId: null, whoName: '' };
  }
  const member = members.find((one) => foldText(one.name) === folded);
  return member === undefined
    ? { whoParticipantId: null, whoName: typed.trim() }
    : { whoParticipantId: member.id, whoName: '' };
}

/** A saved step on its line. */
export function valuesOfStep(step: SavedStep): StepValues {
  return { what: step.what, who: step.who, dueOn: step.dueOn };
}

/** Where a new step belongs. */
export interface StepPlace {
  readonly libraryId: string;
  readonly engagementId: string;
  readonly sessionId: string;
}

/** The step as it is saved, new or changed. */
export function stepForm(
  values: StepValues,
  who: ReturnType<typeof whoOf>,
  place: StepPlace,
  saved: SavedStep | null,
): CallInput<'step.save'> {
  return {
    id: saved?.id ?? null,
    revision: saved?.revision ?? null,
    ...place,
    workshopId: null,
    goalId: saved?.goalId ?? null,
    what: values.what,
    ...who,
    dueOn: values.dueOn,
    state: saved?.state ?? 'open',
  };
}
