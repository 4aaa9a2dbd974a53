import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openBinStage,
  plannedWorkshop,
  sessionWithAll,
  type BinnedEntity,
  type BinStage,
} from '../../helpers/binStage.ts';
import { nouns } from '../../helpers/nouns.ts';
import { sessionForm, stepForm, teamIn } from '../../helpers/scene.ts';

const DAY = 24 * 60 * 60 * 1000;

let stage: BinStage;
beforeAll(async () => (stage = await openBinStage()));
afterAll(() => stage.harness.dispose());

/** What each thing is a part of, as the screens see it. */
const OWNERS: Readonly<Record<string, readonly (readonly [column: string, owner: string])[]>> = {
  training_day: [['workshop_id', 'workshop']],
  agenda_item: [['day_id', 'training_day']],
  attendance: [['day_id', 'training_day']],
  agreement: [['engagement_id', 'engagement']],
  coaching_session: [['engagement_id', 'engagement']],
  coaching_goal: [['engagement_id', 'engagement']],
  resource: [['engagement_id', 'engagement']],
  action_step: [
    ['engagement_id', 'engagement'],
    ['workshop_id', 'workshop'],
  ],
  goal_score: [
    ['goal_id', 'coaching_goal'],
    ['session_id', 'coaching_session'],
  ],
};

const tableOf = (entity: BinnedEntity): string =>
  nouns.find((noun) => noun.entity === entity)?.table.table ?? '';

test('any order of removing, restoring and time passing leaves the store sound and the living untouched', async () => {
  const { harness } = stage;
  const { engagement, session, goal, of } = await sessionWithAll(harness, 'Jeden');
  const second = await harness.call('session.save', sessionForm(engagement.id, { topic: 'Dwa' }));
  const step = await harness.call(
    'step.save',
    stepForm('library.goldap', { ...of, sessionId: second.id, goalId: goal.id }),
  );
  const { workshop } = await plannedWorkshop(harness, 'Trzy');
  const task = await harness.call(
    'step.save',
    stepForm('library.goldap', { workshopId: workshop.id }),
  );
  const [member] = await teamIn(harness, 'library.lapy', ['Iga Sama']);
  if (member === undefined) throw new Error('She is in the team');
  const things: [BinnedEntity, string][] = [
    ['engagement', engagement.id],
    ['coachingSession', session.id],
    ['coachingSession', second.id],
    ['coachingGoal', goal.id],
    ['actionStep', step.id],
    ['actionStep', task.id],
    ['workshop', workshop.id],
    ['participant', member.participant.id],
    ['teamMembership', member.membership.id],
    ['participant', session.presentIds[0] ?? ''],
  ];
  const { store } = harness.opened().workspace;
  const living = () =>
    nouns.flatMap(({ table: { table } }) =>
      store.all(`select * from ${table}`).filter((row) => lives(table, row)),
    );
  // A part of something in the bin is shown nowhere: it is not among the living.
  const lives = (table: string, row: Readonly<Record<string, unknown>>): boolean =>
    row['deleted_at'] === null &&
    (OWNERS[table] ?? []).every(([column, owner]) => {
      const id = row[column];
      if (typeof id !== 'string') return true;
      const above = store.get(`select * from ${owner} where id = ?`, id);
      return above !== undefined && lives(owner, above);
    });
  const work = fc.oneof(
    fc.record({ what: fc.constant('remove'), which: fc.nat(things.length - 1) }),
    fc.record({ what: fc.constant('restore'), which: fc.nat(things.length - 1) }),
    fc.record({ what: fc.constant('wait'), which: fc.integer({ min: 1, max: 45 }) }),
  );
  let went = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(work, { minLength: 3, maxLength: 14 }), async (steps) => {
      let now = stage.start;
      const harmed: unknown[] = [];
      stage.goTo(now);
      store.connection.exec('begin'); // each trial starts from the same store
      try {
        for (const { what, which } of steps) {
          const [entity, id] = things[which] ?? ['workshop', ''];
          const there =
            store.get(`select 1 from ${tableOf(entity)} where id = ?`, id) !== undefined;
          if (what === 'wait') {
            now += which * DAY;
            stage.goTo(now);
            const before = living();
            went += Object.keys(stage.empty()).length;
            if (!isDeepStrictEqual(living(), before)) harmed.push(now);
          } else if (there) {
            await harness.call(what === 'remove' ? 'bin.remove' : 'bin.restore', { entity, id });
          }
        }
        expect([harmed, stage.problems()]).toEqual([[], []]);
      } finally {
        store.connection.exec('rollback');
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
  expect(went).toBeGreaterThan(0);
});
