/** One transaction of a record's history, as far as the walk needs to know it. */
export interface BatchMark {
  readonly batch: number;
  /** The batch of work that this one takes back or brings back; null in ordinary work. */
  readonly undoes: number | null;
}

/** What a batch did: work, or taking an earlier work back, or bringing it again. */
export type BatchKind = 'work' | 'undo' | 'redo';

/** Where a record stands in its own history. */
export interface HistoryWalk {
  readonly kinds: ReadonlyMap<number, BatchKind>;
  /** Work that was taken back and not brought again. */
  readonly undone: ReadonlySet<number>;
  /** Work that stands, oldest first: undo takes the last. */
  readonly standing: readonly number[];
  /** Work that redo brings back, the next one last; new work empties it. */
  readonly waiting: readonly number[];
}

/**
 * Walks a record's batches, oldest first. A batch that points at work which stands takes it back; one that points
 * at work already taken back brings it again, so undo and redo both name the work itself.
 */
export function walkHistory(batches: readonly BatchMark[]): HistoryWalk {
  const kinds = new Map<number, BatchKind>();
  const undone = new Set<number>();
  let standing: number[] = [];
  let waiting: number[] = [];
  for (const { batch, undoes } of batches) {
    if (undoes === null) {
      kinds.set(batch, 'work');
      standing.push(batch);
      waiting = [];
    } else if (undone.has(undoes)) {
      kinds.set(batch, 'redo');
      undone.delete(undoes);
      waiting = waiting.filter((one) => one !== undoes);
      standing.push(undoes);
    } else {
      kinds.set(batch, 'undo');
      undone.add(undoes);
      standing = standing.filter((one) => one !== undoes);
      waiting.push(undoes);
    }
  }
  return { kinds, undone, standing, waiting };
}

/** Longest text of a change that is shown, and how much of what stayed the same around it. Characters. */
const SHOWN = 400;
const AROUND = 40;

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function cut(text: readonly string[], start: number, end: number): string {
  const until = Math.min(end, start + SHOWN);
  const inside = text.slice(start, until).join('');
  return `${start > 0 ? '…' : ''}${inside}${until < text.length ? '…' : ''}`;
}

/** Two versions of a text, cut to where they differ when they are long. Short ones stay whole. */
export function excerptOfChange(before: string, after: string): { before: string; after: string } {
  if (before.length <= SHOWN && after.length <= SHOWN) return { before, after };
  // By whole characters: half of a surrogate pair is no text.
  const old = [...before];
  const young = [...after];
  const start = commonStart(old, young);
  const end = commonStart(old.slice(start).toReversed(), young.slice(start).toReversed());
  const from = Math.max(0, start - AROUND);
  return {
    before: cut(old, from, old.length - Math.max(0, end - AROUND)),
    after: cut(young, from, young.length - Math.max(0, end - AROUND)),
  };
}
