import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readEncrypted } from '../../../src-main/files/encryptedFile.ts';
import { sealedFilesIn, foldersIn } from '../../../src-main/files/copying.ts';
import {
  backupsIn,
  poolFolder,
  readFileList,
  type FoundBackup,
} from '../../../src-main/store/backup/places.ts';
import { isWhole } from '../../../src-main/store/backup/verify.ts';
import { storeOn, textIn } from '../../../src-main/store/db.ts';
import { StoreFailure } from '../../../src-main/store/failures.ts';
import {
  readKeyFile,
  unwrapDataKey,
  withoutDevice,
  type Secret,
} from '../../../src-main/store/keyFile.ts';
import { openKeyed } from '../../../src-main/store/openKeyed.ts';
import { BACKUPS_FOLDER_NAME } from '../../../src-main/worker/backupRows.ts';
import { HarnessFailure, type StoreHarness } from '../../helpers/storeHarness.ts';
import { checkFile } from '../day/check.ts';
import { harnessIn, newCodePath, type Stage } from './operation.ts';

/** How a prepared folder stands once it was opened anew, to compare with how it should. */
export interface State {
  /** Which of the stage's secrets open it, by number; more or fewer than one is told as wrong. */
  readonly passphrase: number;
  readonly code: number;
  /** Code of the failure with which it did not open; null: it is open. */
  readonly failure: string | null;
  /** Every row of every table, made comparable; what a damaged database holds instead. */
  readonly rows: readonly string[];
  /** Sealed files that rows point at. */
  readonly files: ReadonlySet<string>;
  /** Those that lie there, pointed at or not. */
  readonly lying: ReadonlySet<string>;
  /** How many backups are listed, in all places. */
  readonly backups: number;
  /** What is wrong whatever state this is. */
  readonly wrong: readonly string[];
}

/** The shadow tables of a full-text index lie as chance had it; the index itself is checked against its words. */
const SHADOW = /^(?:search|private)_words/;
/** Ids, paths and hashes. */
const NAMES =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{64}\b|\b[0-9a-f]{2}\/[0-9a-f]{32}\b/g;
const BACKUP_IDS = /\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{5,}/g;

/** When the bin was emptied is noted only where something waited in it. */
const NOTE_OF_TIME = 'setting {"key":"binEmptiedAt"';

function rawRows(harness: StoreHarness): string[] {
  return Object.entries(harness.dump())
    .filter(([table]) => !SHADOW.test(table))
    .flatMap(([table, rows]) => rows.map((row) => `${table} ${JSON.stringify(row)}`))
    .filter((row) => !row.startsWith(NOTE_OF_TIME));
}

/** Names that are in some rows. */
export function namesIn(rows: readonly string[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => row.match(NAMES) ?? []));
}

/** Rows with names that were there before as they are, and new ones, which chance makes, as `new`. */
export function comparable(rows: readonly string[], known: ReadonlySet<string>): string[] {
  return rows
    .map((row) =>
      row.replace(NAMES, (name) => (known.has(name) ? name : 'new')).replace(BACKUP_IDS, 'backup'),
    )
    .toSorted();
}

async function whichOpens(path: string, secrets: readonly Secret[]): Promise<number[]> {
  const opening: number[] = [];
  for (const [number, secret] of secrets.entries()) {
    try {
      (await unwrapDataKey(readKeyFile(path), secret)).fill(0);
      opening.push(number);
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
    }
  }
  return opening;
}

