import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallInput } from '../../../src-main/contract/contract.ts';
import {
  day,
  meOf,
  openProcess,
  planForm,
  sessionForm,
  standingClock,
  stepForm,
  teamIn,
} from '../../helpers/scene.ts';
import { nouns } from '../../helpers/nouns.ts';
import { storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

const harness = storeHarness({ now: standingClock().now });
let me: string;
let engagementId: string;

beforeAll(async () => {
  await harness.createQuickly();
  me = await meOf(harness);
  engagementId = (await openProcess(harness, 'library.goldap')).engagement.id;
  await teamIn(harness, 'library.lapy', ['Anna Próbna', 'Iga Próbna']);
});
afterAll(() => harness.dispose());

type Place = CallInput<'history.get'>;

/** Everything that is not in the bin, and what is found and waits because of it; not when it was saved. */
function state(of: StoreHarness): Record<string, unknown> {
  const dump = of.dump();
  const live = nouns.map(({ table: { table } }) => {
    const rows = (dump[table] ?? []) as readonly Record<string, unknown>[];
    return [
      table,
      rows
        .filter((row) => row['deleted_at'] === null)
        .map(({ revision: _1, updated_at: _2, ...row }) => row),
    ];
  });
  const words = (dump['search_entry'] ?? []) as readonly Record<string, unknown>[];
  const found = words
    .map((row) => [row['entity'], row['entity_id'], row['words']].join(' '))
    .sort();
  return { ...Object.fromEntries(live), found, due: dump['report_due'] };
}

async function pressUntilNothing(name: 'history.undo' | 'history.redo', place: Place) {
  for (let presses = 0; ; presses += 1) {
    const { outcome } = await harness.call(name, place);
    if (outcome === 'nothing') return presses;
    expect(outcome).toBe('done');
  }
}

type Edit = (place: Place, pick: number, word: string) => Promise<unknown>;

const workshopEdits: readonly Edit[] = [
  async ({ id }, _pick, word) => {
    const { workshop } = await harness.call('workshop.get', { id });
    const { revision } = workshop;
    const words = { summary: word, conclusions: `${word}!` };
    await harness.call('workshop.describe', { id, revision, ...words });
  },
  async ({ id }, pick, word) => {
    const { workshop, days } = await harness.call('workshop.get', { id });
    const kept = days.map(({ id: dayId, date, start, end, value }) => ({
      id: dayId,
      date,
      start,
      end,
      value,
    }));
    const date = `2027-02-${String((pick % 4) + 1).padStart(2, '0')}`;
    const more = days.some((one) => one.date === date) ? kept.slice(0, 1) : [...kept, day(date)];
    await harness.call('workshop.plan', {
      ...planForm(me, [...workshop.libraryIds]),
      id,
      revision: workshop.revision,
      title: word,
      days: more,
      accepted: await reasons(id, more),
    });
  },
  async ({ id }, pick, word) => {
    const { days } = await harness.call('workshop.get', { id });
    const dayId = days[pick % days.length]?.id ?? '';
    const block = { plannedMinutes: 30, isBreak: false, aim: '', content: word, method: '' };
    await harness.call('agenda.save', {
      ...block,
      id: null,
      revision: null,
      workshopId: id,
      dayId,
      title: word,
      materials: '',
      outcome: null,
      doneMinutes: null,
      reason: '',
    });
  },
  async ({ id }, pick) => {
    const { agenda } = await harness.call('workshop.get', { id });
    const item = agenda[pick % Math.max(1, agenda.length)];
    if (item !== undefined) await harness.call('bin.remove', { entity: 'agendaItem', id: item.id });
  },
  async ({ id }, pick) => {
    const { days } = await harness.call('workshop.get', { id });
    const one = days[pick % days.length];
    if (one === undefined) return;
    if (one.attendanceConfirmedAt !== null) {
      await harness.call('attendance.reopen', { dayId: one.id });
      return;
    }
    await harness.call('attendance.markRest', { dayId: one.id, mark: 'present' });
    if (pick % 2 === 0) await harness.call('attendance.confirm', { dayId: one.id });
  },
  async ({ id }, _pick, word) =>
    harness.call('step.save', stepForm('library.lapy', { workshopId: id, what: word })),
];

/** Whatever the plan clashes with is accepted: this is about history. */
async function reasons(id: string | null, days: CallInput<'workshop.plan'>['days']) {
  const plan = { ...planForm(me, ['library.lapy']), id, revision: null, days };
  const { conflicts } = await harness.call('workshop.check', plan);
  return conflicts.map(({ key }) => ({ key, reason: 'Tak ustalono' }));
}

async function newWorkshop(): Promise<Place> {
  const days = [day('2027-02-01')];
  const planned = await harness.call('workshop.plan', {
    ...planForm(me, ['library.lapy']),
    days,
    accepted: await reasons(null, days),
  });
  if (planned.outcome !== 'saved') throw new Error('Every conflict has a reason');
  return { entity: 'workshop', id: planned.workshop.id };
}

const sessionEdits: readonly Edit[] = [
  async ({ id }, pick, word) => {
    const { session } = await harness.call('session.get', { id });
    const { createdAt: _1, updatedAt: _2, originWorkspace: _3, deletedAt: _4, ...form } = session;
    await harness.call('session.save', {
      ...form,
      topic: word,
      minutes: 30 + (pick % 60),
      state: pick % 3 === 0 ? 'planned' : 'held',
      grrow: { ...form.grrow, will: word },
    });
  },
  async ({ id }, pick, word) =>
    harness.call('resource.save', {
      id: null,
      revision: null,
      libraryId: 'library.goldap',
      engagementId,
      sessionId: id,
      ownerParticipantId: null,
      kind: 'place',
      direction: pick % 2 === 0 ? 'have' : 'seek',
      name: word,
      note: '',
      goalIds: [],
    }),
  async ({ id }, pick, word) => {
    const { steps } = await harness.call('session.get', { id });
    const step = steps[pick % Math.max(1, steps.length)];
    const form = stepForm('library.goldap', { engagementId, sessionId: id, what: word });
    if (step === undefined) await harness.call('step.save', form);
    else await harness.call('step.setState', { id: step.id, state: 'done', sessionId: null });
  },
];

async function newSession(): Promise<Place> {
  const session = await harness.call('session.save', sessionForm(engagementId));
  return { entity: 'coachingSession', id: session.id };
}

const word = fc.string({ unit: fc.constantFrom(...'aąłóżz 7'), minLength: 1, maxLength: 6 });
const editsOf = (edits: readonly Edit[]) =>
  fc.array(
    fc.tuple(
      fc.constantFrom(...edits),
      fc.nat(40),
      word.map((text) => `Słowo ${text}`.trim()),
    ),
    { maxLength: 9 },
  );

for (const [what, make, edits] of [
  ['workshop', newWorkshop, workshopEdits],
  ['session', newSession, sessionEdits],
] as const) {
  test(`after any work on a ${what}, undoing all of it gives the start and redoing all the end`, async () => {
    await fc.assert(
      fc.asyncProperty(editsOf(edits), async (list) => {
        const start = state(harness);
        const place = await make();
        for (const [edit, pick, text] of list) await edit(place, pick, text);
        const end = state(harness);
        const undone = await pressUntilNothing('history.undo', place);
        expect(state(harness)).toEqual(start);
        expect(await pressUntilNothing('history.redo', place)).toBe(undone);
        expect(state(harness)).toEqual(end);
        await pressUntilNothing('history.undo', place);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
}

test('undo and redo go on after a restart', async () => {
  const first = storeHarness({ now: standingClock().now });
  await first.createQuickly();
  const process = await openProcess(first, 'library.goldap');
  const form = sessionForm(process.engagement.id, { topic: 'Stary' });
  const { id, revision } = await first.call('session.save', form);
  await first.call('session.save', { ...form, id, revision, topic: 'Nowy' });
  const place: Place = { entity: 'coachingSession', id };
  await first.call('history.undo', place);
  await first.server.close();
  const second = first.again();
  await second.call('workspace.status', {});
  expect((await second.call('history.redo', place)).outcome).toBe('done');
  expect((await second.call('session.get', { id })).session.topic).toBe('Nowy');
  expect((await second.call('history.undo', place)).outcome).toBe('done');
  expect((await second.call('session.get', { id })).session.topic).toBe('Stary');
  await second.dispose();
});
