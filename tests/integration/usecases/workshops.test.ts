import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CallInput, CallOutput } from '../../../src-main/contract/contract.ts';
import {
  day,
  meOf,
  planForm,
  sessionForm,
  openProcess,
  standingClock,
  venueIn,
} from '../../helpers/scene.ts';
import { storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

const clock = standingClock();
let harness: StoreHarness;
let me: string;
let other: string;

async function newPerson(name: string): Promise<string> {
  const saved = await harness.call('person.save', {
    id: null,
    revision: null,
    name,
    form: 'masculine',
    roles: ['trainer'],
    email: '',
    phone: '',
  });
  return saved.id;
}

beforeAll(async () => {
  harness = storeHarness({ now: clock.now });
  await harness.createQuickly();
  me = await meOf(harness);
  other = await newPerson('Cezary Kłos');
});
afterAll(() => harness.dispose());

/** Each test starts with an empty calendar. */
beforeEach(async () => {
  for (const { id } of await harness.call('workshop.list', {})) {
    await harness.call('bin.remove', { entity: 'workshop', id });
  }
});

async function planned(
  form: CallInput<'workshop.plan'>,
): Promise<Extract<CallOutput<'workshop.plan'>, { outcome: 'saved' }>> {
  const outcome = await harness.call('workshop.plan', form);
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome.conflicts));
  return outcome;
}

const warnings = async (form: CallInput<'workshop.plan'>) =>
  (await harness.call('workshop.check', form)).conflicts.map(({ kind, date, details }) => ({
    kind,
    date,
    details,
  }));

