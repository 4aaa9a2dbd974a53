import type { SqlValue } from './db.ts';

/** How one field lies in its column. */
export interface Codec<Value> {
  encode(value: Value): SqlValue;
  decode(value: SqlValue): Value;
}

function typed<Value>(accept: (value: SqlValue) => boolean, what: string): Codec<Value> {
  return {
    encode: (value) => value as SqlValue, // each codec below is used for one plain type only
    decode: (value) => {
      if (!accept(value)) throw new Error(`A column holds no ${what}`);
      return value as Value; // checked just above; brands exist only in types
    },
  };
}

const isText = (value: SqlValue) => typeof value === 'string';
const isNumber = (value: SqlValue) => typeof value === 'number';

/** Text that is never null. */
export const text = <Value extends string = string>() => typed<Value>(isText, 'text');
/** Text or null. */
export const textOrNull = <Value extends string = string>() =>
  typed<Value | null>((value) => value === null || isText(value), 'text');
/** A number that is never null. */
export const number = <Value extends number = number>() => typed<Value>(isNumber, 'number');
/** A number or null. */
export const numberOrNull = <Value extends number = number>() =>
  typed<Value | null>((value) => value === null || isNumber(value), 'number');

/** Yes or no, as 1 or 0. */
export const flag: Codec<boolean> = {
  encode: (value) => (value ? 1 : 0),
  decode: (value) => value === 1,
};

/** Lists and small records, as JSON text. */
export function json<Value>(): Codec<Value> {
  return {
    encode: (value) => JSON.stringify(value),
    decode: (value) => {
      if (typeof value !== 'string') throw new Error('A column holds no JSON');
      return JSON.parse(value) as Value; // written by `encode` of the same codec in the same table
    },
  };
}
