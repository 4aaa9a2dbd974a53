import type { StoreContents } from '../domain/backup.ts';
import type { Instant, PlainDate } from '../domain/calendar.ts';
import type { Tools } from './tools.ts';

/** What is known about the safety of the data outside the database: keys, backups, the folder. */
export interface SafetyFacts {
  /** The newest backup of the first place; contents only where it was reopened and checked. */
  readonly lastBackup: {
    readonly at: Instant;
    readonly verified: boolean;
    readonly contents: StoreContents | null;
  } | null;
  /** How many backups the first place holds. */
  readonly backups: number;
  readonly backupFolder: string;
  /** Null: no second place was chosen. */
  readonly second: {
    readonly path: string;
    readonly present: boolean;
    readonly lastCopyAt: Instant | null;
    readonly due: boolean;
  } | null;
  readonly recovery: { readonly exists: boolean; readonly checkedOn: PlainDate | null };
  readonly keychainOn: boolean;
  /** Null: not known since when the passphrase is the present one. */
  readonly passphraseSetOn: PlainDate | null;
  readonly folderWarning: 'synchronised' | 'network' | null;
  readonly demonstration: boolean;
}

/** Sealed files that are gone or not as they were written, and what backups have of them. */
export interface FileDamage {
  readonly missing: number;
  readonly damaged: number;
  /** How many of them a backup has whole. */
  readonly inBackup: number;
  readonly backupOf: Instant | null;
}

/** Versions of what runs here, as `process.versions` tells them. */
export interface RuntimeVersions {
  readonly node: string;
  /** Missing outside Electron. */
  readonly electron?: string | undefined;
}

/** Ports of the worker that hold what the database does not; a missing one means that it is not known. */
export interface SafetyPorts {
  readonly safety?: () => SafetyFacts;
  /** Reads the whole database beside the work; answers whether it is sound. */
  readonly checkIntegrity?: () => Promise<boolean>;
  /** Sealed files that reading them in turn found bad, those read once more; null: none. */
  readonly checkFiles?: () => Promise<FileDamage | null>;
}

/** Tools of the use cases that look after safety. */
export type SafetyTools = Tools & SafetyPorts;