describe('warnings', () => {
  test('an empty calendar has none, and says whose calendars were looked at', async () => {
    const checked = await harness.call('workshop.check', planForm(me, ['library.goldap']));
    expect(checked).toEqual({
      conflicts: [],
      checked: { people: ['Łucja Próbna'], libraries: ['Gołdap'], at: '2026-11-24T09:00:00.000Z' },
    });
  });

  test('a trainer and a library that are taken at the same hours', async () => {
    await planned(
      planForm(other, ['library.lapy'], {
        title: 'Planowanie',
        trainerIds: [me],
        venue: venueIn('Łapy'),
      }),
    );
    const form = planForm(me, ['library.goldap', 'library.lapy'], { venue: venueIn('Łapy') });
    const clash = { with: 'Planowanie', what: 'workshop', start: '09:00', end: '16:00' };
    expect(await warnings(form)).toEqual([
      { kind: 'person-booked', date: '2026-12-01', details: { ...clash, name: 'Łucja Próbna' } },
      { kind: 'library-booked', date: '2026-12-01', details: { ...clash, name: 'Łapy' } },
    ]);
    // One that ends when the other starts is no clash, and the town is the same.
    expect(await warnings({ ...form, days: [day('2026-12-01', '16:00', '18:00')] })).toEqual([]);
    expect(await warnings({ ...form, days: [day('2026-12-02')] })).toEqual([]);
  });

  test('a coaching session counts too, a cancelled one and a cancelled workshop do not', async () => {
    const { engagement } = await openProcess(harness, 'library.morag');
    const form = sessionForm(engagement.id, {
      date: '2026-12-03',
      start: '12:00',
      state: 'planned',
      mode: 'remote',
    });
    const { id, revision } = await harness.call('session.save', form);
    const plan = planForm(me, ['library.sopot'], { days: [day('2026-12-03')] });
    expect(
      (await warnings(plan)).map(({ kind, details }) => [kind, details['what'], details['end']]),
    ).toEqual([['person-booked', 'session', '13:00']]);
    await harness.call('session.save', { ...form, id, revision, state: 'cancelled' });
    const { workshop } = await planned(plan);
    expect((await warnings(plan)).map(({ kind }) => kind)).toEqual([
      'person-booked',
      'library-booked',
    ]);
    await harness.call('workshop.setState', { id: workshop.id, revision: 1, state: 'cancelled' });
    expect(await warnings(plan)).toEqual([]);
  });

  test('too little time on the road between two towns, for a person in both', async () => {
    await planned(
      planForm(me, ['library.sopot'], {
        venue: venueIn('Sopot'),
        days: [day('2026-12-01', '08:00', '12:00', 0.5)],
      }),
    );
    const far = planForm(me, ['library.krosno'], {
      venue: venueIn('Krosno'),
      days: [day('2026-12-01', '15:00', '19:00', 0.5)],
    });
    const [warning, ...more] = await warnings(far);
    expect(more).toEqual([]);
    expect(warning).toMatchObject({
      kind: 'travel',
      details: { town: 'Sopot', gap: 180, name: 'Łucja Próbna' },
    });
    expect(warning?.details['minutes']).toBeGreaterThan(400);
    expect(await warnings({ ...far, leadTrainerId: other })).toEqual([]);
    expect(await warnings({ ...far, venue: venueIn('Nieznanowo') })).toEqual([]);
  });

  test.each([
    ['2026-11-11', 'Narodowe Święto Niepodległości'],
    ['2026-04-06', 'Drugi dzień Wielkanocy'],
    ['2027-03-29', 'Drugi dzień Wielkanocy'],
    ['2026-06-04', 'Dzień Bożego Ciała'],
    ['2027-05-27', 'Dzień Bożego Ciała'],
    ['2025-12-24', 'Wigilia Bożego Narodzenia'],
    ['2026-12-24', 'Wigilia Bożego Narodzenia'],
    ['2026-11-01', 'Wszystkich Świętych'],
  ])('%s is a holiday', async (date, name) => {
    const found = await warnings(planForm(me, ['library.goldap'], { days: [day(date)] }));
    expect(found).toEqual([{ kind: 'holiday', date, details: { name } }]);
  });

  test('Christmas Eve was a working day until 2024; Sundays are warned about, Saturdays are not', async () => {
    const kinds = async (date: string) =>
      (await warnings(planForm(me, ['library.goldap'], { days: [day(date)] }))).map(
        ({ kind }) => kind,
      );
    expect(await kinds('2024-12-24')).toEqual([]);
    expect(await kinds('2026-12-06')).toEqual(['sunday']);
    expect(await kinds('2026-12-05')).toEqual([]);
  });

  test('days outside the edition’s phase of workshops, and more days than the module plans', async () => {
    const form = planForm(me, ['library.cieszyn'], {
      editionId: 'edition.pilot',
      moduleId: 'module.diagnosis',
    });
    const within = {
      ...form,
      days: ['2014-01-14', '2014-01-15', '2014-01-16'].map((date) => day(date)),
    };
    expect(await warnings(within)).toEqual([]);
    expect(await warnings({ ...form, days: [day('2014-04-01')] })).toEqual([
      {
        kind: 'outside-phase',
        date: '2014-04-01',
        details: { name: 'Warsztaty dla Strefowiczów', from: '2013-12-01', to: '2014-03-31' },
      },
    ]);
    await planned(within);
    expect(await warnings({ ...form, days: [day('2014-02-04', '09:00', '12:00', 0.5)] })).toEqual([
      { kind: 'too-many-days', date: null, details: { name: 'Cieszyn', days: 3.5, planned: 3 } },
    ]);
    expect(
      await warnings({ ...form, libraryIds: ['library.jaslo'], days: [day('2014-02-04')] }),
    ).toEqual([]);
  });
});

