import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { describeFailure } from '../i18n/failures.ts';
import { createAutosave, type Autosave, type AutosavePorts, type SaveState } from './autosave.ts';
import { nowTime } from './calendarDate.ts';

/** What a form tells {@link useAutosave}. */
export interface AutosaveOptions<Values extends object> {
  /** The saved values, or a draft that was kept (then say `initialIsDraft`). */
  readonly initial: Values;
  /** Whether `initial` was never committed, so that it is committed once it is valid. */
  readonly initialIsDraft?: boolean | undefined;
  /** Why the values cannot be saved yet; `null` when they can. */
  readonly check?: ((values: Values) => string | null) | undefined;
  readonly commit: (values: Values) => Promise<void>;
  readonly keepDraft?: ((values: Values) => Promise<void>) | undefined;
}

/** What a field needs to take part in a form. */
export interface FieldBinding<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur: () => void;
}

/** A form that saves by itself. */
export interface AutosaveForm<Values extends object> {
  readonly values: Values;
  readonly status: SaveState;
  readonly set: <Key extends keyof Values>(key: Key, value: Values[Key]) => void;
  readonly patch: (part: Partial<Values>) => void;
  readonly field: <Key extends keyof Values>(key: Key) => FieldBinding<Values[Key]>;
  /** Commits now, when valid; keeps the draft now, when not. */
  readonly flush: () => Promise<void>;
  readonly retry: () => Promise<void>;
  /** Takes new saved values (another window changed them) unless something here waits to be saved. */
  readonly reset: (values: Values) => void;
}

function hasNothingWaiting(status: SaveState): boolean {
  return status.kind === 'clean' || status.kind === 'saved';
}

function portsOf<Values extends object>(options: AutosaveOptions<Values>): AutosavePorts<Values> {
  const { check, commit, keepDraft } = options;
  return {
    check: check ?? (() => null),
    commit,
    keepDraft,
    describe: describeFailure,
    clock: nowTime,
  };
}

const openForms = new Set<() => Promise<void>>();

/** Saves what waits in every open form, before something that must come after it. */
export async function flushForms(): Promise<void> {
  await Promise.all([...openForms].map((flush) => flush()));
}

/** Flushes when the window loses focus, is hidden or closed, and when the form goes away. */
function useFlushing<Values>(autosave: Autosave<Values>): void {
  useEffect(() => {
    const flush = (): void => void autosave.flush();
    const whenHidden = (): void => {
      if (document.visibilityState === 'hidden') flush();
    };
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', whenHidden);
    openForms.add(autosave.flush);
    return () => {
      openForms.delete(autosave.flush);
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', whenHidden);
      flush();
    };
  }, [autosave]);
}

/**
 * A form that commits on leaving a field or a second after the last change, keeps what is not yet
 * valid as a draft, and says what became of it. Give the component a `key` of the edited thing, so
 * that another thing gets a form of its own.
 */
export function useAutosave<Values extends object>(
  options: AutosaveOptions<Values>,
): AutosaveForm<Values> {
  const [values, setValues] = useState(options.initial);
  const current = useRef(values);
  const startsAsDraft = useRef(options.initialIsDraft === true);
  const [autosave] = useState(() => createAutosave(portsOf(options)));
  useEffect(() => autosave.connect(portsOf(options)));
  const status = useSyncExternalStore(autosave.subscribe, autosave.status);
  useFlushing(autosave);
  useEffect(() => {
    if (startsAsDraft.current) autosave.changed(current.current);
  }, [autosave]);

  const patch = useCallback(
    (part: Partial<Values>) => {
      current.current = { ...current.current, ...part };
      setValues(current.current);
      autosave.changed(current.current);
    },
    [autosave],
  );
  const set = useCallback(
    <Key extends keyof Values>(key: Key, value: Values[Key]) => {
      const next = { ...current.current };
      next[key] = value;
      patch(next);
    },
    [patch],
  );
  const reset = useCallback(
    (next: Values) => {
      if (!hasNothingWaiting(autosave.status())) return;
      current.current = next;
      setValues(next);
    },
    [autosave],
  );

  return {
    values,
    status,
    set,
    patch,
    field: (key) => ({
      value: values[key],
      onChange: (value) => set(key, value),
      onBlur: () => void autosave.flush(),
    }),
    flush: autosave.flush,
    retry: autosave.flush,
    reset,
  };
}
