import type { PlainDate } from '../domain/calendar.ts';
import {
  ErasureId,
  ERASURE_PREFIX,
  erasureNumber,
  neutralName,
  type Erasure,
} from '../domain/erasure.ts';
import type { Recorded } from '../domain/noun.ts';
import { isSameName } from '../domain/personText.ts';
import { atOnce } from '../domain/steps.ts';
import { ReportLayer, REDACTED_SCHEMA_VERSION } from '../domain/reportLayer.ts';
import { writeEncrypted, type WrittenFile } from '../files/encryptedFile.ts';
import { removeSealed } from '../files/removal.ts';
import { numberIn, type ReadableDb, type WritableDb } from '../store/db.ts';
import { erasures } from '../store/erasures.ts';
import { asStoreFailure, StoreFailure } from '../store/failures.ts';
import { rememberErased } from './erasedLately.ts';
import { addLeftovers, finishErasures } from './erasureLeftovers.ts';
import {
  backupsHolding,
  countsOf,
  holdings,
  lookFor,
  type Found,
  type Held,
  type PrivateParts,
} from './erasureLook.ts';
import { protocolDocument } from './erasureProtocol.ts';
import { addFile, replaceEdition, writeWithout, type Edition } from './erasureWrite.ts';
import { gently } from './gently.ts';
import { oneAtATime } from './reports.ts';
import { readMe } from './settings.ts';
import { readSubject, type SubjectRef } from './subject.ts';
import { firstHash, heldFiles } from './subjectReports.ts';
import { nowOf, stampOf, todayOf, type Tools } from './tools.ts';

/** An erasure that is under way. */
interface Order {
  readonly subject: SubjectRef;
  readonly number: string;
  readonly on: PlainDate;
}

/** What an erasure has written before its transaction. */
interface Prepared {
  readonly found: Found;
  readonly editions: readonly Edition[];
  /** What the transaction records besides; null when an earlier erasure is only repeated. */
  readonly protocol: {
    readonly fields: Omit<Erasure, 'id' | 'fileId'>;
    readonly written: WrittenFile;
  } | null;
}

/** How often work that goes on beside may make an erasure begin anew. */
const MOST_ATTEMPTS = 5;

type MakeProtocol = (found: Found) => Promise<Prepared['protocol']>;

async function printEdition(
  tools: Tools,
  { number, on }: Order,
  naming: Found['naming'][number],
): Promise<Edition> {
  const layer = ReportLayer.parse({
    ...naming.redacted,
    schemaVersion: REDACTED_SCHEMA_VERSION,
    redaction: { protocol: number, on, oldSha256: firstHash(naming.report, naming.file) },
  });
  const { pdf, pages, replacedCharacters } = await tools.printer.render(layer);
  const written = writeEncrypted(tools.files.folder, tools.files.dataKey, pdf);
  return { ...naming, written, pages, replacedCharacters };
}

/** Writes every new file; `written` gets their paths, so that they can be taken away again. */
async function prepare(
  tools: Tools,
  privately: PrivateParts,
  order: Order,
  makeProtocol: MakeProtocol,
  written: string[],
): Promise<Prepared> {
  const found = await lookFor(tools, privately, order.subject, neutralName(order.number));
  const editions: Edition[] = [];
  for (const naming of found.naming) {
    const edition = await printEdition(tools, order, naming);
    written.push(edition.written.path);
    editions.push(edition);
  }
  const protocol = await makeProtocol(found);
  if (protocol !== null) written.push(protocol.written.path);
  tools.step?.('erasure.files-written');
  return { found, editions, protocol };
}

/** How often anything was written since the workspace was opened, by anybody: there is one connection that writes. */
function writesIn(db: ReadableDb): number {
  const row = db.get('select total_changes() as writes');
  if (row === undefined) throw new Error('A function answers one row');
  return numberIn(row, 'writes');
}

/**
 * The one transaction of an erasure. Answers `false`, and changes nothing, when something changed meanwhile. All texts
 * are looked through once more before it, with pauses; inside of it only where others keep writing.
 */
async function commit(
  tools: Tools,
  privately: PrivateParts,
  order: Order,
  { found, editions, protocol }: Prepared,
  also: (db: WritableDb, fileId: Erasure['fileId']) => void,
): Promise<boolean> {
  const label = neutralName(order.number);
  const look = (db: ReadableDb) => holdings(db, privately, order.subject, label);
  let seen = { writes: -1, held: found as Held };
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    if (seen.writes === writesIn(tools.store)) break;
    seen = { writes: writesIn(tools.store), held: await gently(look(tools.store)) };
  }
  const committed = tools.store.inTransaction((db) => {
    const held = seen.writes === writesIn(db) ? seen.held : atOnce(look(db));
    if (held.fingerprint !== found.fingerprint) return false;
    const at = nowOf(tools);
    const gone = writeWithout(db, at, held, label);
    const replaced = editions.flatMap((edition) => replaceEdition(db, tools, at, edition));
    also(db, protocol === null ? null : addFile(db, tools, protocol.written).id);
    addLeftovers(db, [...gone, ...replaced]);
    tools.step?.('erasure.before-commit');
    return true;
  });
  if (committed) {
    const { subject } = order;
    rememberErased(tools.store, { subject, neutralName: label, rewrite: found.rewrite });
  }
  return committed;
}

/** Removes old files and empties the log, whose pages hold old words. It is done: what fails waits for the next opening. */
async function tidyUp(tools: Tools): Promise<void> {
  try {
    finishErasures(tools);
    await tools.emptyLog?.();
  } catch (error) {
    if (!(asStoreFailure(error) instanceof StoreFailure)) throw error;
  }
}

