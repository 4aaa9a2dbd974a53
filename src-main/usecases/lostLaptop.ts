import { timeInWarsaw } from '../domain/calendar.ts';
import { countFiles } from '../files/checkFiles.ts';
import { writeWhole } from '../files/wholeFile.ts';
import { numberIn, type ReadableDb } from '../store/db.ts';
import { encryptionOf } from '../store/encryption.ts';
import { lostLaptopDocument, type HeldData, type LostLaptopFacts } from './documents/lostLaptop.ts';
import type { SafetyTools } from './safetyFacts.ts';
import { readMe } from './settings.ts';
import { todayOf } from './tools.ts';

/** One query each: what kinds of data the workspace holds, the bin included, because it lies on the disk too. */
const COUNTS = {
  participants: 'select count(*) as n from participant',
  persons: 'select count(*) as n from person',
  contacts:
    `select (select count(*) from participant where email <> '' or phone <> '') + ` +
    `(select count(*) from person where email <> '' or phone <> '') as n`,
  attendance: `select count(*) as n from attendance where mark <> 'unchecked'`,
  sessions: 'select count(*) as n from coaching_session',
  sessionsWithNotes: `select count(*) as n from coaching_session where report_notes <> ''`,
  goals: 'select count(*) as n from coaching_goal',
  reports: 'select count(*) as n from report',
  dispatches: 'select count(*) as n from dispatch',
} as const satisfies Readonly<Record<Exclude<keyof HeldData, 'privateNotes'>, string>>;

function countIn(db: ReadableDb, sql: string): number {
  const row = db.get(sql);
  if (row === undefined) throw new Error('An aggregate answers one row');
  return numberIn(row, 'n');
}

function heldIn(db: ReadableDb, privateNotes: number): HeldData {
  return {
    participants: countIn(db, COUNTS.participants),
    persons: countIn(db, COUNTS.persons),
    contacts: countIn(db, COUNTS.contacts),
    attendance: countIn(db, COUNTS.attendance),
    sessions: countIn(db, COUNTS.sessions),
    sessionsWithNotes: countIn(db, COUNTS.sessionsWithNotes),
    goals: countIn(db, COUNTS.goals),
    reports: countIn(db, COUNTS.reports),
    dispatches: countIn(db, COUNTS.dispatches),
    privateNotes,
  };
}

async function gather(tools: SafetyTools, privateNotes: number): Promise<LostLaptopFacts> {
  const me = readMe(tools.store);
  const { cipher, sealedPages, openKey } = encryptionOf(tools.store);
  return {
    owner: { name: me.name, form: me.form },
    today: todayOf(tools),
    time: timeInWarsaw(tools.now()),
    held: heldIn(tools.store, privateNotes),
    encrypted: cipher === 'sqlcipher' && sealedPages,
    demonstration: openKey,
    outgoingNow: await countFiles(tools.outgoingFolder),
    safety: tools.safety?.() ?? null,
  };
}

/** "Zgubiony laptop" as a PDF, made from the facts of this workspace. `privateNotes`: how many there are. */
export async function readLostLaptop(
  tools: SafetyTools,
  privateNotes: number,
): Promise<{ pdf: Uint8Array }> {
  const document = lostLaptopDocument(await gather(tools, privateNotes));
  return { pdf: (await tools.printer.renderDocument(document)).pdf };
}

/** Writes "Zgubiony laptop" to a path that the person chose. */
export async function writeLostLaptop(
  tools: SafetyTools,
  privateNotes: number,
  path: string,
): Promise<{ done: true }> {
  writeWhole(path, (await readLostLaptop(tools, privateNotes)).pdf);
  return { done: true };
}
