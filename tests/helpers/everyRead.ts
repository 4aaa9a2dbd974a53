import { contract, type CallInput, type StoreCallName } from '../../src-main/contract/contract.ts';
import { DraftEntity } from '../../src-main/domain/draft.ts';
import { RetentionKind } from '../../src-main/domain/retention.ts';
import { planForm } from './scene.ts';
import type { StoreHarness } from './storeHarness.ts';

/** What one read call answered to one input. */
export interface Reading {
  readonly name: StoreCallName;
  readonly input: unknown;
  readonly output: unknown;
}

type Inputs = { readonly [Name in StoreCallName]?: readonly CallInput<Name>[] };

/** The store's calls that only read. */
export const READ_CALLS: readonly StoreCallName[] = Object.entries(contract)
  .filter(([, call]) => call.place === 'store' && call.effect === 'read')
  .map(([name]) => name as StoreCallName); // keys of the contract whose place is the store

async function inputsFor(harness: StoreHarness, words: readonly string[]): Promise<Inputs> {
  const libraries = await harness.call('library.list', {});
  const workshops = await harness.call('workshop.list', {});
  const processes = await harness.call('engagement.list', {});
  const sessions = [];
  for (const { id } of processes) {
    sessions.push(...(await harness.call('engagement.get', { id })).sessions);
  }
  const { rows } = await harness.call('report.list', {});
  const reports = rows.flatMap(({ reportId }) => (reportId === null ? [] : [{ id: reportId }]));
  const ids = (rowsWithId: readonly { readonly id: string }[]) =>
    rowsWithId.map(({ id }) => ({ id }));
  const [me] = await harness.call('person.list', {});
  const [library] = libraries;
  if (me === undefined || library === undefined)
    throw new Error('The workspace has an owner and libraries');
  const found = await harness.call('subject.find', { text: '' });
  const subjects = (['participant', 'person'] as const).flatMap((kind) =>
    found
      .filter((one) => one.kind === kind)
      .slice(0, 1)
      .map(({ id }) => ({ kind, id })),
  );
  // A code that waits and a backup to look at; neither is a row.
  await harness.call('recovery.begin', { passphrase: '' });
  await harness.call('backup.make', {});
  const backups = await harness.call('backup.list', {});
  return {
    'recovery.sheet': [{}],
    'safety.get': [{}],
    'backup.list': [{}],
    'restore.look': backups.map(({ place, id }) => ({ place, id })),
    'diagnostics.run': [{}],
    'lostLaptop.read': [{}],
    'workspace.status': [{}],
    'settings.get': [{}],
    'draft.list': [{}],
    'draft.get': DraftEntity.options.map((entity) => ({ entity, entityId: 'new' })),
    'bin.list': [{}],
    'search.query': words.map((text) => ({ text })),
    'today.get': [{}],
    'program.get': [{}],
    'library.list': [{}],
    'library.get': ids(libraries),
    'person.list': [{}],
    'edition.list': [{}],
    'workshop.list': [{}],
    'workshop.get': ids(workshops),
    'workshop.check': [planForm(me.id, [library.id])],
    'calendar.events': [{ from: '2026-01-01', to: '2027-01-31' }],
    'engagement.list': [{}],
    'engagement.get': ids(processes),
    'session.get': ids(sessions),
    'privateNote.get': sessions.map(({ id }) => ({ sessionId: id })),
    'participant.list': libraries.map(({ id }) => ({ libraryId: id })),
    'report.list': [{}],
    'report.get': reports,
    'report.preview': rows.map(({ kind, subjectId }) => ({ kind, subjectId })),
    'report.read': reports,
    // Everybody is found, and one of each kind is shown: that reads every closed PDF.
    'subject.find': [{ text: '' }, { text: me.name }],
    'subject.show': subjects,
    'erasure.preview': subjects,
    'erasure.list': [{}],
    'retention.get': [{}],
    'retention.list': RetentionKind.options.map((kind) => ({ kind })),
    'history.get': [
      ...workshops.map(({ id }) => ({ entity: 'workshop' as const, id })),
      ...sessions.map(({ id }) => ({ entity: 'coachingSession' as const, id })),
      ...processes.map(({ id }) => ({ entity: 'engagement' as const, id })),
      ...libraries.map(({ id }) => ({ entity: 'library' as const, id })),
      { entity: 'person' as const, id: me.id },
    ],
  };
}

/**
 * Asks every read call of the contract about everything that the workspace holds; each answer is parsed by
 * its output schema on the way. A call without an input here fails, so that a new one cannot be forgotten.
 */
export async function readEverything(
  harness: StoreHarness,
  options: { readonly words: readonly string[]; readonly except?: readonly StoreCallName[] },
): Promise<Reading[]> {
  const inputs = await inputsFor(harness, options.words);
  const readings: Reading[] = [];
  for (const name of READ_CALLS.filter((one) => !options.except?.includes(one))) {
    const known = inputs[name];
    if (known === undefined) throw new Error(`Tell tests/helpers/everyRead.ts an input of ${name}`);
    for (const input of known) {
      readings.push({ name, input, output: await harness.call(name, input) });
    }
  }
  return readings;
}

/** An answer as text in which words can be looked for; bytes are read as the text that they are. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? Buffer.from(part).toString('utf8') : part,
  );
}
