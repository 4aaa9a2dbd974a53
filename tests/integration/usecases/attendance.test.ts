import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallOutput } from '../../../src-main/contract/contract.ts';
import { agendaForm, day, meOf, planForm, standingClock, teamIn } from '../../helpers/scene.ts';
import { codeOf, storeHarness } from '../../helpers/storeHarness.ts';

const harness = storeHarness({ now: standingClock('2015-01-20T09:00:00.000Z').now });
type Team = CallOutput<'team.add'>[];
let me: string;
let other: string;
let goldap: Team;
let lapy: Team;

beforeAll(async () => {
  await harness.createQuickly();
  me = await meOf(harness);
  const person = { form: 'masculine', roles: ['trainer' as const], email: '', phone: '' } as const;
  ({ id: other } = await harness.call('person.save', {
    ...person,
    roles: ['trainer'],
    id: null,
    revision: null,
    name: 'Cezary Kłos',
  }));
  goldap = await teamIn(harness, 'library.goldap', ['Łucja Bąk', 'Iga Zima'], '2014-10-01');
  lapy = await teamIn(harness, 'library.lapy', ['Ewa Czajka', 'Ala Ćma'], '2014-10-01');
});
afterAll(() => harness.dispose());

async function workshopOf(days: ReturnType<typeof day>[], moduleId = 'module.diagnosis') {
  const outcome = await harness.call(
    'workshop.plan',
    planForm(me, ['library.goldap', 'library.lapy'], {
      editionId: 'edition.main',
      moduleId,
      trainerIds: [other],
      days,
    }),
  );
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome.conflicts));
  return outcome;
}

const mark = (
  dayId: string,
  line: Team[number] | undefined,
  value: 'present' | 'absent' | 'excused',
) =>
  harness.call('attendance.mark', {
    dayId,
    participantId: line?.participant.id ?? '',
    mark: value,
    hours: null,
    reason: '',
  });

const memberTo = (line: Team[number] | undefined, to: string) =>
  harness.call('team.changeMembership', {
    id: line?.membership.id ?? '',
    revision: 1,
    position: '',
    from: '2014-10-01',
    to,
  });

