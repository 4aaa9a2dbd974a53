import { TeamMembershipId, type TeamMembership } from '../domain/participant.ts';
import type { LibraryId } from '../domain/library.ts';
import { isMemberOn, ParticipantId, type Participant } from '../domain/participant.ts';
import type { Recorded } from '../domain/noun.ts';
import type { PlainDate } from '../domain/calendar.ts';
import type { Person } from '../domain/person.ts';
import { newDraftId } from '../domain/draft.ts';
import { libraries } from '../store/libraries.ts';
import { participants, persons, teamMemberships } from '../store/people.ts';
import type { ReadableDb } from '../store/db.ts';
import { discardDraft } from '../store/drafts.ts';
import { saveForm, stampOf, todayOf, type FormOf, type Tools } from './tools.ts';

/** Trainers, coaches, advisors and coordinators. */
export function listPersons(tools: Tools): Recorded<Person>[] {
  return persons.list(tools.store);
}

/** Makes or changes a trainer, coach, advisor or coordinator. */
export function savePerson(tools: Tools, form: FormOf<Person>): Recorded<Person> {
  return tools.store.inTransaction((db) =>
    saveForm(tools, db, persons, form, { entity: 'person' }),
  );
}

/** Somebody in a team, with the membership. */
export interface TeamLine {
  readonly participant: Recorded<Participant>;
  readonly membership: Recorded<TeamMembership>;
  /** A member today. */
  readonly current: boolean;
}

/** Everybody who is or was in a library's team. */
export function teamOf(db: ReadableDb, libraryId: LibraryId, today: PlainDate): TeamLine[] {
  return teamMemberships
    .list(db, 'library_id = ? order by created_at, id', libraryId)
    .flatMap((membership) => {
      const participant = participants.find(db, membership.participantId);
      return participant === undefined
        ? []
        : [{ participant, membership, current: isMemberOn(membership, today) }];
    });
}

/** Members of a library's team today. */
export function currentTeam(tools: Tools, libraryId: LibraryId): Recorded<Participant>[] {
  return teamOf(tools.store, libraryId, todayOf(tools))
    .filter((line) => line.current)
    .map((line) => line.participant);
}

/** Adds somebody to a team. Throws not-found for an unknown library. */
export function addToTeam(
  tools: Tools,
  input: Omit<Participant, 'id'> & Pick<TeamMembership, 'libraryId' | 'position' | 'from'>,
): TeamLine {
  const { libraryId, position, from, ...person } = input;
  return tools.store.inTransaction((db) => {
    libraries.get(db, libraryId);
    discardDraft(db, 'participant', newDraftId(libraryId));
    const participant = participants.insert(db, stampOf(tools), {
      ...person,
      id: ParticipantId.parse(tools.newId()),
    });
    const membership = teamMemberships.insert(db, stampOf(tools), {
      id: TeamMembershipId.parse(tools.newId()),
      participantId: participant.id,
      libraryId,
      position,
      from,
      to: null,
    });
    return { participant, membership, current: isMemberOn(membership, todayOf(tools)) };
  });
}

/** Changes a participant's own details. */
export function changeParticipant(
  tools: Tools,
  input: Participant & { revision: number },
): Recorded<Participant> {
  return tools.store.inTransaction((db) =>
    saveForm<Participant>(tools, db, participants, input, { entity: 'participant' }),
  );
}

/** Changes when and as what somebody is in a team. */
export function changeMembership(
  tools: Tools,
  input: Pick<TeamMembership, 'id' | 'position' | 'from' | 'to'> & { revision: number },
): Recorded<TeamMembership> {
  const { id, revision, ...fields } = input;
  return tools.store.inTransaction((db) => {
    const before = teamMemberships.get(db, id);
    const { participantId, libraryId } = before;
    return teamMemberships.update(
      db,
      stampOf(tools),
      { id, participantId, libraryId, ...fields },
      revision,
    );
  });
}
