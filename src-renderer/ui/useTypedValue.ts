import { useState } from 'react';
import type { Parsed } from './parse.ts';

/** A field whose value is read out of typed words: what is in it, and what was wrong with it. */
export interface TypedValue {
  readonly typed: string;
  readonly problem: 'unclear' | 'missing' | null;
  readonly onType: (typed: string) => void;
  /** Reads what was typed; to be called on leaving the field and on Enter. */
  readonly read: () => void;
}

/**
 * Keeps typed words apart from the value they mean: the value changes only when the words are read and
 * understood, and words that mean nothing stay on the screen with a problem beside them.
 */
export function useTypedValue<Value>(
  value: Value | null,
  onChange: (value: Value | null) => void,
  format: (value: Value) => string,
  parse: (typed: string) => Parsed<Value>,
): TypedValue {
  const [editing, setEditing] = useState<string | null>(null);
  const [problem, setProblem] = useState<TypedValue['problem']>(null);
  const written = value === null ? '' : format(value);
  return {
    typed: editing ?? written,
    problem,
    onType: (typed) => {
      setEditing(typed);
      setProblem(null);
    },
    read: () => {
      if (editing === null) return;
      const parsed = parse(editing);
      if (parsed.kind === 'unclear' || parsed.kind === 'missing') {
        setProblem(parsed.kind);
        return;
      }
      setEditing(null);
      setProblem(null);
      const next = parsed.kind === 'empty' ? null : parsed.value;
      if (next !== value) onChange(next);
    },
  };
}
