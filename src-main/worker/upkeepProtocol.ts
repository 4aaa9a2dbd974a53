import type { BackupRow } from '../contract/safetyCalls.ts';
import type { BackupReason } from '../domain/backup.ts';
import type { Instant } from '../domain/calendar.ts';
import type { KnownFile } from '../store/backup/pool.ts';
import type { FileCheck } from './fileChecks.ts';

/** What the upkeep worker is started with. */
export interface UpkeepWorkerData {
  readonly databasePath: string;
  readonly keyPath: string;
  readonly filesFolder: string;
  readonly dataKey: Uint8Array;
  /** The place of this workspace's backups. */
  readonly place: string;
  readonly appVersion: string;
}

/** Long jobs beside the store worker. */
export type UpkeepJob =
  /** `empty`: also takes what was written before out of the log; saves wait for it. */
  | { readonly kind: 'checkpoint'; readonly empty: boolean }
  | { readonly kind: 'sweep' }
  /** Copies the workspace; `verify` false where there is no time to reopen it, `spare` never makes room for it. */
  | {
      readonly kind: 'backup';
      readonly reason: BackupReason;
      readonly verify: boolean;
      readonly spare: string | null;
    }
  /** Reopens and checks the backups that wait for it, newest first. */
  | { readonly kind: 'verify' }
  | { readonly kind: 'thin'; readonly erasedAt: Instant | null }
  /** Copies the newest verified backup to the second place, checks it there, and thins what lies there. */
  | {
      readonly kind: 'copy-second';
      readonly root: string;
      readonly place: string;
      readonly erasedAt: Instant | null;
    }
  /** Does nothing, once the thread has started. */
  | { readonly kind: 'wake' }
  /** How the second place stands: whether it can be reached, what lies there. */
  | { readonly kind: 'look-second'; readonly root: string; readonly place: string }
  /** Puts the present key file into the backups of a place. */
  | { readonly kind: 'spread-keys'; readonly place: string }
  /** Reads a share of the sealed files, the longest unread first; `again`: also those that were bad a moment ago. */
  | { readonly kind: 'check-files'; readonly mostBytes: number; readonly again: boolean }
  /** Brings sealed files that are whole only in the second place into the first one's pool. */
  | { readonly kind: 'rescue-files'; readonly place: string; readonly files: readonly KnownFile[] }
  /** Reads the whole live database. */
  | { readonly kind: 'check' }
  | { readonly kind: 'end' };

/** How the second place was found. */
export interface SecondSeen {
  readonly present: boolean;
  /** All backups there, newest first. */
  readonly rows: readonly BackupRow[];
  /** When the newest verified backup of this workspace was made that lies there. */
  readonly newestAt: Instant | null;
}

/** What a job answers: `backup` the new backup's id, `check` whether all is whole, the others how many. */
export interface UpkeepAnswers {
  readonly checkpoint: number;
  readonly sweep: number;
  readonly backup: string;
  readonly verify: number;
  readonly thin: number;
  readonly 'copy-second': string;
  readonly wake: number;
  readonly 'look-second': SecondSeen;
  readonly 'spread-keys': number;
  readonly 'check-files': FileCheck;
  readonly 'rescue-files': number;
  readonly check: boolean;
  readonly end: number;
}
export type UpkeepJobKind = UpkeepJob['kind'];
export type JobOf<Kind extends UpkeepJobKind> = Extract<UpkeepJob, { kind: Kind }>;

/** Store worker to upkeep worker. */
export interface UpkeepRequest {
  readonly id: number;
  readonly job: UpkeepJob;
}

/** Upkeep worker to store worker. */
export type UpkeepReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly answer: UpkeepAnswers[UpkeepJobKind] }
  | { readonly kind: 'failed'; readonly id: number; readonly code: string };
