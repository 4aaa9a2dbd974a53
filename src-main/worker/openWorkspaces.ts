import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { NewWorkspace, WorkspaceStatus } from '../contract/workspaceCalls.ts';
import { dayInWarsaw } from '../domain/calendar.ts';
import { PersonId } from '../domain/person.ts';
import type { BackupReason } from '../domain/backup.ts';
import { lastChangeIn } from '../store/backup/contents.ts';
import { makeBackup, type Step } from '../store/backup/make.ts';
import { backupsIn, placeFolder, type FoundBackup } from '../store/backup/places.ts';
import { CANNOT_TELL, isDamage, verifyBackup } from '../store/backup/verify.ts';
import type { Store } from '../store/db.ts';
import { asStoreFailure, StoreFailure } from '../store/failures.ts';
import { schemaVersion } from '../store/migrate.ts';
import {
  hasWrap,
  LEAST_PASSPHRASE,
  openDataKey,
  readKeyFile,
  type Secret,
} from '../store/keyFile.ts';
import { persons } from '../store/people.ts';
import {
  createWorkspace,
  lookAtFolder,
  openWithDataKey,
  openWorkspace,
  settleFolder,
  workspacePaths,
  type CommitListener,
  type OpeningHooks,
  type OpenWorkspace,
  type WorkspacePaths,
} from '../store/workspace.ts';
import { seedDemonstration } from '../usecases/season/demonstration.ts';
import { polishHolidays } from '../usecases/holidays.ts';
import { readProgramme } from '../usecases/programmeData.ts';
import type { SafetyTools } from '../usecases/safetyFacts.ts';
import { seedProgramme } from '../usecases/seedProgramme.ts';
import { readMe, saveMe } from '../usecases/settings.ts';
import { stampOf, type Holidays, type Printer, type Tools } from '../usecases/tools.ts';
import { CallRefused, failureOf } from './failureOf.ts';

/** What the worker needs to open workspaces; tests give a clock and a printer of their own. */
export interface OpeningParts {
  readonly workspaceFolder: string;
  readonly outgoingFolder: string;
  /** Parent of all workspaces' backups. */
  readonly backupsFolder: string;
  readonly resourcesFolder: string;
  readonly version: string;
  readonly printer: Printer;
  readonly now: () => number;
  readonly onCommitted: CommitListener;
  /** Called between the steps of what must survive being cut off; tests cut there. */
  readonly step?: Step;
}

/** An open workspace with the tools of its use cases. */
export interface Opened {
  readonly workspace: OpenWorkspace;
  readonly tools: SafetyTools;
}

// The calendar library and its rules are two megabytes: they are read when first wanted, not while the
// application starts. One calendar serves whichever workspace is open.
let calendar: Promise<Holidays> | undefined;

function loadCalendar(): Promise<Holidays> {
  calendar ??= import('date-holidays').then(({ default: Calendar }) =>
    polishHolidays(new Calendar('PL')),
  );
  return calendar;
}

/** Makes UUIDv7s that keep their order within a millisecond too: lists sort by time and then by id. */
function idsInOrder(now: () => number): () => string {
  let last = 0;
  let seq = 0;
  return () => {
    const msecs = now();
    seq = msecs === last ? seq + 1 : 0;
    last = msecs;
    return uuid({ msecs, seq });
  };
}

function toolsFor(parts: OpeningParts, workspace: OpenWorkspace): Tools {
  let holidays: Holidays | undefined;
  return {
    store: workspace.store,
    workspaceId: workspace.workspaceId,
    now: parts.now,
    newId: idsInOrder(parts.now),
    printer: parts.printer,
    holidays: {
      nameOn(date) {
        if (holidays === undefined) throw new Error('The calendar of holidays was not loaded');
        return holidays.nameOn(date);
      },
    },
    holidaysReady: async () => {
      holidays = await loadCalendar();
    },
    files: { folder: workspacePaths(workspace.folder).files, dataKey: workspace.dataKey },
    outgoingFolder: parts.outgoingFolder,
    producer: { name: 'Strefownik', version: parts.version },
  };
}

/**
 * Copies what was just opened, on this thread, and reopens the copy: nobody works with it yet.
 * Throws backup-damaged when the copy is not whole, and what `makeBackup` and `verifyBackup` throw.
 */
export function copyHere(
  parts: OpeningParts,
  store: Store,
  paths: WorkspacePaths,
  dataKey: Uint8Array,
  reason: BackupReason,
): FoundBackup {
  const { workspaceId } = readKeyFile(paths.key);
  const source = {
    store,
    databasePath: paths.database,
    keyPath: paths.key,
    filesFolder: paths.files,
    dataKey,
    place: placeFolder(parts.backupsFolder, workspaceId),
    appVersion: parts.version,
    now: parts.now,
    ...(parts.step === undefined ? {} : { step: parts.step }),
  };
  const backup = makeBackup(source, reason);
  if (!verifyBackup(backup, dataKey, parts.now())) throw new StoreFailure('backup-damaged');
  return backup;
}

