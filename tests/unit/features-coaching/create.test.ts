import { describe, expect, test } from 'vitest';
import { LibraryRow } from '../../../src-main/contract/libraryCalls.ts';
import { coachingCalls } from '../../../src-main/contract/coachingCalls.ts';
import {
  createProblem,
  editionFor,
  freshValues,
  withProposals,
  type CreateValues,
  type Surroundings,
} from '../../../src-renderer/features/coaching/create/createValues.ts';

const recorded = {
  revision: 1,
  createdAt: '2026-09-01T08:00:00.000Z',
  updatedAt: '2026-09-01T08:00:00.000Z',
  originWorkspace: 'test',
  deletedAt: null,
};
const team = coachingCalls['participant.list'].output.parse(
  ['Anna Nowak', 'Jan Łoś'].map((name, index) => ({
    ...recorded,
    id: `participant.p${index}`,
    name,
    email: '',
    phone: '',
  })),
);
const library = LibraryRow.parse({
  id: 'library.lapy',
  name: 'Biblioteka Publiczna',
  town: 'Łapy',
  voivodeship: 'podlaskie',
  folded: 'lapy',
  editions: [
    { id: 'edition.pilot', name: 'pilotaż', state: 'accepted' },
    { id: 'edition.main', name: 'główna', state: 'accepted' },
    { id: 'edition.next', name: 'kolejna', state: 'applied' },
  ],
  teamCount: 2,
  delivered: 0,
  scheduled: 0,
  target: 13,
  openSteps: 0,
  heldSessions: 0,
  nextOn: null,
});
const around: Surroundings = {
  library,
  team,
  coachName: 'Ola Przykładowa',
  titleOfTeam: (town) => `Zespół, ${town}`,
  titleOfPerson: (name, town) => `${name}, ${town}`,
};
const start: CreateValues = {
  ...freshValues('2026-11-22', 'person.ola', 'Poufność.'),
  libraryId: 'library.lapy',
};

describe('what the form proposes', () => {
  test('a team: everybody, a name, the parties with the coach', () => {
    expect(withProposals(start, around)).toMatchObject({
      participantIds: ['participant.p0', 'participant.p1'],
      title: 'Zespół, Łapy',
      parties: ['Anna Nowak', 'Jan Łoś', 'Ola Przykładowa'],
    });
  });

  test('one person is for the coach to name', () => {
    expect(withProposals({ ...start, form: 'individual' }, around)).toMatchObject({
      participantIds: [],
      title: '',
      shared: ['parties', 'attendance', 'reportNotes', 'nextSession'],
    });
    const chosen: CreateValues = {
      ...start,
      form: 'individual',
      participantIds: ['participant.p1'],
      touched: ['people'],
    };
    expect(withProposals(chosen, around)).toMatchObject({
      title: 'Jan Łoś, Łapy',
      parties: ['Jan Łoś', 'Ola Przykładowa'],
    });
  });

  test('what the person has set stays, people of another team do not', () => {
    const set: CreateValues = {
      ...start,
      title: 'Zespół i plan',
      parties: ['Dyrektorka'],
      shared: [],
      participantIds: ['participant.gone', 'participant.p0'],
      touched: ['title', 'parties', 'shared', 'people'],
    };
    expect(withProposals(set, around)).toMatchObject({
      title: 'Zespół i plan',
      parties: ['Dyrektorka'],
      shared: [],
      participantIds: ['participant.p0'],
    });
  });
});

test('a process belongs to the latest edition its library was accepted to', () => {
  expect(editionFor(library)).toBe('edition.main');
  expect(editionFor({ ...library, editions: [] })).toBeNull();
  expect(editionFor(undefined)).toBeNull();
});

test('a process needs its library, people, coach, name and day', () => {
  const whole = withProposals(start, around);
  expect(createProblem(whole)).toBeNull();
  expect(createProblem({ ...whole, libraryId: null })).toBe('noLibrary');
  expect(createProblem({ ...whole, participantIds: [] })).toBe('noPeople');
  expect(createProblem({ ...whole, coachId: null })).toBe('noCoach');
  expect(createProblem({ ...whole, title: ' ' })).toBe('noTitle');
  expect(createProblem({ ...whole, startedOn: null })).toBe('noStart');
});