/** Whether a copy opens, is whole and has its files; nothing is written into it. */
function isGood({ paths, place }: FoundBackup, dataKey: Uint8Array): boolean {
  const scratch = mkdtempSync(`${paths.folder}-look-`);
  try {
    const copy = join(scratch, 'strefownik.db');
    copyFileSync(paths.database, copy);
    const connection = openKeyed(copy, dataKey, { mustExist: true });
    const store = storeOn(connection);
    const pool = poolFolder(place);
    const good =
      isWhole(store) &&
      store.all('select path, sha256 from stored_file').every((row) =>
        readEncrypted(pool, dataKey, {
          path: textIn(row, 'path'),
          sha256: textIn(row, 'sha256'),
        }),
      ) &&
      readFileList(paths).every(({ path }) => existsSync(join(pool, path)));
    connection.close();
    return good;
  } catch {
    return false;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Backups of every place that belongs to a prepared folder. */
function everyBackup(folder: string): FoundBackup[] {
  const roots = [join(folder, 'backups'), join(folder, 'stick', BACKUPS_FOLDER_NAME)];
  return roots.flatMap((root) => foldersIn(root).flatMap((name) => backupsIn(join(root, name))));
}

function* wrongBackups(folder: string, stage: Stage, keyPath: string): Generator<string> {
  const own = existsSync(keyPath) ? withoutDevice(readKeyFile(keyPath)) : null;
  for (const backup of everyBackup(folder)) {
    const { manifest, id, paths } = backup;
    const key = stage.keys[manifest?.workspaceId ?? ''];
    if (manifest === null || manifest.failedAt !== null || key === undefined)
      yield `backup ${id} is listed and damaged`;
    else if (!isGood(backup, Buffer.from(key, 'hex'))) yield `backup ${id} looks whole and is not`;
    if (
      own?.workspaceId === manifest?.workspaceId &&
      !isDeepStrictEqual(readKeyFile(paths.key), own)
    )
      yield `backup ${id} opens by other secrets than the workspace`;
  }
}

const KNOWN_NAMES =
  /^(?:strefownik\.db(?:-wal|-shm)?|key\.json|lock\.db(?:-journal)?|open\.marker|files|odlozone-.*)$/;

function* wrongFiles(
  harness: StoreHarness,
  files: readonly { path: string; sha256: string }[],
): Generator<string> {
  const { tools } = harness.opened();
  for (const file of files) {
    try {
      readEncrypted(tools.files.folder, tools.files.dataKey, file);
    } catch (error) {
      yield `file ${file.path} of a row: ${String(error)}`;
    }
  }
}

async function openAnew(harness: StoreHarness, passphrase: string): Promise<string | null> {
  try {
    await harness.call('workspace.unlock', { passphrase });
    return null;
  } catch (error) {
    if (error instanceof HarnessFailure && error.failure.code !== 'unexpected')
      return error.failure.code;
    throw error;
  }
}

/** A damaged database, wherever it lies now. */
function damagedDatabase(folder: string): string[] {
  const workspace = join(folder, 'workspace');
  const aside = foldersIn(workspace).filter((name) => name.startsWith('odlozone-'));
  return [workspace, ...aside.map((name) => join(workspace, name))]
    .map((place) => join(place, 'strefownik.db'))
    .filter((path) => existsSync(path))
    .map((path) => createHash('sha256').update(readFileSync(path)).digest('hex'));
}

/** Opens a prepared folder as the application does after a start, and tells everything about it. */
export async function stateOf(folder: string, stage: Stage): Promise<State> {
  const workspace = join(folder, 'workspace');
  const keyPath = join(workspace, 'key.json');
  const harness = harnessIn(folder);
  await harness.call('workspace.status', {});
  const passphrases = await whichOpens(
    keyPath,
    stage.passphrases.map((passphrase) => ({ kind: 'passphrase', passphrase })),
  );
  const made = existsSync(newCodePath(folder)) ? [readFileSync(newCodePath(folder), 'utf8')] : [];
  const codes = await whichOpens(
    keyPath,
    [...stage.codes, ...made].map((code) => ({ kind: 'recovery', code })),
  );
  const wrong: string[] = [];
  if (passphrases.length !== 1)
    wrong.push(`${passphrases.length} of the passphrases open the workspace`);
  if (stage.codes.length > 0 && codes.length !== 1)
    wrong.push(`${codes.length} of the recovery codes open it`);
  const failure = await openAnew(harness, stage.passphrases[passphrases[0] ?? 0] ?? '');
  wrong.push(...wrongBackups(folder, stage, keyPath));
  const common = {
    passphrase: passphrases[0] ?? -1,
    code: codes[0] ?? -1,
    failure,
    backups: everyBackup(folder).length,
  };
  const lying = sealedFilesIn(join(workspace, 'files'));
  if (failure !== null) {
    await harness.server.close();
    return { ...common, rows: damagedDatabase(folder), files: new Set(), lying, wrong };
  }
  const { store } = harness.opened().workspace;
  const files = store
    .all('select path, sha256 from stored_file')
    .map((row) => ({ path: textIn(row, 'path'), sha256: textIn(row, 'sha256') }));
  const strange = readdirSync(workspace).filter((name) => !KNOWN_NAMES.test(name));
  wrong.push(
    ...checkFile(store),
    ...wrongFiles(harness, files),
    ...strange.map((name) => `${name} was left in the workspace`),
  );
  const rows = rawRows(harness);
  await harness.server.close();
  return { ...common, rows, files: new Set(files.map(({ path }) => path)), lying, wrong };
}
