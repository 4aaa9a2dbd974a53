import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../../src-main/domain/calendar.ts';
import { entityOf } from '../../../src-main/store/purge.ts';
import {
  openBinStage,
  plannedWorkshop,
  sessionWithAll,
  type BinnedEntity,
  type BinStage,
} from '../../helpers/binStage.ts';
import { tablesHolding } from '../../helpers/holding.ts';
import { nouns } from '../../helpers/nouns.ts';
import { agendaForm, meOf, stepForm, teamIn } from '../../helpers/scene.ts';
import type { StoreHarness } from '../../helpers/storeHarness.ts';

type Dump = ReturnType<StoreHarness['dump']>;

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

let stage: BinStage;
let harness: StoreHarness;

beforeEach(async () => {
  stage = await openBinStage();
  ({ harness } = stage);
});
afterEach(() => harness.dispose());

const afterDays = (days: number) => stage.afterDays(days);
const empty = () => stage.empty();
const remove = (entity: BinnedEntity, id: string) => stage.remove(entity, id);
const inBin = async () => (await harness.call('bin.list', {})).map(({ id }) => id);
const rowsOf = (dump: Dump, table: string) => dump[table] ?? [];
const holding = (text: string) => tablesHolding(harness, text);
const planned = (title: string, date?: string) => plannedWorkshop(harness, title, date);

/** Without settings (the clock is remembered) and full-text pages, which grow though their words are gone. */
const rowsAlone = (dump: Dump) =>
  Object.entries(dump).filter(([table]) => table !== 'setting' && !/_words_/.test(table));

test('a table’s name says what its noun is called in history', () => {
  expect(nouns.map(({ table }) => entityOf(table.table))).toEqual(
    nouns.map(({ entity }) => entity),
  );
});

describe('what has waited 30 whole days', () => {
  test('goes, with its parts, history, search and drafts; not an hour sooner', async () => {
    const before = harness.dump();
    const { workshop, days } = await planned('Żarnowiecki');
    const [first] = days;
    if (first === undefined) throw new Error('It has a day');
    const block = agendaForm(workshop.id, first.id, { title: 'Blok Żarnowiecki' });
    await harness.call('agenda.save', block);
    await harness.call('step.save', stepForm('library.goldap', { workshopId: workshop.id }));
    const draft = { entity: 'workshop', entityId: workshop.id, baseRevision: 1 } as const;
    await harness.call('draft.keep', { ...draft, body: '{"title":"Żarnowiecki"}' });
    await harness.call('draft.keep', {
      entity: 'actionStep',
      entityId: `new:${workshop.id}`,
      baseRevision: 0,
      body: '{"what":"Żarnowiecki"}',
    });
    await remove('workshop', workshop.id);
    expect(await harness.call('bin.list', {})).toMatchObject([
      { id: workshop.id, removedAt: instantOf(stage.start), expiresOn: '2026-12-24' },
    ]);
    stage.goTo(stage.start + 30 * DAY - 60_000);
    expect(empty()).toEqual({});
    expect(await inBin()).toEqual([workshop.id]);
    afterDays(30);
    expect(empty()).toEqual({ workshop: 1, trainingDay: 1, agendaItem: 1, actionStep: 1 });
    expect(await inBin()).toEqual([]);
    expect(holding('żarnowiecki')).toEqual([]);
    expect(stage.problems()).toEqual([]);
    expect(rowsAlone(harness.dump())).toEqual(rowsAlone(before));
  });

  test('and was taken back, stays', async () => {
    const { workshop } = await planned('Diagnoza');
    await remove('workshop', workshop.id);
    await harness.call('bin.restore', { entity: 'workshop', id: workshop.id });
    afterDays(31);
    expect(empty()).toEqual({});
    expect((await harness.call('workshop.get', { id: workshop.id })).workshop.title).toBe(
      'Diagnoza',
    );
  });

  test('takes a session’s private notes with it, out of the full-text tables too', async () => {
    const { session, goal, engagement } = await sessionWithAll(harness, 'Wiązownica');
    await harness.call('draft.keep', {
      entity: 'privateNote',
      entityId: session.id,
      baseRevision: 2,
      body: '{"body":"Wiązownica szkic"}',
    });
    expect(holding('wiazownica')).toContain('private_words_data');
    await remove('coachingGoal', goal.id);
    await remove('coachingSession', session.id);
    afterDays(30);
    expect(empty()).toEqual({ coachingSession: 1, goalScore: 1, coachingGoal: 1 });
    expect([...holding('wiązownica'), ...holding('wiazownica')]).toEqual([]);
    expect((await harness.call('engagement.get', { id: engagement.id })).sessions).toEqual([]);
    expect(stage.problems()).toEqual([]);
  });

  test('takes a whole process', async () => {
    const { engagement } = await sessionWithAll(harness, 'Wiązownica');
    await remove('engagement', engagement.id);
    afterDays(30);
    expect(empty()).toEqual({
      engagement: 1,
      agreement: 1,
      coachingSession: 1,
      coachingGoal: 1,
      goalScore: 1,
    });
    expect([...holding('wiązownica'), ...holding(engagement.id)]).toEqual([]);
    expect(stage.problems()).toEqual([]);
  });
});