describe('a workshop of two days for two libraries with two trainers', () => {
  let workshop: Awaited<ReturnType<typeof workshopOf>>;
  let first: string;
  let second: string;

  beforeAll(async () => {
    workshop = await workshopOf([day('2015-01-13'), day('2015-01-14', '09:00', '13:00', 0.5)]);
    [first = '', second = ''] = workshop.days.map(({ id }) => id);
  });

  const mainTotals = async () => {
    const { editions } = await harness.call('program.get', {});
    const totals = editions.find(({ id }) => id === 'edition.main')?.totals;
    return {
      days: totals?.trainingDays,
      libraryDays: totals?.libraryDays,
      trainerDays: totals?.trainerDays,
    };
  };

  test('expects everybody by town and name as Poles sort them, and counts as planned', async () => {
    const page = await harness.call('workshop.get', { id: workshop.workshop.id });
    expect(page.people.map(({ name, libraryTown }) => `${libraryTown}: ${name}`)).toEqual([
      'Gołdap: Iga Zima',
      'Gołdap: Łucja Bąk',
      'Łapy: Ala Ćma',
      'Łapy: Ewa Czajka',
    ]);
    expect(await mainTotals()).toEqual({
      days: { delivered: 0, planned: 1.5 },
      libraryDays: { delivered: 0, planned: 3, target: 260 },
      trainerDays: { delivered: 0, planned: 3 },
    });
  });

  test('is not confirmed while somebody is unchecked, and then nothing counts', async () => {
    await mark(first, goldap[0], 'present');
    await mark(first, goldap[1], 'excused');
    const refused = await harness.call('attendance.confirm', { dayId: first });
    expect(refused).toEqual({ outcome: 'unchecked', names: ['Ala Ćma', 'Ewa Czajka'] });
    expect((await mainTotals()).days).toEqual({ delivered: 0, planned: 1.5 });
  });

  test('the rest get one mark; a mark already given stays', async () => {
    const marked = await harness.call('attendance.markRest', { dayId: first, mark: 'present' });
    expect(marked).toHaveLength(2);
    const page = await harness.call('workshop.get', { id: workshop.workshop.id });
    expect(page.people.map(({ name, marks }) => [name, marks[first]?.mark])).toEqual([
      ['Iga Zima', 'excused'],
      ['Łucja Bąk', 'present'],
      ['Ala Ćma', 'present'],
      ['Ewa Czajka', 'present'],
    ]);
  });

  test('once confirmed it counts: days once, library-days and trainer-days apart', async () => {
    const confirmed = await harness.call('attendance.confirm', { dayId: first });
    expect(confirmed).toMatchObject({
      outcome: 'confirmed',
      day: { attendanceConfirmedAt: '2015-01-20T09:00:00.000Z' },
    });
    expect(await mainTotals()).toEqual({
      days: { delivered: 1, planned: 0.5 },
      libraryDays: { delivered: 2, planned: 1, target: 260 },
      trainerDays: { delivered: 2, planned: 1 },
    });
    const page = await harness.call('library.get', { id: 'library.lapy' });
    expect(
      page.ledgers.map(({ delivered, scheduled, target }) => [delivered, scheduled, target]),
    ).toEqual([[1, 0.5, 13]]);
    const row = (await harness.call('library.list', {})).find(({ id }) => id === 'library.goldap');
    expect([row?.delivered, row?.scheduled]).toEqual([1, 0.5]);
  });

  test('a confirmed day takes no mark, not even for somebody who joined the team later', async () => {
    const late = await teamIn(harness, 'library.lapy', ['Zenon Późny'], '2015-01-01');
    const [joined] = late;
    expect(await codeOf(mark(first, joined, 'present'))).toBe('changed-meanwhile');
    const rest = harness.call('attendance.markRest', { dayId: first, mark: 'present' });
    expect(await codeOf(rest)).toBe('changed-meanwhile');
    const id = joined?.membership.id ?? '';
    await harness.call('bin.remove', { entity: 'teamMembership', id });
  });

  test('with its last day it becomes held; taken back, the day stops counting', async () => {
    await harness.call('attendance.markRest', { dayId: second, mark: 'present' });
    await harness.call('attendance.confirm', { dayId: second });
    const page = await harness.call('workshop.get', { id: workshop.workshop.id });
    expect(page.workshop.state).toBe('held');
    expect((await mainTotals()).days).toEqual({ delivered: 1.5, planned: 0 });
    await harness.call('attendance.reopen', { dayId: second });
    expect((await mainTotals()).days).toEqual({ delivered: 1, planned: 0.5 });
  });

  test('who left stays with the day, is not expected afterwards, and is replaced', async () => {
    await memberTo(lapy[1], '2015-01-13');
    await teamIn(harness, 'library.lapy', ['Nowa Osoba'], '2015-01-14');
    const later = await workshopOf([day('2015-01-16')]);
    const namesOf = async (id: string) =>
      (await harness.call('workshop.get', { id })).people.map(({ name }) => name);
    expect(await namesOf(later.workshop.id)).toEqual([
      'Iga Zima',
      'Łucja Bąk',
      'Ewa Czajka',
      'Nowa Osoba',
    ]);
    expect(await namesOf(workshop.workshop.id)).toContain('Ala Ćma');
  });

  test('a mark is never lost from sight, though its membership was shortened to before the day', async () => {
    await memberTo(lapy[0], '2014-12-31');
    const page = await harness.call('workshop.get', { id: workshop.workshop.id });
    const line = page.people.find(({ name }) => name === 'Ewa Czajka');
    expect(line).toMatchObject({ libraryTown: 'Łapy', marks: { [first]: { mark: 'present' } } });
    await harness.call('bin.remove', {
      entity: 'participant',
      id: goldap[0]?.participant.id ?? '',
    });
    const after = await harness.call('workshop.get', { id: workshop.workshop.id });
    expect(after.people.map(({ name }) => name)).toContain('Łucja Bąk');
  });

  test('cancelled, it counts nowhere', async () => {
    const { workshop: known } = await harness.call('workshop.get', { id: workshop.workshop.id });
    await harness.call('workshop.setState', {
      id: known.id,
      revision: known.revision,
      state: 'cancelled',
    });
    expect((await mainTotals()).days).toEqual({ delivered: 0, planned: 1 });
    expect(
      await codeOf(
        harness.call('workshop.setState', {
          id: known.id,
          revision: known.revision,
          state: 'held',
        }),
      ),
    ).toBe('changed-meanwhile');
  });
});

