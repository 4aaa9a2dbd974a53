import { z } from 'zod';
import { Instant, PlainDate } from './calendar.ts';

/** Why a backup was made. */
export const BackupReason = z.enum([
  'closing',
  'hourly',
  'daily',
  'by-hand',
  'before-migration',
  'before-import',
  'before-restore',
]);
export type BackupReason = z.infer<typeof BackupReason>;

/** What a store holds, in numbers; told in the clear beside a backup, so no names and no words. */
export const StoreContents = z.object({
  libraries: z.int().nonnegative(),
  people: z.int().nonnegative(),
  workshops: z.int().nonnegative(),
  sessions: z.int().nonnegative(),
  reports: z.int().nonnegative(),
  /** The last day of work recorded; null when there is none. */
  lastOn: PlainDate.nullable(),
});
export type StoreContents = z.infer<typeof StoreContents>;

/** A backup's manifest: lies in the clear beside the encrypted copy, as `manifest.json`. */
export const BackupManifest = z.object({
  format: z.literal('strefownik-backup'),
  version: z.literal(1),
  workspaceId: z.string().min(1),
  /** Grows with every backup of a workspace: order does not depend on the clock. */
  ordinal: z.int().positive(),
  createdAt: Instant,
  reason: BackupReason,
  appVersion: z.string(),
  schemaVersion: z.int().positive(),
  /** Size of the copied database. */
  databaseBytes: z.int().positive(),
  fileCount: z.int().nonnegative(),
  fileBytes: z.int().nonnegative(),
  /** Position of the last change of history in it: tells whether anything happened since. */
  lastChange: z.int().nonnegative(),
  /** Set once the copy was reopened, checked whole and counted. */
  verified: z.object({ at: Instant, contents: StoreContents }).nullable(),
  /** Set when that check failed: the copy is damaged. */
  failedAt: Instant.nullable(),
});
export type BackupManifest = z.infer<typeof BackupManifest>;
