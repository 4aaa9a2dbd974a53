import {
  dayInWarsaw,
  instantOf,
  timeInWarsaw,
  type Instant,
  type PlainDate,
  type PlainTime,
} from '../domain/calendar.ts';
import type { BackupReason, StoreContents } from '../domain/backup.ts';
import type { DraftEntity } from '../domain/draft.ts';
import { newDraftId } from '../domain/draft.ts';
import type { Recorded } from '../domain/noun.ts';
import type { PrintedDocument } from '../domain/printedDocument.ts';
import type { ReportLayer } from '../domain/reportLayer.ts';
import type { Store, WritableDb } from '../store/db.ts';
import { discardDraft } from '../store/drafts.ts';
import type { NounTable, Stamp } from '../store/nounTable.ts';

/** What makes PDFs; the real one runs Typst in workers. */
export interface Printer {
  /** Rejects when the report cannot be printed; nothing is half-made then. */
  render(
    layer: ReportLayer,
  ): Promise<{ pdf: Uint8Array; pages: number; replacedCharacters: string[] }>;
  /** A document beside the reports; rejects when it cannot be printed. */
  renderDocument(document: PrintedDocument): Promise<{ pdf: Uint8Array; pages: number }>;
}

/** Polish public holidays. */
export interface Holidays {
  /** Name of the holiday on a day, or null. */
  nameOn(date: PlainDate): string | null;
}

/** A backup, which holds what was there when it was made, with the day on which it goes by itself. */
export interface HeldBackup {
  readonly id: string;
  readonly place: 'first' | 'second' | 'other';
  readonly createdAt: Instant;
  readonly reason: BackupReason | null;
  readonly state: 'verified' | 'waiting' | 'damaged';
  readonly contents: StoreContents | null;
  readonly bytes: number;
  readonly appVersion: string;
  readonly expiresOn: PlainDate;
}

/** The tools in a use case's hand. */
export interface Tools {
  readonly store: Store;
  readonly workspaceId: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
  readonly printer: Printer;
  readonly holidays: Holidays;
  /** Loads the holidays' calendar; awaited before a use case that asks for them. */
  readonly holidaysReady: () => Promise<void>;
  readonly files: { readonly folder: string; readonly dataKey: Uint8Array };
  readonly outgoingFolder: string;
  readonly producer: { readonly name: string; readonly version: string };
  /** Backups that there are; absent where none are made. */
  readonly backups?: () => readonly HeldBackup[];
  /** Looks at the places of backups again, so that `backups` tells what lies there now; takes a moment at most. */
  readonly backupsReady?: () => Promise<void>;
  /** Takes what was written before out of the write-ahead log; absent where nobody looks after it. */
  readonly emptyLog?: () => Promise<void>;
  /** Hears which stage a job of several has reached: tests stop it there. */
  readonly step?: (name: string) => void;
}

/** Who saves and when, for this moment. */
export function stampOf(tools: Pick<Tools, 'now' | 'workspaceId'>): Stamp {
  return { at: instantOf(tools.now()), workspaceId: tools.workspaceId };
}

/** Today in Poland. */
export function todayOf(tools: Pick<Tools, 'now'>): PlainDate {
  return dayInWarsaw(tools.now());
}

/** The time of day in Poland. */
export function timeNowOf(tools: Pick<Tools, 'now'>): PlainTime {
  return timeInWarsaw(tools.now());
}

/** A thing as a form sends it: no id and no revision yet, or the revision it was read at. */
export type FormOf<Thing extends { id: string }> = Omit<Thing, 'id'> & {
  readonly id: Thing['id'] | null;
  readonly revision: number | null;
};

/** What a form that names a thing but no revision was read at: nothing that is on the disk. */
export const NO_REVISION = 0;

/** Where a form's draft lies. */
export interface DraftPlace {
  readonly entity: DraftEntity;
  /** The parent of a thing that is not saved yet; see `newDraftId`. */
  readonly parentId?: string;
}

/**
 * Saves what a form sent, new or changed, and drops its draft in the same transaction.
 * Throws not-found or changed-meanwhile.
 */
export function saveForm<Thing extends { id: string }>(
  tools: Tools,
  db: WritableDb,
  table: NounTable<Thing>,
  form: FormOf<Thing>,
  draft: DraftPlace,
): Recorded<Thing> {
  const { id, revision, ...fields } = form;
  discardDraft(db, draft.entity, id ?? newDraftId(draft.parentId ?? null));
  const thing = { ...fields, id: id ?? tools.newId() } as unknown as Thing; // Omit and re-add of `id` is more than TypeScript can follow for a generic Thing
  return id === null
    ? table.insert(db, stampOf(tools), thing)
    : table.update(db, stampOf(tools), thing, revision ?? NO_REVISION);
}

/** The instant of now, as text. */
export function nowOf(tools: Pick<Tools, 'now'>): Instant {
  return instantOf(tools.now());
}
