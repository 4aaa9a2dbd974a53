import { z } from 'zod';
import type { Agreement } from '../../../../src-main/domain/engagement.ts';
import { AgreementField } from '../../../../src-main/domain/reportLayer.ts';
import { assertNever } from '../../../ui/assertNever.ts';

/** An agreement as its form holds it. */
export const AgreementValues = z.object({
  /** `YYYY-MM-DD` */
  agreedOn: z.string().nullable(),
  parties: z.array(z.string()),
  shared: z.array(AgreementField),
  terms: z.string(),
});
export type AgreementValues = z.infer<typeof AgreementValues>;

/**
 * What a new agreement proposes to share. A team works in the open: who came, what was aimed at and agreed.
 * One person's goals and steps stay between them and the coach until they say otherwise. What a conversation
 * was about, scores and its course stay in the room in both, while notes for the report are written to be read.
 */
export function proposedFields(form: 'individual' | 'group'): readonly AgreementField[] {
  switch (form) {
    case 'group':
      return ['parties', 'attendance', 'goals', 'steps', 'reportNotes', 'nextSession'];
    case 'individual':
      return ['parties', 'attendance', 'reportNotes', 'nextSession'];
    default:
      return assertNever(form);
  }
}

/**
 * The fields after one was switched. Scores say nothing without the goals they belong to, so goals
 * come with scores, and scores go with goals. In the order of the one list.
 */
export function switchField(
  shared: readonly AgreementField[],
  field: AgreementField,
  on: boolean,
): AgreementField[] {
  const next = new Set(shared);
  if (on) next.add(field);
  else next.delete(field);
  if (field === 'goalScores' && on) next.add('goals');
  if (field === 'goals' && !on) next.delete('goalScores');
  return AgreementField.options.filter((one) => next.has(one));
}

/** Why an agreement cannot be recorded yet. */
export type AgreementProblem = 'noDate' | 'noParty';

/** What still keeps the agreement from being recorded; `null` when nothing does. */
export function agreementProblem(values: AgreementValues): AgreementProblem | null {
  if (values.agreedOn === null) return 'noDate';
  if (values.parties.every((party) => party.trim() === '')) return 'noParty';
  return null;
}

/** The form of a new version, starting from the one in force. */
export function valuesOfAgreement(agreement: Agreement): AgreementValues {
  const { agreedOn, parties, shared, terms } = agreement;
  return { agreedOn, parties, shared, terms };
}
