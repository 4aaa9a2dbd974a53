import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOfChange, walkHistory, type BatchMark } from '../../../src-main/domain/history.ts';

type Press = 'work' | 'undo' | 'redo';

/** What a person's presses leave: the batches written, and what a plain pair of stacks would say. */
function pressed(presses: readonly Press[]) {
  const batches: BatchMark[] = [];
  const done: number[] = [];
  let taken: number[] = [];
  presses.forEach((press, index) => {
    const batch = (index + 1) * 10;
    const from = press === 'undo' ? done : taken;
    if (press === 'work') {
      batches.push({ batch, undoes: null });
      done.push(batch);
      taken = [];
      return;
    }
    const work = from.pop();
    if (work === undefined) return;
    batches.push({ batch, undoes: work });
    (press === 'undo' ? taken : done).push(work);
  });
  return { batches, done, taken };
}

const presses = fc.array(fc.constantFrom<Press>('work', 'undo', 'redo'), { maxLength: 40 });

describe('the walk through a history', () => {
  test('stands where a pair of stacks would, whatever was pressed', () => {
    fc.assert(
      fc.property(presses, (list) => {
        const { batches, done, taken } = pressed(list);
        const walk = walkHistory(batches);
        expect([walk.standing, walk.waiting]).toEqual([done, taken]);
      }),
    );
  });

  test('every work either stands or was taken back, never both', () => {
    fc.assert(
      fc.property(presses, (list) => {
        const { batches } = pressed(list);
        const { standing, undone } = walkHistory(batches);
        const work = batches.filter(({ undoes }) => undoes === null).map(({ batch }) => batch);
        expect([...standing, ...undone].toSorted((a, b) => a - b)).toEqual(work);
      }),
    );
  });

  test('tells undo from redo by what was taken back before', () => {
    const { kinds, undone } = walkHistory([
      { batch: 1, undoes: null },
      { batch: 2, undoes: 1 },
      { batch: 3, undoes: 1 },
      { batch: 4, undoes: 1 },
    ]);
    expect([...kinds.values()]).toEqual(['work', 'undo', 'redo', 'undo']);
    expect([...undone]).toEqual([1]);
  });

  test('a redo asked by another record brings the work back here too', () => {
    // Work 3 is of this record alone: it empties what could be redone here, not what the other record has.
    const walk = walkHistory([
      { batch: 1, undoes: null },
      { batch: 2, undoes: 1 },
      { batch: 3, undoes: null },
      { batch: 4, undoes: 1 },
    ]);
    expect([walk.standing, walk.waiting]).toEqual([[3, 1], []]);
  });
});

describe('the excerpt of a change', () => {
  test('leaves short texts whole', () => {
    expect(excerptOfChange('Gołdap', 'Gołdap, sala 2')).toEqual({
      before: 'Gołdap',
      after: 'Gołdap, sala 2',
    });
  });

  test('shows the place of the change in a long text', () => {
    const long = 'słowo '.repeat(300);
    const { before, after } = excerptOfChange(`${long}stare ${long}`, `${long}nowe ${long}`);
    expect(before).toMatch(/^….*stare.*…$/s);
    expect(after).toMatch(/^….*nowe.*…$/s);
    expect(Math.max(before.length, after.length)).toBeLessThan(120);
  });

  test('always differs where the texts do, and is never long', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 900 });
    fc.assert(
      fc.property(texts, texts, texts, texts, (head, tail, one, other) => {
        fc.pre(one !== other);
        const shown = excerptOfChange(head + one + tail, head + other + tail);
        expect(shown.before === shown.after).toBe(head + one + tail === head + other + tail);
        expect([...shown.before].length).toBeLessThanOrEqual(402);
        expect([...shown.after].length).toBeLessThanOrEqual(402);
      }),
    );
  });
});