describe('going against a warning', () => {
  const sunday = () => planForm(me, ['library.goldap'], { days: [day('2026-12-06')] });
  const key = 'sunday:2026-12-06';

  test('needs a reason, which is kept with what was warned about; nothing is saved without', async () => {
    const before = harness.dump();
    const refused = await harness.call('workshop.plan', sunday());
    expect(refused).toMatchObject({
      outcome: 'conflicts',
      conflicts: [{ key, kind: 'sunday', reason: null }],
    });
    expect(harness.dump()).toEqual(before);
    const { workshop } = await planned({
      ...sunday(),
      accepted: [{ key, reason: 'Zjazd całej sieci' }],
    });
    expect(workshop.overriddenConflicts).toEqual([
      { key, kind: 'sunday', date: '2026-12-06', details: {}, reason: 'Zjazd całej sieci' },
    ]);
    const page = await harness.call('workshop.get', { id: workshop.id });
    expect(page.conflicts.map(({ reason }) => reason)).toEqual(['Zjazd całej sieci']);
  });

  test('the reason stays for the same warning and is not asked again; a new warning is', async () => {
    const { workshop, days } = await planned({ ...sunday(), accepted: [{ key, reason: 'Zjazd' }] });
    const same = { ...sunday(), id: workshop.id, revision: 1, title: 'Inny tytuł' };
    const changed = await planned({
      ...same,
      days: days.map(({ id, date, start, end, value }) => ({ id, date, start, end, value })),
    });
    expect(changed.workshop).toMatchObject({ revision: 2, title: 'Inny tytuł' });
    const [first] = days;
    if (first === undefined) throw new Error('It has a day');
    const move = {
      id: workshop.id,
      days: [{ id: first.id, date: '2026-12-13', start: '09:00', end: '16:00' }],
    };
    const refused = await harness.call('workshop.moveDays', { ...move, accepted: [] });
    expect(refused).toMatchObject({
      outcome: 'conflicts',
      conflicts: [{ key: 'sunday:2026-12-13', reason: null }],
    });
    const moved = await harness.call('workshop.moveDays', {
      ...move,
      accepted: [{ key: 'sunday:2026-12-13', reason: 'Trudno' }],
    });
    expect(moved).toMatchObject({
      outcome: 'saved',
      workshop: { overriddenConflicts: [{ key: 'sunday:2026-12-13', reason: 'Trudno' }] },
      days: [{ id: first.id, date: '2026-12-13', revision: 2 }],
    });
  });
});

test('moving some days leaves the others, the hours and their order as they were', async () => {
  const dates = ['2026-12-08', '2026-12-09', '2026-12-10'];
  const { workshop, days } = await planned(
    planForm(me, ['library.goldap'], { days: dates.map((date) => day(date)) }),
  );
  const last = days.at(-1);
  if (last === undefined) throw new Error('It has days');
  await harness.call('workshop.moveDays', {
    id: workshop.id,
    days: [{ id: last.id, date: '2026-12-07', start: '10:00', end: '17:00' }],
    accepted: [],
  });
  const page = await harness.call('workshop.get', { id: workshop.id });
  expect(page.days.map(({ date, start }) => [date, start])).toEqual([
    ['2026-12-07', '10:00'],
    ['2026-12-08', '09:00'],
    ['2026-12-09', '09:00'],
  ]);
  expect(page.workshop.revision).toBe(1);
});

test('the calendar shows days and sessions in order, with holidays, and nothing from the bin', async () => {
  const kept = await planned(
    planForm(me, ['library.goldap', 'library.lapy'], { days: [day('2026-12-22')] }),
  );
  const gone = await planned(planForm(other, ['library.sopot'], { days: [day('2026-12-22')] }));
  await harness.call('bin.remove', { entity: 'workshop', id: gone.workshop.id });
  const { events, holidays } = await harness.call('calendar.events', {
    from: '2026-12-20',
    to: '2026-12-31',
  });
  expect(events).toEqual([
    {
      id: kept.days[0]?.id,
      kind: 'workshop',
      openId: kept.workshop.id,
      title: 'Diagnoza',
      date: '2026-12-22',
      start: '09:00',
      end: '16:00',
      state: 'planned',
      place: 'Gołdap',
      remote: false,
      people: ['Łucja Próbna'],
      libraries: ['Gołdap', 'Łapy'],
      hasConflict: false,
    },
  ]);
  expect(holidays.map(({ date }) => date)).toEqual(['2026-12-24', '2026-12-25', '2026-12-26']);
});