test('a confirmed day that is moved to another date waits to be confirmed there', async () => {
  const { workshop, days } = await workshopOf([day('2015-01-27')], 'module.interpersonal');
  const dayId = days[0]?.id ?? '';
  await harness.call('attendance.markRest', { dayId, mark: 'present' });
  await harness.call('attendance.confirm', { dayId });
  const moveTo = async (date: string, start: string) => {
    const moved = await harness.call('workshop.moveDays', {
      id: workshop.id,
      days: [{ id: dayId, date, start, end: '17:00' }],
      accepted: [],
    });
    return moved.outcome === 'saved' ? moved.days[0]?.attendanceConfirmedAt : moved.conflicts;
  };
  expect(await moveTo('2015-01-27', '10:00')).toBe('2015-01-20T09:00:00.000Z');
  expect(await moveTo('2015-01-28', '10:00')).toBeNull();
  const page = await harness.call('workshop.get', { id: workshop.id });
  expect(new Set(page.people.map(({ marks }) => marks[dayId]?.mark))).toEqual(new Set(['present']));
});

describe('the agenda', () => {
  test('keeps its blocks in order, and counts hours of done blocks on confirmed days, without breaks', async () => {
    const { workshop, days } = await workshopOf([day('2015-02-03')], 'module.planning');
    const dayId = days[0]?.id ?? '';
    const block = agendaForm(workshop.id, dayId, { plannedMinutes: 90, outcome: 'done' });
    const saved = [];
    for (const [title, changes] of Object.entries({
      Powitanie: {},
      Przerwa: { isBreak: true, plannedMinutes: 30 },
      Praca: { outcome: 'shortened', doneMinutes: 60 },
      Nic: { outcome: 'skipped' },
    } as const)) {
      saved.push(await harness.call('agenda.save', { ...block, title, ...changes }));
    }
    expect(saved.map(({ position }) => position)).toEqual([0, 1, 2, 3]);
    const ids = saved.map(({ id }) => id).toReversed();
    const ordered = await harness.call('agenda.reorder', { dayId, ids: ids.slice(0, 2) });
    expect(ordered.map(({ title }) => title)).toEqual(['Nic', 'Praca', 'Powitanie', 'Przerwa']);
    const hours = async () => {
      const { editions } = await harness.call('program.get', {});
      return editions.find(({ id }) => id === 'edition.main')?.totals.trainingHours;
    };
    expect(await hours()).toBe(0);
    await harness.call('attendance.markRest', { dayId, mark: 'present' });
    await harness.call('attendance.confirm', { dayId });
    expect(await hours()).toBe(2.5);
  });

  test('does not take a block out of another workshop', async () => {
    const mine = await workshopOf([day('2015-03-03')], 'module.planning');
    const other = await workshopOf([day('2015-03-10')], 'module.planning');
    const block = agendaForm(mine.workshop.id, mine.days[0]?.id ?? '');
    const saved = await harness.call('agenda.save', block);
    const theirs = { workshopId: other.workshop.id, dayId: other.days[0]?.id ?? '' };
    const { id, revision } = saved;
    const moved = harness.call('agenda.save', { ...block, ...theirs, id, revision });
    expect(await codeOf(moved)).toBe('not-found');
    const { agenda } = await harness.call('workshop.get', { id: mine.workshop.id });
    expect(agenda).toEqual([saved]);
  });
});
