import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAndCheck, type FileState } from '../../files/checkFiles.ts';
import { writeWhole } from '../../files/wholeFile.ts';

// Sealed files do not change, so what was read once needs to be read again only now and then: for a disk that goes
// bad. Which file was read when is noted beside the backups; a note that is lost means that all is read anew.

/** When a sealed file was last read whole, and how it was found. */
export interface FileMark {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly state: FileState;
}
/** By path. */
export type FileMarks = Map<string, FileMark>;

/** Marks of the shared files of a place. */
export function poolMarks(place: string): string {
  return join(place, 'checked.list');
}

/** Marks of the workspace's own files, kept with its backups. */
export function workspaceMarks(place: string): string {
  return join(place, 'checked-workspace.list');
}

const LINE = /^([0-9a-f]{2}\/[0-9a-f]{32}) (\d+) (good|missing|damaged)$/;

/** Reads marks; what cannot be read counts as never checked. */
export function readMarks(path: string): FileMarks {
  const marks: FileMarks = new Map();
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return marks;
  }
  for (const line of text.split('\n')) {
    const [, file, at, state] = LINE.exec(line) ?? [];
    if (file === undefined || at === undefined) continue;
    marks.set(file, { at: Number(at), state: state as FileState }); // one of the three words in the pattern
  }
  return marks;
}

/** Writes marks, without those of files that are no more. */
export function writeMarks(path: string, marks: FileMarks, still: ReadonlySet<string>): void {
  const lines = [...marks]
    .filter(([file]) => still.has(file))
    .map(([file, { at, state }]) => `${file} ${at} ${state}\n`);
  writeWhole(path, Buffer.from(lines.join(''), 'utf8'));
}

/** A sealed file to be read; without a hash only its seals are compared. */
export interface FileToCheck {
  readonly path: string;
  /** Of its clear content. */
  readonly bytes: number;
  readonly sha256: string | null;
}

/** What is good is read again after so long, what is not sooner: somebody may have mended it. Milliseconds. */
const AGAIN_AFTER = { good: 20 * 60 * 60 * 1000, missing: 30 * 60 * 1000, damaged: 30 * 60 * 1000 };

function isDue(mark: FileMark | undefined, now: number): boolean {
  if (mark === undefined || mark.at > now) return true; // never, or the clock was set back
  return now - mark.at >= AGAIN_AFTER[mark.state];
}

/** Bad ones first, then those never read, then the longest unread. */
function rankOf(mark: FileMark | undefined): number {
  if (mark === undefined) return -1;
  return mark.state === 'good' ? mark.at : -2;
}

/** How much may be read now. */
export interface CheckBounds {
  readonly mostBytes: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Reads those files that were not read for the longest time and marks them; answers whether some are still due. */
export function checkOldest(
  folder: string,
  dataKey: Uint8Array,
  files: readonly FileToCheck[],
  marks: FileMarks,
  { mostBytes, now }: CheckBounds,
): boolean {
  const due = files
    .filter(({ path }) => isDue(marks.get(path), now))
    .toSorted((one, other) => rankOf(marks.get(one.path)) - rankOf(marks.get(other.path)));
  let bytes = 0;
  for (const file of due) {
    if (bytes >= mostBytes) return true;
    marks.set(file.path, { at: now, state: openAndCheck(folder, dataKey, file) });
    bytes += file.bytes;
  }
  return false;
}
