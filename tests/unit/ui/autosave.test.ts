import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  COMMIT_AFTER_MS,
  createAutosave,
  DRAFT_AFTER_MS,
  type Autosave,
  type SaveState,
} from '../../../src-renderer/ui/autosave.ts';

interface Bench {
  readonly autosave: Autosave<string>;
  /** What reached the store, in order. */
  readonly log: string[];
  readonly states: SaveState[];
  /** While set, commits wait for it. */
  hold: Promise<void> | null;
  refuses: boolean;
}

function bench(): Bench {
  const log: string[] = [];
  const states: SaveState[] = [];
  const made: Bench = {
    log,
    states,
    hold: null,
    refuses: false,
    autosave: createAutosave<string>({
      check: (values) => (values === '' ? 'puste' : null),
      commit: async (values) => {
        log.push(`commit ${values}`);
        await made.hold;
        if (made.refuses) throw new Error('full');
        log.push(`committed ${values}`);
      },
      keepDraft: (values) => {
        log.push(`draft ${values}`);
        return Promise.resolve();
      },
      describe: () => 'dysk jest pełny',
      clock: () => '14:05',
    }),
  };
  made.autosave.subscribe(() => states.push(made.autosave.status()));
  return made;
}

const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a form that saves by itself', () => {
  test('commits a second after the last change, having kept a draft on the way', async () => {
    const { autosave, log } = bench();
    autosave.changed('a');
    await pass(DRAFT_AFTER_MS);
    expect(log).toEqual(['draft a']);
    autosave.changed('ab');
    await pass(COMMIT_AFTER_MS - 1);
    expect(log).not.toContain('commit ab');
    await pass(1);
    expect(log).toEqual(['draft a', 'draft ab', 'commit ab', 'committed ab']);
    expect(autosave.status()).toEqual({ kind: 'saved', at: '14:05' });
  });

  test('commits at once when a field is left, without a draft', async () => {
    const { autosave, log } = bench();
    autosave.changed('a');
    await autosave.flush();
    await pass(5_000);
    expect(log).toEqual(['commit a', 'committed a']);
  });

  test('keeps a draft of steady typing within the time, not only after it', async () => {
    const { autosave, log } = bench();
    for (const letters of ['a', 'ab', 'abc', 'abcd', 'abcde']) {
      autosave.changed(letters);
      await pass(150);
    }
    expect(log[0]).toBe('draft abc');
  });

  test('never commits what is not valid; leaving it keeps the draft at once', async () => {
    const { autosave, log } = bench();
    autosave.changed('');
    expect(autosave.status()).toEqual({ kind: 'unsaved', reason: 'puste' });
    await autosave.flush();
    await pass(5_000);
    expect(log).toEqual(['draft ']);
    expect(autosave.status()).toEqual({ kind: 'unsaved', reason: 'puste' });
  });

  test('commits a change made during a commit after it, and says saved only then', async () => {
    const made = bench();
    let open = (): void => undefined;
    made.hold = new Promise((resolve) => {
      open = resolve;
    });
    made.autosave.changed('a');
    void made.autosave.flush();
    await pass(0);
    made.autosave.changed('ab');
    open();
    await pass(COMMIT_AFTER_MS);
    expect(made.log.filter((line) => !line.startsWith('draft'))).toEqual([
      'commit a',
      'committed a',
      'commit ab',
      'committed ab',
    ]);
    const saved = made.states.findIndex(({ kind }) => kind === 'saved');
    expect(saved).toBe(made.states.length - 1);
  });

  test('keeps the draft of a refused commit, and Retry commits it', async () => {
    const made = bench();
    made.refuses = true;
    made.autosave.changed('a');
    await made.autosave.flush();
    expect(made.autosave.status()).toEqual({ kind: 'failed', reason: 'dysk jest pełny' });
    expect(made.log).toEqual(['commit a', 'draft a']);
    made.refuses = false;
    await made.autosave.flush();
    expect(made.log.slice(2)).toEqual(['commit a', 'committed a']);
    expect(made.autosave.status()).toEqual({ kind: 'saved', at: '14:05' });
  });

  test('writes no draft behind the commit that removed it', async () => {
    const { autosave, log } = bench();
    autosave.changed('a');
    await pass(DRAFT_AFTER_MS - 1);
    void autosave.flush();
    await pass(5_000);
    expect(log.at(-1)).toBe('committed a');
  });

  test('does nothing when nothing changed', async () => {
    const { autosave, log } = bench();
    await autosave.flush();
    expect(log).toEqual([]);
    expect(autosave.status()).toEqual({ kind: 'clean' });
  });
});