describe('what something still needs keeps its row, and leaves the bin', () => {
  test('a session with a closed report; its private note goes', async () => {
    const { session, engagement } = await sessionWithAll(harness, 'Wiązownica');
    const subject = { kind: 'coaching-session', subjectId: session.id } as const;
    const closed = await harness.call('report.close', subject);
    if (closed.outcome !== 'closed') throw new Error(closed.outcome);
    await remove('engagement', engagement.id);
    afterDays(30);
    expect(empty()).toEqual({});
    expect(await inBin()).toEqual([]);
    expect(await harness.call('report.get', { id: closed.report.id })).toMatchObject({
      report: { sha256: closed.report.sha256 },
    });
    const dump = harness.dump();
    expect([rowsOf(dump, 'engagement').length, rowsOf(dump, 'private_note').length]).toEqual([
      1, 0,
    ]);
    expect(holding('prywatnie')).toEqual([]);
    expect(stage.problems()).toEqual([]);
  });

  test('a session whose steps go on', async () => {
    const { session, of } = await sessionWithAll(harness, 'Diagnoza');
    const step = await harness.call(
      'step.save',
      stepForm('library.goldap', { ...of, sessionId: session.id }),
    );
    await remove('coachingSession', session.id);
    afterDays(30);
    const before = rowsOf(harness.dump(), 'action_step');
    expect(empty()).toEqual({});
    expect(rowsOf(harness.dump(), 'action_step')).toEqual(before);
    await remove('actionStep', step.id);
    afterDays(60);
    expect(empty()).toEqual({ actionStep: 1, coachingSession: 1, goalScore: 1 });
  });

  test('a goal that a resource is linked to, in a list of ids', async () => {
    const { goal, of } = await sessionWithAll(harness, 'Diagnoza');
    await harness.call('resource.save', {
      id: null,
      revision: null,
      libraryId: 'library.goldap',
      ...of,
      sessionId: null,
      ownerParticipantId: null,
      kind: 'place',
      direction: 'have',
      name: 'Sala',
      note: '',
      goalIds: [goal.id],
    });
    await remove('coachingGoal', goal.id);
    afterDays(30);
    expect(empty()).toEqual({});
    expect(await inBin()).toEqual([]);
  });

  test('somebody who was present, and somebody in a team; not somebody found nowhere', async () => {
    const { session } = await sessionWithAll(harness, 'Diagnoza');
    const [present] = session.presentIds;
    const [alone] = await teamIn(harness, 'library.lapy', ['Iga Sama']);
    if (present === undefined || alone === undefined) throw new Error('They are there');
    await remove('participant', present);
    await remove('participant', alone.participant.id);
    afterDays(30);
    expect(empty()).toEqual({});
    await remove('teamMembership', alone.membership.id);
    afterDays(60);
    expect(empty()).toEqual({ teamMembership: 1, participant: 1 });
    expect(holding('Iga Sama')).toEqual([]);
  });

  test('the owner of the workspace', async () => {
    const me = await meOf(harness);
    await remove('person', me);
    afterDays(30);
    expect(empty()).toEqual({});
    expect(await meOf(harness)).toBe(me);
  });
});

describe('by a clock that lies', () => {
  const removed = async () => {
    const { workshop } = await planned('Diagnoza');
    await remove('workshop', workshop.id);
    return workshop.id;
  };

  test('nothing goes when it jumps ahead, until it has gone on for a day', async () => {
    await removed();
    afterDays(400);
    expect(empty()).toEqual({});
    stage.goTo(stage.start + 400 * DAY + HOUR);
    expect(empty()).toEqual({});
    afterDays(401);
    expect(empty()).toMatchObject({ workshop: 1 });
  });

  test('a jump that was a mistake leaves no trace', async () => {
    const id = await removed();
    afterDays(3000);
    expect(empty()).toEqual({});
    afterDays(2);
    expect(empty()).toEqual({});
    expect(await inBin()).toEqual([id]);
    afterDays(30);
    expect(empty()).toMatchObject({ workshop: 1 });
  });

  test('what was removed while it stood in the past waits from the last time known', async () => {
    const { workshop } = await planned('Diagnoza');
    afterDays(-3000);
    await remove('workshop', workshop.id);
    expect(empty()).toEqual({});
    afterDays(1);
    expect(empty()).toEqual({});
    expect(await harness.call('bin.list', {})).toMatchObject([
      { id: workshop.id, expiresOn: '2026-12-24' },
    ]);
    afterDays(30);
    expect(empty()).toMatchObject({ workshop: 1 });
  });
});

test('what could not be removed is there whole; what went before it is gone; the next time goes on', async () => {
  const { workshop } = await planned('Diagnoza');
  const { session } = await sessionWithAll(harness, 'Wiązownica');
  await remove('workshop', workshop.id);
  await remove('coachingSession', session.id);
  afterDays(30);
  const { store } = harness.opened().workspace;
  store.connection.exec(
    `create temp trigger cut before delete on coaching_session begin select raise(abort, 'cut off'); end`,
  );
  expect(empty).toThrow('cut off');
  const dump = harness.dump();
  const tables = ['workshop', 'training_day', 'coaching_session', 'goal_score', 'private_note'];
  expect(tables.map((table) => rowsOf(dump, table).length)).toEqual([0, 0, 1, 1, 1]);
  expect(await inBin()).toEqual([session.id]);
  expect(stage.problems()).toEqual([]);
  store.connection.exec('drop trigger cut');
  expect(empty()).toEqual({ coachingSession: 1, goalScore: 1 });
});

test('new steps of history keep their order and batches after old ones are gone', async () => {
  const { workshop } = await planned('Diagnoza');
  await remove('workshop', workshop.id);
  afterDays(30);
  empty();
  const { workshop: next } = await planned('Planowanie', '2027-01-05');
  const rows = harness
    .opened()
    .workspace.store.all('select position, batch, entity_id from change order by position');
  const positions = rows.map(({ position }) => Number(position));
  const own = rows.filter((row) => row['entity_id'] === next.id);
  expect(positions).toEqual([...new Set(positions)]);
  expect(own.map(({ batch }) => batch)).toEqual([own[0]?.['position']]);
  const shared = rows.filter(({ batch }) => batch === own[0]?.['batch']);
  expect(shared).toHaveLength(2); // the workshop and its day
});
