import type { Recorded } from '../../../src-main/domain/noun.ts';

/** A thing as a call answered it. */
export type AnyRecorded = Recorded<{ readonly id: string }>;

/** Something that an acknowledged call promised to have put on the disk. */
export type Fact =
  /** A noun's row; private notes too, under the entity `privateNote`. */
  | { readonly kind: 'thing'; readonly entity: string; readonly thing: AnyRecorded }
  /** It went into the bin, or came out; its row is at least at this revision. */
  | {
      readonly kind: 'bin';
      readonly entity: string;
      readonly id: string;
      readonly removed: boolean;
      readonly revision: number;
    }
  /** The unsaved words of a form; null: none. */
  | {
      readonly kind: 'draft';
      readonly entity: string;
      readonly entityId: string;
      readonly body: string | null;
    }
  | { readonly kind: 'recipient'; readonly value: string }
  /** A step of work was taken back, or brought again, with everything that it had touched. */
  | { readonly kind: 'undone'; readonly batch: number; readonly ids: readonly string[] }
  | { readonly kind: 'report'; readonly id: string; readonly sha256: string }
  | { readonly kind: 'backup'; readonly id: string };

/** What a call that is under way may do to what is known already. */
export interface UnderWay {
  /** Ids of known things that it may change; `anything` where it cannot be told. */
  readonly touches: readonly string[] | 'anything';
  /** What holds if it happens, as far as it is known before. */
  readonly would: readonly Fact[];
}

/** A line that the working day writes before or after a call. */
export type DayLine =
  | {
      readonly kind: 'ask';
      readonly number: number;
      readonly name: string;
      readonly underWay: UnderWay;
    }
  | {
      readonly kind: 'done';
      readonly number: number;
      readonly name: string;
      readonly facts: readonly Fact[];
    }
  | {
      readonly kind: 'refused';
      readonly number: number;
      readonly name: string;
      readonly code: string;
    };

/** The line as text: readable, and easy to wait for. */
export function lineOf(line: DayLine): string {
  const { kind, number, name, ...rest } = line;
  return `${kind} ${number} ${name} ${JSON.stringify(rest)}`;
}

/** Reads a line back; null for any other, and for one that the kill cut off. */
export function readLine(text: string): DayLine | null {
  const match = /^(ask|done|refused) (\d+) (\S+) (\{.*\})$/.exec(text);
  if (match === null) return null;
  const [, kind, number, name, rest = ''] = match;
  try {
    return { kind, number: Number(number), name, ...JSON.parse(rest) } as DayLine; // written by lineOf
  } catch {
    return null;
  }
}