/** Writes new files, then everything in one transaction, then removes old files: a cut leaves before or after. */
async function carryOut(
  tools: Tools,
  privately: PrivateParts,
  order: Order,
  makeProtocol: MakeProtocol,
  also: (db: WritableDb, prepared: Prepared, fileId: Erasure['fileId']) => void,
): Promise<void> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const written: string[] = [];
    let done = false;
    try {
      const prepared = await prepare(tools, privately, order, makeProtocol, written);
      done = await commit(tools, privately, order, prepared, (db, fileId) =>
        also(db, prepared, fileId),
      );
    } finally {
      if (!done) removeSealed(tools.files.folder, written);
    }
    if (!done) continue;
    tools.step?.('erasure.committed');
    await tidyUp(tools);
    tools.step?.('erasure.finished');
    return;
  }
  throw new StoreFailure('changed-meanwhile');
}

function nextNumber(db: ReadableDb, year: number): string {
  const prefix = `${ERASURE_PREFIX}/${year}/`;
  const row = db.get(
    'select coalesce(max(cast(substr(number, ?) as integer)), 0) as last from erasure where number glob ?',
    prefix.length + 1,
    `${prefix}*`,
  );
  return erasureNumber(year, row === undefined ? 1 : numberIn(row, 'last') + 1);
}

function protocolFields(
  tools: Tools,
  order: Order,
  reason: string,
  found: Found,
): Omit<Erasure, 'id' | 'fileId'> {
  const { rewrite } = found;
  return {
    subjectKind: order.subject.kind,
    subjectId: order.subject.id,
    number: order.number,
    erasedOn: order.on,
    reason: rewrite(reason).slice(0, 300),
    counts: { ...countsOf(found) },
    reports: found.naming
      .flatMap((naming) => heldFiles(tools, naming))
      .map((held) => ({ ...held, recipients: held.recipients.map(rewrite) })),
  };
}

/**
 * Erases a person for good: names and contacts everywhere, closed reports by redacted editions; sums stay.
 * Throws not-found, name-mismatch, owner-stays; the old state is whole then.
 */
export function eraseSubject(
  tools: Tools,
  privately: PrivateParts,
  input: { readonly subject: SubjectRef; readonly typedName: string; readonly reason: string },
): Promise<Recorded<Erasure>> {
  const { subject } = input;
  return oneAtATime(async () => {
    if (!isSameName(input.typedName, readSubject(tools.store, subject).name))
      throw new StoreFailure('name-mismatch');
    if (readMe(tools.store).id === subject.id) throw new StoreFailure('owner-stays');
    const on = todayOf(tools);
    const number = nextNumber(tools.store, Number(on.slice(0, 4)));
    const order: Order = { subject, number, on };
    const id = ErasureId.parse(tools.newId());
    const makeProtocol: MakeProtocol = async (found) => {
      const fields = protocolFields(tools, order, input.reason, found);
      const { pdf } = await tools.printer.renderDocument(
        protocolDocument(fields, {
          by: readMe(tools.store),
          backups: backupsHolding(tools),
          unreadable: found.unreadable.map((report) => report.number),
        }),
      );
      const { folder, dataKey } = tools.files;
      return { fields, written: writeEncrypted(folder, dataKey, pdf) };
    };
    await carryOut(tools, privately, order, makeProtocol, (db, { protocol }, fileId) => {
      if (protocol === null) throw new Error('An erasure was prepared without its protocol');
      erasures.insert(db, stampOf(tools), { id, ...protocol.fields, fileId });
    });
    return erasures.get(tools.store, id);
  });
}

/** The erasure as it was, in a store that does not have it; its protocol's file may not be there. */
function addRow(db: WritableDb, tools: Tools, erasure: Erasure): void {
  if (erasures.find(db, erasure.id) !== undefined) return;
  const known =
    erasure.fileId !== null &&
    db.get('select 1 as found from stored_file where id = ?', erasure.fileId) !== undefined;
  const { id, subjectKind, subjectId, number, erasedOn, reason, counts, reports } = erasure;
  const fileId = known ? erasure.fileId : null;
  erasures.insert(db, stampOf(tools), {
    id,
    subjectKind,
    subjectId,
    number,
    erasedOn,
    reason,
    counts,
    reports,
    fileId,
  });
}

/**
 * Erases again, under the same names, whom newer erasures took out: after a restore of an older copy. Those who are
 * not in it, or are erased already, only get their row.
 */
export function repeatErasures(
  tools: Tools,
  privately: PrivateParts,
  newer: readonly Erasure[],
): Promise<void> {
  return oneAtATime(async () => {
    for (const erasure of newer) {
      const subject = { kind: erasure.subjectKind, id: erasure.subjectId };
      const { number, erasedOn: on } = erasure;
      const row = tools.store.get(`select name from ${subject.kind} where id = ?`, subject.id);
      if (row === undefined || row['name'] === neutralName(number)) {
        tools.store.inTransaction((db) => addRow(db, tools, erasure));
        continue;
      }
      await carryOut(
        tools,
        privately,
        { subject, number, on },
        async () => null,
        (db) => addRow(db, tools, erasure),
      );
    }
  });
}

/** Every erasure, the last first. */
export function listErasures(tools: Tools): Recorded<Erasure>[] {
  return erasures.list(tools.store, 'true order by erased_on desc, number desc');
}
