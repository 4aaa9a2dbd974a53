import { useState } from 'react';
import {
  isComplete,
  keyOf,
  NO_KEY,
  problemOf,
  type RestoreProblem,
  type TypedKey,
} from './typedKey.ts';
import type { RestoreKey } from './restore.ts';

/** What opens a copy while a person types it and it is tried. */
export interface CopyKey {
  readonly complete: boolean;
  readonly busy: boolean;
  /** What went wrong that another key would not mend; null: nothing. */
  readonly problem: string | null;
  /** For the fields of the key. */
  readonly fields: {
    readonly value: TypedKey;
    readonly problem: string | null;
    readonly onChange: (value: TypedKey) => void;
  };
  /** Does what the key is for, once at a time; answers whether it was done. */
  attempt(work: (typed: RestoreKey) => Promise<void>): Promise<boolean>;
}

/** The key of a copy in a dialog: what was typed, whether it is being tried, and why it was refused. */
export function useCopyKey(): CopyKey {
  const [typed, setTyped] = useState(NO_KEY);
  const [problem, setProblem] = useState<RestoreProblem | null>(null);
  const [busy, setBusy] = useState(false);
  return {
    complete: isComplete(typed),
    busy,
    problem: problem?.atKey === false ? problem.words : null,
    fields: {
      value: typed,
      problem: problem?.atKey === true ? problem.words : null,
      onChange(next) {
        setTyped(next);
        setProblem(null);
      },
    },
    async attempt(work) {
      if (busy) return false;
      setBusy(true);
      setProblem(null);
      try {
        await work(keyOf(typed));
        return true;
      } catch (error) {
        setProblem(problemOf(error));
        setBusy(false);
        return false;
      }
    },
  };
}
