import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BackupManifest } from '../../domain/backup.ts';
import { foldersIn, sealedFilesIn } from '../../files/copying.ts';
import { writeWhole } from '../../files/wholeFile.ts';

/** Suffix of a backup that is being made; what a crash leaves of it is removed by the next one. */
const UNFINISHED = '.part';

/** Files of one backup. */
export function backupPaths(folder: string) {
  return {
    folder,
    database: join(folder, 'strefownik.db'),
    key: join(folder, 'key.json'),
    manifest: join(folder, 'manifest.json'),
    /** Which sealed files belong to it, with their sizes; they lie in the place's own `files`. */
    fileList: join(folder, 'files.list'),
  };
}
export type BackupPaths = ReturnType<typeof backupPaths>;

/** The place of one workspace's backups below the folder of all of them. */
export function placeFolder(root: string, workspaceId: string): string {
  return join(root, workspaceId);
}

/** Sealed files that the backups of a place share. */
export function poolFolder(place: string): string {
  return join(place, 'files');
}

/** A backup as it lies in a place. */
export interface FoundBackup {
  /** Name of its folder. */
  readonly id: string;
  readonly place: string;
  readonly paths: BackupPaths;
  /** Null when it cannot be read, or the database beside it is not the one it tells of. */
  readonly manifest: BackupManifest | null;
  /** Of its own files, without the shared ones. */
  readonly bytes: number;
}

/** Size of a file; 0 where there is none. */
export function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0; // gone, or the place was just unplugged
  }
}

function manifestIn(paths: BackupPaths): BackupManifest | null {
  try {
    const manifest = BackupManifest.parse(JSON.parse(readFileSync(paths.manifest, 'utf8')));
    return sizeOf(paths.database) === manifest.databaseBytes && existsSync(paths.key)
      ? manifest
      : null;
  } catch {
    return null; // no manifest, or none of ours: a damaged backup
  }
}

/** One backup of a place. */
export function readBackup(place: string, id: string): FoundBackup {
  const paths = backupPaths(join(place, id));
  const bytes = [paths.database, paths.key, paths.manifest, paths.fileList].reduce(
    (sum, path) => sum + sizeOf(path),
    0,
  );
  return { id, place, paths, manifest: manifestIn(paths), bytes };
}

function isBackupFolder(place: string, name: string): boolean {
  return (
    !name.endsWith(UNFINISHED) &&
    readdirSync(join(place, name)).some((file) => file === 'manifest.json' || file === 'key.json')
  );
}

function backupsWhere(
  place: string,
  isOne: (place: string, name: string) => boolean,
): FoundBackup[] {
  return foldersIn(place)
    .filter((name) => name !== 'files' && isOne(place, name))
    .map((name) => readBackup(place, name))
    .toSorted(newestFirst);
}

/** All backups of a place, newest first; empty where there is none or the place cannot be reached. */
export function backupsIn(place: string): FoundBackup[] {
  return backupsWhere(place, isBackupFolder);
}

/** What looking answers; `otherwise` in folders of the system, as there are on every stick, or of other people. */
function ifAllowed<Result>(look: () => Result, otherwise: Result): Result {
  try {
    return look();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EACCES' || code === 'EPERM') return otherwise;
    throw error;
  }
}

/** Order of backups: by their number; damaged ones, which have none, last. */
export function newestFirst(one: FoundBackup, other: FoundBackup): number {
  return (other.manifest?.ordinal ?? 0) - (one.manifest?.ordinal ?? 0);
}

/** All backups found at or below a folder that a person pointed at: a place, the folder of places, or one backup. */
export function backupsBelow(folder: string): FoundBackup[] {
  const isOne = (place: string, name: string): boolean =>
    ifAllowed(() => isBackupFolder(place, name), false);
  const own = backupsWhere(folder, isOne);
  const below = foldersIn(folder).flatMap((name) =>
    ifAllowed(() => backupsWhere(join(folder, name), isOne), []),
  );
  if (own.length + below.length > 0) return [...own, ...below].toSorted(newestFirst);
  return existsSync(backupPaths(folder).manifest)
    ? [readBackup(join(folder, '..'), folder.split(/[\\/]/).findLast((part) => part !== '') ?? '')]
    : [];
}

/** Writes a backup's manifest whole. */
export function writeManifest(paths: BackupPaths, manifest: BackupManifest): void {
  writeWhole(paths.manifest, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8'));
}

/** A sealed file that belongs to a backup. */
export interface ListedFile {
  /** Below the files folder, with `/`. */
  readonly path: string;
  /** Of its clear content. */
  readonly bytes: number;
}

/** Writes which sealed files belong to a backup. */
export function writeFileList(paths: BackupPaths, files: readonly ListedFile[]): void {
  const text = files.map(({ path, bytes }) => `${path} ${bytes}\n`).join('');
  writeWhole(paths.fileList, Buffer.from(text, 'utf8'));
}

/** Reads which sealed files belong to a backup. Throws when the list is damaged. */
export function readFileList(paths: BackupPaths): ListedFile[] {
  const lines = readFileSync(paths.fileList, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const match = /^([0-9a-f]{2}\/[0-9a-f]{32}) (\d+)$/.exec(line);
      if (match?.[1] === undefined) throw new Error('The list of files is damaged');
      return { path: match[1], bytes: Number(match[2]) };
    });
}

/** Where a backup grows until it is whole. */
export function unfinishedFolder(place: string, id: string): string {
  return join(place, `${id}${UNFINISHED}`);
}

/** Removes what cut-off backups left in a place. */
export function clearUnfinished(place: string): void {
  for (const name of foldersIn(place)) {
    if (name.endsWith(UNFINISHED)) rmSync(join(place, name), { recursive: true, force: true });
  }
}

/** Removes a backup: its manifest first, so that a cut-off removal leaves nothing that looks whole. */
export function removeBackup({ paths }: FoundBackup): void {
  rmSync(paths.manifest, { force: true });
  rmSync(paths.folder, { recursive: true, force: true });
}

/** Removes shared files that no backup of the place lists any more; answers how many. Keeps all when in doubt. */
export function prunePool(place: string): number {
  const needed = new Set<string>();
  for (const backup of backupsIn(place)) {
    try {
      for (const { path } of readFileList(backup.paths)) needed.add(path);
    } catch {
      return 0; // a damaged list: what it named cannot be told from what nobody names
    }
  }
  const pool = poolFolder(place);
  const spare = [...sealedFilesIn(pool)].filter((path) => !needed.has(path));
  for (const path of spare) rmSync(join(pool, path), { force: true });
  return spare.length;
}
