import type { Participant, TeamMembership } from '../domain/participant.ts';
import type { Person } from '../domain/person.ts';
import { json, text, textOrNull } from './columns.ts';
import { nounTable } from './nounTable.ts';

/** Trainers, coaches, advisors, coordinators. */
export const persons = nounTable<Person>({
  entity: 'person',
  table: 'person',
  columns: { name: text(), form: text(), roles: json(), email: text(), phone: text() },
  search: { entity: 'person', words: (person) => `${person.name} ${person.email}` },
});

/** Members of the libraries' teams. */
export const participants = nounTable<Participant>({
  entity: 'participant',
  table: 'participant',
  columns: { name: text(), email: text(), phone: text() },
  search: {
    entity: 'participant',
    words: (participant) => `${participant.name} ${participant.email}`,
  },
});

/** Who is, or was, in which team. */
export const teamMemberships = nounTable<TeamMembership>({
  entity: 'teamMembership',
  table: 'team_membership',
  columns: {
    participantId: text(),
    libraryId: text(),
    position: text(),
    from: textOrNull(),
    to: textOrNull(),
  },
});
