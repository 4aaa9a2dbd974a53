import type { CallInput } from '../../src-main/contract/contract.ts';
import { emptyExpired } from '../../src-main/usecases/privateUpkeep.ts';
import { day, goalForm, meOf, openProcess, planForm, sessionForm, standingClock } from './scene.ts';
import { storeHarness, type StoreHarness } from './storeHarness.ts';

/** Names of things that can be put into the bin. */
export type BinnedEntity = CallInput<'bin.remove'>['entity'];

const DAY = 24 * 60 * 60 * 1000;

/** A workspace whose clock a test moves, with the bin at hand. */
export interface BinStage {
  readonly harness: StoreHarness;
  /** When the stage was opened; milliseconds since 1970. */
  readonly start: number;
  goTo(milliseconds: number): void;
  afterDays(days: number): void;
  /** Empties the bin of what has waited; answers what went. */
  empty(): Readonly<Record<string, number>>;
  remove(entity: BinnedEntity, id: string): Promise<unknown>;
  /** What the database's own checks find, full-text search included; nothing when it is sound. */
  problems(): unknown[];
}

/** Opens a stage; its clock was seen by the bin already. */
export async function openBinStage(): Promise<BinStage> {
  const clock = standingClock();
  const start = clock.now();
  const harness = storeHarness({ now: clock.now });
  await harness.createQuickly();
  const goTo = (milliseconds: number) => clock.set(new Date(milliseconds).toISOString());
  const empty = () => emptyExpired(harness.opened().tools).removed;
  empty();
  return {
    harness,
    start,
    goTo,
    afterDays: (days) => goTo(start + days * DAY),
    empty,
    remove: (entity, id) => harness.call('bin.remove', { entity, id }),
    problems() {
      const { connection } = harness.opened().workspace.store;
      for (const table of ['search_words', 'private_words']) {
        connection.exec(`insert into ${table} (${table}) values ('integrity-check')`); // throws when they are apart
      }
      const broken = connection.pragma('foreign_key_check') as unknown[];
      const integrity: unknown = connection.pragma('integrity_check', { simple: true });
      return integrity === 'ok' ? broken : [...broken, integrity];
    },
  };
}

/** A workshop in Gołdap with one day. */
export async function plannedWorkshop(harness: StoreHarness, title: string, date = '2026-12-01') {
  const form = planForm(await meOf(harness), ['library.goldap'], { title, days: [day(date)] });
  const saved = await harness.call('workshop.plan', form);
  if (saved.outcome !== 'saved') throw new Error('Nothing is in the way');
  return saved;
}

/** A held session of a process with a scored goal and a private note of two versions; `title` is in all words. */
export async function sessionWithAll(harness: StoreHarness, title: string) {
  const { engagement, team } = await openProcess(harness, 'library.goldap');
  const session = await harness.call(
    'session.save',
    sessionForm(engagement.id, { topic: title, presentIds: team.map(({ id }) => id) }),
  );
  const goal = await harness.call('goal.save', goalForm(engagement.id, { title }));
  await harness.call('goal.score', { goalId: goal.id, sessionId: session.id, value: 5, note: '' });
  const note = { sessionId: session.id, revision: null, body: `Prywatnie ${title}` };
  await harness.call('privateNote.save', note);
  await harness.call('privateNote.save', { ...note, revision: 1, body: `Jeszcze ${title}` });
  return { engagement, session, goal, of: { engagementId: engagement.id } };
}
