import type { Erasure } from '../domain/erasure.ts';
import type { PrivateFound, PrivateParts } from './erasureLook.ts';
import { previewErasure as preview } from './erasureLook.ts';
import { eraseSubject as erase, repeatErasures } from './erasureRun.ts';
import {
  notesAbout,
  privateTextsNaming,
  rewritePrivateTexts,
  type NoteAbout,
} from '../store/private/privateSubject.ts';
import { checkPassphrase } from '../store/passphraseCheck.ts';
import { StoreFailure } from '../store/failures.ts';
import { writeWhole } from '../files/wholeFile.ts';
import { gently } from './gently.ts';
import { readSubject, rewriterOf, type SubjectRef } from './subject.ts';
import { releasedNoteDocument } from './subjectDocuments.ts';
import { writeSubjectExport as writeExport } from './subjectExport.ts';
import { showSubject as show } from './subjectShow.ts';
import type { Tools } from './tools.ts';

// One person's own data together with what only private use cases may read: the private notes. Showing and exporting
// get their number; the notes themselves leave one by one, by the coach's hand and after the passphrase (rule 4).

const PRIVATE_PARTS: PrivateParts = {
  *countAbout(db, subjectId, rewrite) {
    const notes = yield* notesAbout(db, subjectId, rewrite);
    return notes.length;
  },
  *find(db, rewrite) {
    const rows = yield* privateTextsNaming(db, rewrite);
    const write: PrivateFound['write'] = (writable, at) => rewritePrivateTexts(writable, at, rows);
    return { count: rows.length, write };
  },
};

/** Everything held about somebody, private notes as a number. Throws not-found. */
export function showSubject(tools: Tools, ref: SubjectRef) {
  return show(tools, PRIVATE_PARTS, ref);
}

/** Writes the same as a PDF, and as JSON beside it. Throws not-found. */
export function writeSubjectExport(tools: Tools, ref: SubjectRef, path: string) {
  return writeExport(tools, PRIVATE_PARTS, ref, path);
}

/** What erasing would do. Throws not-found. */
export function previewErasure(tools: Tools, ref: SubjectRef) {
  return preview(tools, PRIVATE_PARTS, ref);
}

/** Erases somebody for good. Throws not-found, name-mismatch, owner-stays. */
export function eraseSubject(
  tools: Tools,
  input: { readonly subject: SubjectRef; readonly typedName: string; readonly reason: string },
) {
  return erase(tools, PRIVATE_PARTS, input);
}

/** After a restore: erases again whom newer erasures took out, without new protocols. */
export function eraseAgain(tools: Tools, erasures: readonly Erasure[]): Promise<void> {
  return repeatErasures(tools, PRIVATE_PARTS, erasures);
}

/** The coach's notes about somebody. Throws wrong-passphrase, not-found. */
export async function readNotesAbout(
  tools: Tools,
  input: { readonly subject: SubjectRef; readonly passphrase: string },
): Promise<NoteAbout[]> {
  await checkPassphrase(tools.files, input.passphrase);
  const subject = readSubject(tools.store, input.subject);
  return gently(notesAbout(tools.store, subject.id, rewriterOf(subject, '…')));
}

/** Writes one note as a PDF marked private. Throws wrong-passphrase, not-found. */
export async function writeReleasedNote(
  tools: Tools,
  input: {
    readonly subject: SubjectRef;
    readonly noteId: string;
    readonly passphrase: string;
    readonly path: string;
  },
): Promise<{ done: true }> {
  const notes = await readNotesAbout(tools, input);
  const note = notes.find(({ id }) => id === input.noteId);
  if (note === undefined) throw new StoreFailure('not-found', { entity: 'privateNote' });
  const { pdf } = await tools.printer.renderDocument(releasedNoteDocument(note));
  writeWhole(input.path, pdf);
  return { done: true };
}