/** Why a copy that had to be made first could not be made: what a person can mend keeps its own name. */
export function backupNeeded(error: unknown): StoreFailure {
  const known = asStoreFailure(error);
  return known instanceof StoreFailure && CANNOT_TELL.has(known.code)
    ? known
    : new StoreFailure('backup-first', {}, { cause: error });
}

/** The copy that an opening cut off, or one whose migration failed, made of this very state. */
function copiedBefore(parts: OpeningParts, store: Store, paths: WorkspacePaths): boolean {
  const place = placeFolder(parts.backupsFolder, readKeyFile(paths.key).workspaceId);
  const [newest] = backupsIn(place);
  return (
    newest?.manifest?.verified != null &&
    newest.manifest.reason === 'before-migration' &&
    newest.manifest.schemaVersion === schemaVersion(store.connection) &&
    newest.manifest.lastChange === lastChangeIn(store)
  );
}

/**
 * Keeps a verified copy before an older schema is changed. Throws file-damaged when what is there cannot be copied,
 * disk-full, no-write-access, or backup-first.
 */
function copyBeforeMigration(
  parts: OpeningParts,
  store: Store,
  paths: WorkspacePaths,
  dataKey: Uint8Array,
): void {
  try {
    if (!copiedBefore(parts, store, paths))
      copyHere(parts, store, paths, dataKey, 'before-migration');
    parts.step?.('migration.backup-made');
  } catch (error) {
    throw isDamage(error)
      ? new StoreFailure('file-damaged', {}, { cause: error })
      : backupNeeded(error);
  }
}

function hooksOf(parts: OpeningParts): OpeningHooks {
  return {
    onCommitted: parts.onCommitted,
    beforeMigration: (store, paths, dataKey) => copyBeforeMigration(parts, store, paths, dataKey),
  };
}

/** How an open workspace presents itself to the window. */
export function openStatus({ workspace }: Opened): WorkspaceStatus {
  return {
    state: 'open',
    folder: workspace.folder,
    demonstration: workspace.demonstration,
    me: readMe(workspace.store),
  };
}

/** What lies in the folder, without opening it: nothing, a locked workspace, or a problem. */
export function closedStatus(folder: string): WorkspaceStatus {
  try {
    settleFolder(folder);
    const found = lookAtFolder(folder);
    if (!found.found) return { state: 'none', folder };
    const { keyFile } = found;
    return {
      state: 'locked',
      folder,
      demonstration: openDataKey(keyFile) !== null,
      recoverable: hasWrap(keyFile, 'recovery'),
      device: hasWrap(keyFile, 'device'),
    };
  } catch (error) {
    return { state: 'problem', folder, failure: failureOf(error) };
  }
}

async function fill(parts: OpeningParts, input: NewWorkspace, tools: Tools): Promise<void> {
  const path = join(parts.resourcesFolder, 'programme', 'programme.json');
  const facts = () => readProgramme(readFileSync(path, 'utf8'));
  tools.store.inTransaction((db) => {
    const me = persons.insert(db, stampOf(tools), {
      ...input.me,
      id: PersonId.parse(tools.newId()),
      email: '',
      phone: '',
    });
    saveMe(db, me.id);
    if (input.start === 'programme') seedProgramme(db, stampOf(tools), facts());
  });
  if (input.start === 'demonstration') await seedDemonstration(tools, facts());
}

/**
 * Makes a workspace and opens it. Throws workspace-exists, passphrase-too-short, no-write-access, disk-full;
 * nothing is left behind then.
 */
export async function makeWorkspace(parts: OpeningParts, input: NewWorkspace): Promise<Opened> {
  const folder = parts.workspaceFolder;
  if (lookAtFolder(folder).found) throw new CallRefused('workspace-exists');
  const demonstration = input.start === 'demonstration';
  if (!demonstration && input.passphrase.length < LEAST_PASSPHRASE) {
    throw new CallRefused('passphrase-too-short');
  }
  let opened: Opened | undefined;
  await createWorkspace(
    folder,
    { workspaceId: uuid(), madeOn: dayInWarsaw(parts.now()) },
    demonstration ? null : input.passphrase,
    async (workspace) => {
      opened = { workspace, tools: toolsFor(parts, workspace) };
      await fill(parts, input, opened.tools);
    },
    hooksOf(parts),
  );
  if (opened === undefined) throw new Error('A workspace was made but not opened');
  return opened;
}

/** Opens the workspace of the folder; see `openWorkspace` for what it throws. */
export async function unlockWorkspace(parts: OpeningParts, secret: Secret): Promise<Opened> {
  const workspace = await openWorkspace(parts.workspaceFolder, secret, hooksOf(parts));
  return { workspace, tools: toolsFor(parts, workspace) };
}

/** Opens the workspace of the folder with its data key, which is the workspace's own from then on. */
export function reopenWorkspace(parts: OpeningParts, dataKey: Buffer): Opened {
  settleFolder(parts.workspaceFolder);
  const workspace = openWithDataKey(parts.workspaceFolder, dataKey, hooksOf(parts));
  return { workspace, tools: toolsFor(parts, workspace) };
}
