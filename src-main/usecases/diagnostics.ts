import { dayInWarsaw, daysBetween } from '../domain/calendar.ts';
import { freeBytes, lookAtSealed, openAndCheck, type FileState } from '../files/checkFiles.ts';
import { textIn } from '../store/db.ts';
import { encryptionOf, isSound } from '../store/encryption.ts';
import { storedFiles } from '../store/reports.ts';
import type { RuntimeVersions, SafetyFacts, SafetyTools } from './safetyFacts.ts';
import { todayOf, type Tools } from './tools.ts';

/** What the self-test looks at. */
export type CheckKey =
  | 'integrity'
  | 'files'
  | 'free-space'
  | 'backup'
  | 'second-place'
  | 'recovery'
  | 'encryption'
  | 'folder'
  | 'runtime';

/**
 * One thing that the self-test looked at. Values are numbers, versions, days and moments: never a name or a word.
 * `why` tells apart what one state can mean.
 */
export interface Check {
  readonly key: CheckKey;
  readonly state: 'good' | 'warning' | 'bad';
  readonly values: Readonly<Record<string, string | number>>;
}

const MEGABYTE = 1024 * 1024;
/** Less room than this is worth saying. Bytes. */
const LITTLE_SPACE = 1024 * MEGABYTE;
/** With less than this a save may soon fail. Bytes. */
const NO_SPACE = 100 * MEGABYTE;
/** A backup younger than this is fresh; days. */
const FRESH_DAYS = 2;
/** A backup older than this is too old to lean on; days. */
const OLD_DAYS = 7;
/** How many encrypted files are opened; all are looked at. */
const OPENED_FILES = 50;

const good = (key: CheckKey, values: Check['values'] = {}): Check => ({
  key,
  state: 'good',
  values,
});
const warning = (key: CheckKey, values: Check['values'] = {}): Check => ({
  key,
  state: 'warning',
  values,
});
const bad = (key: CheckKey, values: Check['values'] = {}): Check => ({ key, state: 'bad', values });

async function checkIntegrity(tools: SafetyTools): Promise<Check> {
  const sound =
    tools.checkIntegrity === undefined ? isSound(tools.store) : await tools.checkIntegrity();
  return sound ? good('integrity') : bad('integrity');
}

/** So many of them, spread evenly over the whole list. */
function sampleOf<Thing>(things: readonly Thing[], most: number): Thing[] {
  const step = Math.max(1, things.length / most);
  const count = Math.min(most, things.length);
  return Array.from({ length: count }, (_, index) => things[Math.floor(index * step)]).filter(
    (thing) => thing !== undefined,
  );
}

async function checkFiles({ store, files, checkFiles: readInTurn }: SafetyTools): Promise<Check> {
  const found = (await readInTurn?.()) ?? null;
  const known = storedFiles.list(store, 'true order by created_at desc');
  const states = new Map<string, FileState>();
  for (const file of known) states.set(file.path, await lookAtSealed(files.folder, file));
  const whole = known.filter((file) => states.get(file.path) === 'good');
  const opened = sampleOf(whole, OPENED_FILES);
  for (const file of opened) {
    states.set(file.path, openAndCheck(files.folder, files.dataKey, file));
    await lookAtSealed(files.folder, file); // lets a save in between two files that were read at one go
  }
  const count = (state: FileState) => [...states.values()].filter((one) => one === state).length;
  const missing = Math.max(count('missing'), found?.missing ?? 0);
  const damaged = Math.max(count('damaged'), found?.damaged ?? 0);
  const values = { missing, damaged, count: known.length };
  if (missing + damaged > 0) {
    return found?.inBackup === missing + damaged && found.backupOf !== null
      ? bad('files', { ...values, at: found.backupOf, why: 'in-backup' })
      : bad('files', values);
  }
  if (known.length === 0) return good('files', { why: 'none' });
  return good('files', { count: known.length, opened: opened.length });
}

async function checkSpace({ files }: Tools): Promise<Check> {
  const bytes = await freeBytes(files.folder);
  if (bytes < NO_SPACE) return bad('free-space', { bytes });
  return bytes < LITTLE_SPACE ? warning('free-space', { bytes }) : good('free-space', { bytes });
}

function checkBackup(tools: Tools, { lastBackup }: SafetyFacts): Check {
  if (lastBackup === null) return bad('backup', { why: 'none' });
  const days = daysBetween(dayInWarsaw(Date.parse(lastBackup.at)), todayOf(tools));
  const values = { at: lastBackup.at, days };
  if (days >= OLD_DAYS) return bad('backup', values);
  if (!lastBackup.verified) return warning('backup', { ...values, why: 'waiting' });
  return days < FRESH_DAYS ? good('backup', values) : warning('backup', values);
}

function checkSecond({ second }: SafetyFacts): Check {
  if (second === null) return warning('second-place', { why: 'none' });
  if (second.lastCopyAt === null) return warning('second-place', { why: 'empty' });
  const values = { at: second.lastCopyAt };
  return second.due ? warning('second-place', values) : good('second-place', values);
}

function checkRecovery({ recovery, demonstration }: SafetyFacts): Check {
  if (demonstration) return good('recovery', { why: 'demonstration' });
  if (!recovery.exists) return bad('recovery');
  return recovery.checkedOn === null
    ? warning('recovery')
    : good('recovery', { on: recovery.checkedOn });
}

function checkEncryption({ store }: Tools, facts: SafetyFacts | undefined): Check {
  const { cipher, legacy, sealedPages, strayPragmas, clearFile, openKey, closedKey } =
    encryptionOf(store);
  if (clearFile) return bad('encryption', { why: 'clear' });
  if (cipher !== 'sqlcipher' || legacy !== 4 || !sealedPages) {
    return bad('encryption', { why: 'cipher' });
  }
  if (strayPragmas.length > 0) {
    return bad('encryption', { why: 'settings', settings: strayPragmas.join(', ') });
  }
  // The demonstration's key lies open; beside a key that asks for a passphrase it would be a hole.
  if (openKey && (closedKey || facts?.demonstration === false)) {
    return bad('encryption', { why: 'open-key' });
  }
  return good('encryption', openKey ? { why: 'demonstration' } : {});
}

function checkFolder({ folderWarning }: SafetyFacts): Check {
  return folderWarning === null ? good('folder') : warning('folder', { why: folderWarning });
}

function checkRuntime({ store, producer }: Tools, { node, electron }: RuntimeVersions): Check {
  const row = store.get('select sqlite_version() as version');
  const sqlite = row === undefined ? '' : textIn(row, 'version');
  const values = { version: producer.version, node, sqlite };
  return electron === undefined
    ? good('runtime', { ...values, why: 'without-electron' })
    : good('runtime', { ...values, electron });
}

/**
 * The self-test: looks at everything that keeps the data safe and changes nothing. What this workspace's worker
 * does not know (no port for it) is left out rather than guessed.
 */
export async function runDiagnostics(
  tools: SafetyTools,
  versions: RuntimeVersions,
): Promise<{ checks: Check[] }> {
  const facts = tools.safety?.();
  const known =
    facts === undefined
      ? []
      : [checkBackup(tools, facts), checkSecond(facts), checkRecovery(facts), checkFolder(facts)];
  return {
    checks: [
      await checkIntegrity(tools),
      await checkFiles(tools),
      await checkSpace(tools),
      ...known,
      checkEncryption(tools, facts),
      checkRuntime(tools, versions),
    ],
  };
}
