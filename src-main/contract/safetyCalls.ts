import { z } from 'zod';
import { BackupReason, StoreContents } from '../domain/backup.ts';
import { Instant, PlainDate } from '../domain/calendar.ts';
import { desk, storeRead, storeWrite } from './call.ts';
import { Done, Nothing, WorkspaceStatus } from './workspaceCalls.ts';

/** A PDF as it crosses to the window. */
const PdfBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

const Passphrase = z.string().max(1000);
const RecoveryCode = z.string().max(200);

/** The answer of a "save as": where it went, or that the person thought better of it. */
export const SavedAs = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), path: z.string() }),
  z.object({ outcome: z.literal('cancelled') }),
]);

/** A new recovery code that waits to be retyped; the old one works until then. */
export const NewRecoveryCode = z.object({
  groups: z.array(z.string()),
  /** Which groups to retype, counted from 1. */
  ask: z.array(z.int().positive()),
});
export type NewRecoveryCode = z.infer<typeof NewRecoveryCode>;

/** Calls about the keys: passphrase, recovery code, the system's keychain, locking. */
export const keyCalls = {
  /** Makes a new recovery code and remembers it until it is confirmed. Fails with wrong-passphrase. */
  'recovery.begin': storeWrite(z.strictObject({ passphrase: Passphrase }), NewRecoveryCode),
  /** Compares the retyped groups; only then the new code opens the workspace and the old one stops. */
  'recovery.confirm': storeWrite(
    z.strictObject({ groups: z.array(z.string().max(20)).max(10) }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('confirmed') }),
      /** Which of the asked groups differ, counted from 1 as in `ask`. */
      z.object({ outcome: z.literal('mismatch'), wrong: z.array(z.int().positive()) }),
      /** No new code waits: the workspace was locked meanwhile. */
      z.object({ outcome: z.literal('nothing-waits') }),
    ]),
  ),
  /** The recovery sheet of the code that waits, to show and print. Fails with not-found. */
  'recovery.sheet': storeRead(Nothing, z.object({ pdf: PdfBytes })),
  'recovery.saveSheet': desk(Nothing, SavedAs),
  /** Prints what the page has laid out for paper; `printed` false when the person cancelled. */
  'page.print': desk(Nothing, z.object({ printed: z.boolean() })),
  /** A new wrap of the same key. Fails with wrong-passphrase, passphrase-too-short. */
  'passphrase.change': storeWrite(z.strictObject({ current: Passphrase, next: Passphrase }), Done),
  /** Opens a locked workspace by its recovery code and sets a new passphrase. */
  'workspace.recover': storeWrite(
    z.strictObject({ code: RecoveryCode, passphrase: Passphrase }),
    WorkspaceStatus,
  ),
  /** Opens with what the system's keychain keeps; only once after the start, never after locking. */
  'workspace.unlockByDevice': desk(Nothing, WorkspaceStatus),
  'keychain.get': desk(
    Nothing,
    z.object({
      /** False where the system has no keychain of its own (Linux without one keeps plain text). */
      available: z.boolean(),
      on: z.boolean(),
    }),
  ),
  /** Turns opening by the system's keychain on (asks for the passphrase) or off. */
  'keychain.set': desk(
    z.discriminatedUnion('on', [
      z.strictObject({ on: z.literal(true), passphrase: Passphrase }),
      z.strictObject({ on: z.literal(false) }),
    ]),
    z.object({ available: z.boolean(), on: z.boolean() }),
  ),
  'lock.get': desk(Nothing, z.object({ minutes: z.int() })),
  /** Minutes without a touch after which the workspace locks itself; 0: never. */
  'lock.set': desk(z.strictObject({ minutes: z.int().min(0).max(240) }), Done),
  /** A workshop's room view opens: idle locking leaves its agenda and attendance within reach. */
  'room.enter': desk(z.strictObject({ workshopId: z.string().min(1).max(100) }), Done),
  /** It closes; answers whether the workspace was locked because its time had passed meanwhile. */
  'room.leave': desk(Nothing, z.object({ locked: z.boolean() })),
} as const;

