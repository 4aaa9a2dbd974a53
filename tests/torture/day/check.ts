import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { backupsIn, placeFolder } from '../../../src-main/store/backup/places.ts';
import { verifyBackup } from '../../../src-main/store/backup/verify.ts';
import { textIn, type Store } from '../../../src-main/store/db.ts';
import { DraftEntity } from '../../../src-main/domain/draft.ts';
import { CoachingSessionId } from '../../../src-main/domain/coachingSession.ts';
import { ReportId } from '../../../src-main/domain/report.ts';
import { privateNoteOf } from '../../../src-main/store/private/privateNotes.ts';
import { nouns } from '../../helpers/nouns.ts';
import type { StoreHarness } from '../../helpers/storeHarness.ts';
import type { AnyRecorded, Fact, UnderWay } from './facts.ts';
import { draftKey, type Entered, type KnownThing, type Ledger } from './ledger.ts';

const tables = new Map(nouns.map(({ entity, table }) => [entity, table]));

function rowOf(store: Store, id: string, known: KnownThing): AnyRecorded | undefined {
  if (known.entity !== 'privateNote') return tables.get(known.entity)?.find(store, id);
  const row = store.get('select session_id from private_note where id = ?', id);
  if (row === undefined) return undefined;
  return privateNoteOf(store, CoachingSessionId.parse(row['session_id'])) ?? undefined;
}

function mayHaveChanged(underWay: UnderWay | null, id: string): boolean {
  if (underWay === null) return false;
  return underWay.touches === 'anything' || underWay.touches.includes(id);
}

/** What is wrong with one thing; the ledger learns what the cut-off call has done to it. */
function checkThing(
  store: Store,
  { things }: Ledger,
  id: string,
  known: KnownThing,
  underWay: UnderWay | null,
): string | null {
  const { entity } = known;
  const row = rowOf(store, id, known);
  if (row === undefined) return `LOST ${entity} ${id}`;
  if (row.revision < known.revision)
    return `LOST revision ${known.revision} of ${entity} ${id}: it is at ${row.revision}`;
  const told = known.thing === null ? null : known.revision;
  const removed = row.deletedAt !== null;
  if (told !== null && row.revision > told && !mayHaveChanged(underWay, id))
    return `${entity} ${id} is at revision ${row.revision}, and nobody saved more than ${told}`;
  if (told === row.revision && !isDeepStrictEqual(row, known.thing))
    return `${entity} ${id} is not what was saved: ${JSON.stringify([row, known.thing])}`;
  const moved = row.revision > known.revision && mayHaveChanged(underWay, id);
  if (known.removed !== null && known.removed !== removed && !moved)
    return `${entity} ${id} is ${removed ? 'in the bin' : 'not in the bin'}`;
  things.set(id, { entity, revision: row.revision, thing: row, removed });
  return null;
}

function* checkThings(
  store: Store,
  ledger: Ledger,
  ids: Iterable<string>,
  underWay: UnderWay | null,
): Generator<string> {
  for (const id of ids) {
    const known = ledger.things.get(id);
    const wrong = known === undefined ? null : checkThing(store, ledger, id, known, underWay);
    if (wrong !== null) yield wrong;
  }
}

/** Rows without their whole history: each revision is one step of it. */
function* checkHistory(store: Store, { undone }: Ledger): Generator<string> {
  const histories = [
    ...nouns.map(({ entity, table }) => ({ entity, table: table.table, change: 'change' })),
    { entity: 'privateNote', table: 'private_note', change: 'private_change' },
  ];
  for (const { entity, table, change } of histories) {
    const rows = store.all(
      `select id from ${table} t where revision <> ` +
        `(select count(*) from ${change} c where c.entity = ? and c.entity_id = t.id)`,
      entity,
    );
    for (const row of rows) yield `the history of ${entity} ${textIn(row, 'id')} has gaps`;
  }
  for (const batch of undone) {
    if (store.get('select 1 as found from change where undoes = ?', batch) === undefined)
      yield `LOST the taking back of batch ${batch}`;
  }
}

