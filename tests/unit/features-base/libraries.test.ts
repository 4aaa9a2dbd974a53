import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src-main/domain/text.ts';
import {
  differsInPerson,
  differsInPlace,
  EMPTY_MEMBER,
  memberProblem,
} from '../../../src-renderer/features/libraries/card/member.ts';
import {
  EMPTY_LIBRARY,
  libraryProblem,
} from '../../../src-renderer/features/libraries/libraryForm.ts';
import { daysAsCells } from '../../../src-renderer/features/libraries/list/daysAsCells.ts';
import {
  isNarrowed,
  narrowed,
  type LibraryFilters,
  type LibraryRow,
} from '../../../src-renderer/features/libraries/list/filters.ts';
import { EditionId } from '../../../src-main/domain/edition.ts';
import { LibraryId } from '../../../src-main/domain/library.ts';

const ALL: LibraryFilters = { query: '', editionId: null, state: null, voivodeship: null };

function makeRow(town: string, voivodeship: string, part: Partial<LibraryRow> = {}): LibraryRow {
  const name = `Biblioteka Publiczna, ${town}`;
  return {
    id: LibraryId.parse(`library.${foldText(town).replaceAll(' ', '-')}`),
    name,
    town,
    voivodeship,
    folded: foldText(`${town} ${name} ${voivodeship}`),
    editions: [],
    teamCount: 0,
    delivered: 0,
    scheduled: 0,
    target: 13,
    openSteps: 0,
    heldSessions: 0,
    nextOn: null,
    ...part,
  };
}

const pilot = { id: EditionId.parse('edition.pilot'), name: 'Pilotaż' };
const main = { id: EditionId.parse('edition.main'), name: 'Faza zasadnicza' };
const rows = [
  makeRow('Łapy', 'podlaskie', { editions: [{ ...main, state: 'accepted' }] }),
  makeRow('Łódź', 'łódzkie', { editions: [{ ...main, state: 'withdrawn' }] }),
  makeRow('Gołdap', 'warmińsko-mazurskie', { editions: [{ ...pilot, state: 'accepted' }] }),
];
const townsIn = (filters: Partial<LibraryFilters>): string[] =>
  narrowed(rows, { ...ALL, ...filters }).map(({ town }) => town);

describe('the list of libraries', () => {
  it.each([
    ['lapy', ['Łapy']],
    ['ŁAPY', ['Łapy']],
    ['lodz', ['Łódź']],
    ['gold warm', ['Gołdap']],
    ['biblioteka', ['Łapy', 'Łódź', 'Gołdap']],
    ['apy', []],
    ['  ', ['Łapy', 'Łódź', 'Gołdap']],
  ])(
    'finds %j by the beginnings of words, on either side without Polish letters',
    (query, towns) => {
      expect(townsIn({ query })).toEqual(towns);
    },
  );

  it('narrows by voivodeship, by edition, and by the part in that very edition', () => {
    expect(townsIn({ voivodeship: 'podlaskie' })).toEqual(['Łapy']);
    expect(townsIn({ editionId: 'edition.main' })).toEqual(['Łapy', 'Łódź']);
    expect(townsIn({ state: 'accepted' })).toEqual(['Łapy', 'Gołdap']);
    expect(townsIn({ editionId: 'edition.main', state: 'accepted' })).toEqual(['Łapy']);
  });

  it('knows whether anything narrows it', () => {
    expect(isNarrowed(ALL)).toBe(false);
    expect(isNarrowed({ ...ALL, state: 'applied' })).toBe(true);
  });
});

describe('days as cells', () => {
  const states = (delivered: number, scheduled: number, target: number): string =>
    daysAsCells({ delivered, scheduled, target })
      .map(({ state, half }) => state[0] + (half === true ? '½' : ''))
      .join(' ');

  it('shows delivered, planned and missing in this order', () => {
    expect(states(2, 1, 5)).toBe('d d p m m');
  });

  it('draws a half day as half a cell', () => {
    expect(states(1.5, 1, 4)).toBe('d d½ p m');
  });

  it('shows days beyond the plan after it', () => {
    expect(states(4, 0, 3)).toBe('d d d e');
  });

  it('has nothing to show for a library that takes no training', () => {
    expect(states(0, 0, 0)).toBe('');
  });
});

describe('forms of the card', () => {
  it('needs a town and a name, and a year that is one', () => {
    const library = { ...EMPTY_LIBRARY, town: 'Łapy', name: 'Biblioteka' };
    expect(libraryProblem(EMPTY_LIBRARY)).toBe('town');
    expect(libraryProblem({ ...library, name: ' ' })).toBe('name');
    expect(libraryProblem({ ...library, populationYear: 20 })).toBe('year');
    expect(libraryProblem({ ...library, populationYear: 2023 })).toBeNull();
  });

  it('refuses a member who left before coming', () => {
    const member = { ...EMPTY_MEMBER, name: 'Ewa Zielna', from: '2026-09-01' };
    expect(memberProblem({ ...member, to: '2026-08-31' })).toBe('dates');
    expect(memberProblem({ ...member, to: '2026-09-01' })).toBeNull();
    expect(memberProblem({ ...member, name: '' })).toBe('personName');
  });

  it('tells the person from the place in the team', () => {
    const member = { ...EMPTY_MEMBER, name: 'Ewa Zielna' };
    const left = { ...member, to: '2026-10-31' };
    const renamed = { ...member, name: 'Ewa Zielna-Wolna' };
    expect([differsInPerson(member, left), differsInPlace(member, left)]).toEqual([false, true]);
    expect([differsInPerson(member, renamed), differsInPlace(member, renamed)]).toEqual([
      true,
      false,
    ]);
  });
});
