import { z } from 'zod';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { Engagement } from '../../../../src-main/domain/engagement.ts';
import { agreementProblem, AgreementValues, proposedFields } from '../agreement/agreementValues.ts';

/** What the form proposes until the person says otherwise. */
const Proposed = z.enum(['people', 'title', 'parties', 'shared']);
export type Proposed = z.infer<typeof Proposed>;

/** A new process with its agreement, as the form holds it. */
export const CreateValues = AgreementValues.extend({
  libraryId: z.string().nullable(),
  coachId: z.string().nullable(),
  form: Engagement.shape.form,
  participantIds: z.array(z.string()),
  title: z.string(),
  startedOn: z.string().nullable(),
  /** What the person has set and is no longer proposed. */
  touched: z.array(Proposed),
});
export type CreateValues = z.infer<typeof CreateValues>;

export type LibraryRow = CallOutput<'library.list'>[number];
export type Person = CallOutput<'person.list'>[number];
export type Member = CallOutput<'participant.list'>[number];

/** What the proposals are made from. */
export interface Surroundings {
  readonly library: LibraryRow | undefined;
  readonly team: readonly Member[];
  readonly coachName: string;
  readonly titleOfTeam: (town: string) => string;
  readonly titleOfPerson: (name: string, town: string) => string;
}

/** The form as it opens. */
export function freshValues(today: string, coachId: string | null, terms: string): CreateValues {
  return {
    libraryId: null,
    coachId,
    form: 'group',
    participantIds: [],
    title: '',
    startedOn: today,
    agreedOn: today,
    parties: [],
    shared: [...proposedFields('group')],
    terms,
    touched: [],
  };
}

/** The form with everything that the person has not set filled in from what is known. */
export function withProposals(values: CreateValues, around: Surroundings): CreateValues {
  const { library, team, coachName } = around;
  const open = (what: Proposed): boolean => !values.touched.includes(what);
  const known = values.participantIds.filter((id) => team.some((member) => member.id === id));
  const everybody = team.map((member) => member.id);
  const proposedPeople =
    values.form === 'group' ? everybody : everybody.slice(0, team.length === 1 ? 1 : 0);
  const participantIds = open('people') ? proposedPeople : known;
  const people = team.filter((member) => participantIds.includes(member.id));
  const town = library?.town ?? '';
  const first = people[0];
  const proposedTitle =
    values.form === 'group'
      ? around.titleOfTeam(town)
      : first === undefined
        ? ''
        : around.titleOfPerson(first.name, town);
  return {
    ...values,
    participantIds,
    title: open('title') ? (library === undefined ? '' : proposedTitle) : values.title,
    parties: open('parties')
      ? [...people.map((member) => member.name), coachName].filter((name) => name !== '')
      : values.parties,
    shared: open('shared') ? [...proposedFields(values.form)] : values.shared,
  };
}

/** Why a process cannot be opened yet. */
export type CreateProblem = 'noLibrary' | 'noPeople' | 'noTitle' | 'noCoach' | 'noStart';

/** What keeps the process from being opened; `null` when nothing does. */
export function createProblem(values: CreateValues): CreateProblem | null {
  if (values.libraryId === null) return 'noLibrary';
  if (values.participantIds.length === 0) return 'noPeople';
  if (values.coachId === null) return 'noCoach';
  if (values.title.trim() === '') return 'noTitle';
  return values.startedOn === null ? 'noStart' : null;
}

/** The edition a new process of a library belongs to: the latest one it was accepted to. */
export function editionFor(library: LibraryRow | undefined): string | null {
  const accepted = library?.editions.filter(({ state }) => state === 'accepted');
  return (accepted ?? []).at(-1)?.id ?? null;
}

/** The part of the form that is the agreement. */
export function agreementOf(values: CreateValues): AgreementValues {
  const { agreedOn, parties, shared, terms } = values;
  return { agreedOn, parties, shared, terms };
}

/** Whether the agreement can be recorded together with the process. */
export function hasAgreement(values: CreateValues): boolean {
  return agreementProblem(agreementOf(values)) === null;
}