/** Where backups lie. */
export const BackupPlace = z.enum(['first', 'second', 'other']);
export type BackupPlace = z.infer<typeof BackupPlace>;

/** A backup as a line of the list. */
export const BackupRow = z.object({
  /** Name of its folder. */
  id: z.string(),
  place: BackupPlace,
  createdAt: Instant,
  /** Null where the manifest is gone. */
  reason: BackupReason.nullable(),
  /** `waiting`: made, not yet reopened and checked. `damaged`: cannot be restored. */
  state: z.enum(['verified', 'waiting', 'damaged']),
  /** Null where the copy was never checked or its manifest is gone. */
  contents: StoreContents.nullable(),
  bytes: z.int(),
  appVersion: z.string(),
});
export type BackupRow = z.infer<typeof BackupRow>;

/** Which backup: its folder in one of the places; `other` is the folder the person chose last. */
export const BackupRef = z.strictObject({
  place: BackupPlace,
  id: z.string().regex(/^[\w.-]{1,100}$/),
});
export type BackupRef = z.infer<typeof BackupRef>;

/** The second place of backups: a stick or a network folder. */
export const SecondPlace = z.object({
  path: z.string(),
  /** Can it be reached now? */
  present: z.boolean(),
  lastCopyAt: Instant.nullable(),
  /** The newest copy there is older than a week, or there is none. */
  due: z.boolean(),
  /** Why the last copy there failed; null when it did not. A failure code. */
  problem: z.string().nullable(),
});
export type SecondPlace = z.infer<typeof SecondPlace>;

const TypedPassphrase = z.strictObject({ kind: z.literal('passphrase'), passphrase: Passphrase });
const TypedCode = z.strictObject({ kind: z.literal('recovery'), code: RecoveryCode });
const TypedKey = z.discriminatedUnion('kind', [TypedPassphrase, TypedCode]);

/** How a restore opens the copy; `current` where it is of the open workspace. */
export const RestoreKey = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('current') }),
  TypedPassphrase,
  TypedCode,
]);
export type RestoreKey = z.infer<typeof RestoreKey>;

/** What could not be opened when a backup took its place, kept as it was in the workspace's folder. */
export const AsideFolder = z.object({
  /** Of its folder. */
  name: z.string(),
  at: Instant,
  bytes: z.int(),
  /** `key`: only a key file that opened nothing here. */
  holds: z.enum(['database', 'key']),
});
export type AsideFolder = z.infer<typeof AsideFolder>;

/** Sealed files of the workspace that cannot be read whole, as counts. */
export const FileDamage = z.object({
  at: Instant,
  missing: z.int(),
  damaged: z.int(),
  /** How many of them a backup of the first place has whole. */
  inBackup: z.int(),
  /** When the newest of those backups was made. */
  backupOf: Instant.nullable(),
});

/** A check of the whole database. */
export const WholeCheck = z.object({ at: Instant, good: z.boolean() });

/** What the person should know about the safety of the data, for Dziś and Ustawienia. */
export const SafetyView = z.object({
  demonstration: z.boolean(),
  recovery: z.object({ exists: z.boolean(), checkedOn: PlainDate.nullable() }),
  lastBackup: z.object({ at: Instant, verified: z.boolean() }).nullable(),
  /** Newest first; of the first place. */
  backups: z.int(),
  backupFolder: z.string(),
  /** Why the last backup could not be made; null when it could. A failure code. */
  backupProblem: z.string().nullable(),
  second: SecondPlace.nullable(),
  /** The last restore that can be taken back. */
  lastRestore: z
    .object({
      at: Instant,
      from: Instant,
      undo: BackupRef,
      /** What was there before is another workspace: going back asks for its passphrase or recovery code. */
      needsKey: z.boolean(),
    })
    .nullable(),
  /** The last whole check of the database in the background; null: none yet. */
  lastCheck: WholeCheck.nullable(),
  /** Sealed files that reading them in turn found bad; null: none. */
  fileDamage: FileDamage.nullable(),
  /** The workspace lies where synchronising or a network may harm it. */
  folderWarning: z.enum(['synchronised', 'network']).nullable(),
  /** What restores set aside, newest first; only the person removes it. */
  aside: z.array(AsideFolder),
  retentionDue: z.boolean(),
  /** The log of the last saves was taken away while the application was not running: they may be missing. */
  lostLog: z.boolean(),
});
export type SafetyView = z.infer<typeof SafetyView>;

