import { z } from 'zod';
import { Instant, PlainDate } from '../domain/calendar.ts';
import { Erasure, ErasureId } from '../domain/erasure.ts';
import { Line, recorded } from '../domain/noun.ts';
import { RetentionKind, RetentionYears } from '../domain/retention.ts';
import { desk, storeRead, storeWrite } from './call.ts';
import { BackupRow, SavedAs } from './safetyCalls.ts';
import { Done, Nothing } from './workspaceCalls.ts';

const Passphrase = z.string().max(1000);

/** Whose data: a member of a team, or a trainer, coach, advisor, coordinator. */
export const SubjectRef = z.strictObject({
  kind: z.enum(['participant', 'person']),
  id: z.string().min(1).max(100),
});
export type SubjectRef = z.infer<typeof SubjectRef>;

/** Somebody found by name. */
export const SubjectRow = SubjectRef.extend({ name: z.string(), detail: z.string() });
export type SubjectRow = z.infer<typeof SubjectRow>;

/** Everything of one kind that is held about the person; the heading is `personalData.sections.<key>`. */
export const SubjectSection = z.object({
  key: z.enum([
    'identity',
    'teams',
    'roles',
    'processes',
    'agreements',
    'sessions',
    'goals',
    'scores',
    'resources',
    'steps',
    'workshops',
    'attendance',
    'reports',
    'mails',
    'mentions',
    'history',
  ]),
  rows: z.array(z.object({ on: PlainDate.nullable(), what: z.string(), detail: z.string() })),
});
export type SubjectSection = z.infer<typeof SubjectSection>;

/** What is held about one person; private notes only as a number. */
export const SubjectView = SubjectRef.extend({
  name: z.string(),
  sections: z.array(SubjectSection),
  /** Texts of the sections that are told whole although they may be about others: to be read before handing them on. */
  ofSeveral: z.array(
    z.object({ key: z.enum(['sessions', 'agreements']), on: PlainDate, what: z.string() }),
  ),
  privateNotes: z.int(),
});
export type SubjectView = z.infer<typeof SubjectView>;

/** What erasing would do, before it is done. */
export const ErasurePreview = z.object({
  name: z.string(),
  /** Rows in which the name or contact stands and goes. */
  records: z.int(),
  privateNotes: z.int(),
  reports: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      /** Addresses to which the old PDF went, as far as it is known here. */
      recipients: z.array(z.string()),
    }),
  ),
  /** Backups that may hold the person until they expire or are removed. */
  backups: z.array(BackupRow.extend({ expiresOn: PlainDate })),
  /** The owner of the workspace cannot be erased from it. */
  refusal: z.enum(['owner']).nullable(),
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

/** A private note as its coach sees it before releasing it by hand. */
export const ReleasableNote = z.object({
  id: z.string(),
  sessionOn: PlainDate,
  processTitle: z.string(),
  body: z.string(),
});
export type ReleasableNote = z.infer<typeof ReleasableNote>;

/** One kind of record with how long it is kept and what has passed its time. */
export const RetentionRow = z.object({
  kind: RetentionKind,
  years: z.int(),
  /** How many are past their time. */
  past: z.int(),
  oldestOn: PlainDate.nullable(),
});
export type RetentionRow = z.infer<typeof RetentionRow>;

/** Calls about a person's own data and how long records are kept. */
export const personalDataCalls = {
  /** People whose name begins with or contains the words; all when there are none, 50 at most. */
  'subject.find': storeRead(z.strictObject({ text: z.string().max(200) }), z.array(SubjectRow)),
  'subject.show': storeRead(SubjectRef, SubjectView),
  /** Writes a PDF where the person chose, and the same as JSON beside it. */
  'subject.saveExport': desk(SubjectRef, SavedAs),
  /** The coach's notes of sessions in which the person took part. Fails with wrong-passphrase. */
  'subject.privateNotes': storeWrite(
    z.strictObject({ subject: SubjectRef, passphrase: Passphrase }),
    z.array(ReleasableNote),
  ),
  /** Saves one private note as a PDF marked private. Fails with wrong-passphrase. */
  'subject.releaseNote': desk(
    z.strictObject({
      subject: SubjectRef,
      noteId: z.string().min(1).max(100),
      passphrase: Passphrase,
    }),
    SavedAs,
  ),
  'erasure.preview': storeRead(SubjectRef, ErasurePreview),
  /** Erases the person for good. Fails with name-mismatch when the typed name is another one. */
  'erasure.run': storeWrite(
    z.strictObject({ subject: SubjectRef, typedName: z.string().max(300), reason: Line }),
    recorded(Erasure),
  ),
  'erasure.list': storeRead(Nothing, z.array(recorded(Erasure))),
  /** The protocol as a PDF. */
  'erasure.saveProtocol': desk(z.strictObject({ id: ErasureId }), SavedAs),
  'retention.get': storeRead(
    Nothing,
    z.object({
      rows: z.array(RetentionRow),
      reviewedAt: Instant.nullable(),
      /** A year after the last review, or after the workspace was made. */
      nextReviewOn: PlainDate,
      /** A year has passed since the last review, and something is past its time. */
      due: z.boolean(),
      /** The last day that the clock was believed, while it may be wrong: nothing is past its time then. */
      clockSeenOn: PlainDate.nullable(),
    }),
  ),
  'retention.save': storeWrite(z.strictObject({ years: RetentionYears.partial() }), Done),
  /** What is past its time, oldest first, 200 at most. */
  'retention.list': storeRead(
    z.strictObject({ kind: RetentionKind }),
    z.array(z.object({ id: z.string(), on: PlainDate, what: z.string(), detail: z.string() })),
  ),
  /** Removes what is past its time for good; things that sums or reports need lose their words instead. */
  'retention.clear': storeWrite(
    z.strictObject({ kind: RetentionKind, ids: z.array(z.string().max(100)).min(1).max(200) }),
    z.object({ cleared: z.int() }),
  ),
  /** The person has looked at everything: the next reminder comes in a year. */
  'retention.reviewed': storeWrite(Nothing, Done),
} as const;