/** What is wrong with an open database as a file: its pages, its references, its full-text indexes. */
export function* checkFile(store: Store): Generator<string> {
  for (const row of store.all('pragma integrity_check')) {
    if (row['integrity_check'] !== 'ok') yield `integrity_check: ${String(row['integrity_check'])}`;
  }
  const orphans = store.all('pragma foreign_key_check').length;
  if (orphans > 0) yield `foreign_key_check: ${orphans} rows`;
  for (const index of ['search_words', 'private_words']) {
    try {
      // 1: compared with the words that it indexes, not only with itself (https://sqlite.org/fts5.html, 6.6).
      store.connection.exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`);
    } catch (error) {
      yield `${index} does not fit what it indexes: ${String(error)}`;
    }
  }
}

function factIn(underWay: UnderWay | null, test: (fact: Fact) => boolean): boolean {
  return underWay?.would.some(test) ?? false;
}

async function checkDrafts(
  harness: StoreHarness,
  { drafts }: Ledger,
  underWay: UnderWay | null,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const [key, body] of drafts) {
    const [entity = '', entityId = ''] = key.split(' ');
    const place = { entity: DraftEntity.parse(entity), entityId };
    const found = (await harness.call('draft.get', place))?.body ?? null;
    const isNew = factIn(
      underWay,
      (fact) =>
        fact.kind === 'draft' &&
        draftKey(fact.entity, fact.entityId) === key &&
        fact.body === found,
    );
    if (found !== body && !isNew)
      wrong.push(`LOST draft ${key}: it is ${String(found)}, and ${String(body)} was told`);
    drafts.set(key, found);
  }
  return wrong;
}

async function checkRecipient(
  harness: StoreHarness,
  ledger: Ledger,
  underWay: UnderWay | null,
): Promise<string[]> {
  const { reportRecipient: found } = await harness.call('settings.get', {});
  const isNew = factIn(underWay, (fact) => fact.kind === 'recipient' && fact.value === found);
  const wrong = ledger.recipient !== null && found !== ledger.recipient && !isNew;
  const expected = ledger.recipient;
  ledger.recipient = found;
  return wrong ? [`LOST setting: ${found}, not ${String(expected)}`] : [];
}

async function checkReports(
  harness: StoreHarness,
  reports: Iterable<[string, string]>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const [id, sha256] of reports) {
    const { pdf } = await harness.call('report.read', { id: ReportId.parse(id) });
    const found = createHash('sha256').update(pdf).digest('hex');
    if (found !== sha256 || Buffer.from(pdf).subarray(0, 5).toString('latin1') !== '%PDF-')
      wrong.push(`the PDF of report ${id} is not the one that was closed`);
  }
  return wrong;
}

/** Every backup that is listed is whole, and every acknowledged one is listed. `seen` are not opened again. */
function checkBackups(
  { backups, opened }: StoreHarness,
  ledger: Ledger,
  seen: Set<string>,
): string[] {
  const { workspaceId, dataKey } = opened().workspace;
  const found = backupsIn(placeFolder(backups, workspaceId));
  const missing = [...ledger.backups].filter((id) => !found.some((backup) => backup.id === id));
  const wrong = missing.map((id) => `LOST backup ${id}`);
  for (const backup of found.filter(({ id }) => !seen.has(id))) {
    seen.add(backup.id);
    if (!verifyBackup(backup, dataKey, Date.now()))
      wrong.push(`backup ${backup.id} only looks whole`);
  }
  return wrong;
}

/** Some sessions that were just saved are found by their words. */
async function checkSearch(
  harness: StoreHarness,
  ledger: Ledger,
  ids: Iterable<string>,
): Promise<string[]> {
  const sessions = [...ids]
    .flatMap((id) => ledger.things.get(id) ?? [])
    .filter(({ entity, removed }) => entity === 'coachingSession' && removed === false)
    .slice(-3);
  const wrong: string[] = [];
  for (const { thing } of sessions) {
    const topic: unknown = thing === null ? undefined : Reflect.get(thing, 'topic');
    if (thing === null || typeof topic !== 'string') continue;
    const hits = await harness.call('search.query', { text: topic.split(' ')[0] ?? '' });
    if (!hits.some(({ id }) => id === thing.id))
      wrong.push(`search does not find session ${thing.id}`);
  }
  return wrong;
}

/** Which of the ledger to look at row by row: what was just told of, or everything. */
export type Thoroughness = 'recent' | 'everything';

/** Everything that an open workspace does not keep of what was acknowledged. */
export async function checkPromises(
  harness: StoreHarness,
  ledger: Ledger,
  { ids, underWay }: Entered,
  seenBackups: Set<string>,
  thoroughness: Thoroughness,
): Promise<string[]> {
  const { store } = harness.opened().workspace;
  const everything = thoroughness === 'everything';
  // What a cut-off call may have changed is looked at too, so that the ledger learns of it.
  const all = everything || underWay?.touches === 'anything';
  const touched = [...ids, ...(Array.isArray(underWay?.touches) ? underWay.touches : [])];
  const looked = all ? [...ledger.things.keys()] : touched;
  return [
    ...checkFile(store),
    ...checkThings(store, ledger, looked, underWay),
    ...checkHistory(store, ledger),
    ...(await checkDrafts(harness, ledger, underWay)),
    ...(await checkRecipient(harness, ledger, underWay)),
    ...(await checkReports(
      harness,
      [...ledger.reports].filter(([id]) => everything || ids.has(id)),
    )),
    ...(await checkSearch(harness, ledger, ids)),
    ...checkBackups(harness, ledger, everything ? new Set() : seenBackups),
  ];
}