/** Something the self-test looked at; `values` fill its sentence `diagnostics.<key>.<state>`. */
export const DiagnosticCheck = z.object({
  key: z.enum([
    'integrity',
    'files',
    'free-space',
    'backup',
    'second-place',
    'recovery',
    'encryption',
    'folder',
    'runtime',
  ]),
  state: z.enum(['good', 'warning', 'bad']),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type DiagnosticCheck = z.infer<typeof DiagnosticCheck>;

/** Calls about backups, restoring, the self-test and a lost laptop. */
export const safetyCalls = {
  ...keyCalls,
  'safety.get': storeRead(Nothing, SafetyView),
  /** Works while the workspace is closed or damaged too; newest first. */
  'backup.list': storeRead(Nothing, z.array(BackupRow)),
  'backup.make': storeWrite(Nothing, BackupRow),
  /** Refuses the newest verified one. */
  'backup.remove': storeWrite(BackupRef, Done),
  'backup.chooseSecond': desk(
    Nothing,
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('chosen'), second: SecondPlace }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  ),
  'backup.forgetSecond': storeWrite(Nothing, Done),
  /** Copies the newest verified backup to the second place. Fails with place-missing, disk-full, file-too-large. */
  'backup.copyToSecond': storeWrite(Nothing, SecondPlace),
  /** Removes for good what was set aside. Fails with not-found. */
  'aside.remove': storeWrite(z.strictObject({ name: z.string().max(100) }), Done),
  'backup.showFolder': desk(Nothing, Done),
  /** Lets the person point at a folder with backups (a stick, another laptop's disk). */
  'restore.chooseFolder': desk(
    Nothing,
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('chosen'), path: z.string(), backups: z.array(BackupRow) }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  ),
  /** What the backup holds beside what is here now; `now` null where nothing can be opened here. */
  'restore.look': storeRead(
    BackupRef,
    z.object({
      backup: BackupRow,
      now: StoreContents.nullable(),
      /** Whether a passphrase or a recovery code must be given. */
      needsKey: z.boolean(),
    }),
  ),
  /** Keeps the present state first, then puts the backup in its place; nothing is changed when it fails. */
  'restore.run': storeWrite(
    z.strictObject({ backup: BackupRef, key: RestoreKey }),
    WorkspaceStatus,
  ),
  /**
   * Where only the key file is gone or damaged: takes it from the backup and opens the database as it is, with all
   * that came after the backup. `not-it`: that would not help, and nothing was changed.
   */
  'restore.keyOnly': storeWrite(
    z.strictObject({ backup: BackupRef, key: TypedKey }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('opened'), status: WorkspaceStatus }),
      z.object({ outcome: z.literal('not-it') }),
    ]),
  ),
  /** Takes the last restore back; where another workspace was there before, by its own key. Fails as `restore.run`. */
  'restore.undo': storeWrite(
    z.strictObject({ key: RestoreKey.default({ kind: 'current' }) }),
    WorkspaceStatus,
  ),
  'diagnostics.run': storeRead(Nothing, z.object({ checks: z.array(DiagnosticCheck) })),
  /** The application's log as it lies on the disk, to read before it is sent anywhere. */
  'log.read': desk(Nothing, z.object({ path: z.string(), text: z.string() })),
  'log.showInFolder': desk(Nothing, Done),
  'lostLaptop.read': storeRead(Nothing, z.object({ pdf: PdfBytes })),
  'lostLaptop.saveAs': desk(Nothing, SavedAs),
} as const;
