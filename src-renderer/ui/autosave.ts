/** What happened to the words in a form, as {@link SaveStatus} says it. */
export type SaveState =
  | { readonly kind: 'clean' }
  /** Changed, and about to be committed. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  /** `at` is `HH:mm`. */
  | { readonly kind: 'saved'; readonly at: string }
  /** Not yet valid: kept as a draft, with the reason. */
  | { readonly kind: 'unsaved'; readonly reason: string }
  /** The commit was refused or broke: kept as a draft; Retry tries again. */
  | { readonly kind: 'failed'; readonly reason: string };

/** What autosaving needs from its form. */
export interface AutosavePorts<Values> {
  /** Why these values cannot be committed yet, in words; `null` when they can. */
  readonly check: (values: Values) => string | null;
  /** Saves the values for good, removing their draft in the same transaction. */
  readonly commit: (values: Values) => Promise<void>;
  /** Keeps values that are not committed, so that they survive the end of the program. */
  readonly keepDraft?: ((values: Values) => Promise<void>) | undefined;
  /** A failure in words. */
  readonly describe: (error: unknown) => string;
  /** `HH:mm` now. */
  readonly clock: () => string;
}

/** The saving half of a form, without React: it is told of changes and says what became of them. */
export interface Autosave<Values> {
  readonly status: () => SaveState;
  readonly subscribe: (listener: () => void) => () => void;
  /** The values changed. */
  readonly changed: (values: Values) => void;
  /** A field was left, or the view or the window is going: commit now, or keep the draft now. */
  readonly flush: () => Promise<void>;
  /** Takes the present ports of the form, whose functions are new with every rendering. */
  readonly connect: (ports: AutosavePorts<Values>) => void;
}

/** A valid form commits this long after the last change. */
export const COMMIT_AFTER_MS = 1_000;
/** A change is a draft this long after it was typed, whatever follows. */
export const DRAFT_AFTER_MS = 400;

/**
 * Makes the saving half of a form. Commits and drafts never overlap: a change made during a commit
 * is committed after it, and a draft still on its way is waited for, so that it cannot come back to
 * life behind the commit that removed it.
 */
export function createAutosave<Values>(first: AutosavePorts<Values>): Autosave<Values> {
  let ports = first;
  const listeners = new Set<() => void>();
  let status: SaveState = { kind: 'clean' };
  /** The newest values, while they are neither committed nor refused. */
  let waiting: { readonly values: Values } | null = null;
  let draftWaits = false;
  let commitTimer: ReturnType<typeof setTimeout> | undefined;
  let draftTimer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<void> = Promise.resolve();

  const say = (next: SaveState): void => {
    status = next;
    for (const listener of listeners) listener();
  };

  const stopTimers = (): void => {
    clearTimeout(commitTimer);
    clearTimeout(draftTimer);
    commitTimer = undefined;
    draftTimer = undefined;
  };

  const keepDraft = async (): Promise<void> => {
    const { keepDraft: keep, describe } = ports;
    if (!draftWaits || waiting === null || keep === undefined) return;
    draftWaits = false;
    try {
      await keep(waiting.values);
    } catch (error) {
      draftWaits = true;
      say({ kind: 'failed', reason: describe(error) });
    }
  };

  const commit = async (): Promise<void> => {
    if (waiting === null) return;
    const { values } = waiting;
    const { check, commit: save, describe, clock } = ports;
    if (check(values) !== null) return keepDraft();
    say({ kind: 'saving' });
    try {
      await save(values);
    } catch (error) {
      await keepDraft();
      say({ kind: 'failed', reason: describe(error) });
      return;
    }
    if (waiting.values === values) {
      waiting = null;
      draftWaits = false;
      say({ kind: 'saved', at: clock() });
    } else {
      say({ kind: 'pending' });
    }
  };

  const enqueue = (job: () => Promise<void>): Promise<void> => {
    queue = queue.then(job);
    return queue;
  };

  const flush = (): Promise<void> => {
    stopTimers();
    return enqueue(commit);
  };

  return {
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed: (values) => {
      waiting = { values };
      draftWaits = true;
      const reason = ports.check(values);
      say(reason === null ? { kind: 'pending' } : { kind: 'unsaved', reason });
      clearTimeout(commitTimer);
      commitTimer = setTimeout(() => void flush(), COMMIT_AFTER_MS);
      // Not restarted by further typing: a long sentence must not stay undrafted until its end.
      draftTimer ??= setTimeout(() => {
        draftTimer = undefined;
        void enqueue(keepDraft);
      }, DRAFT_AFTER_MS);
    },
    flush,
    connect: (next) => {
      ports = next;
    },
  };
}
