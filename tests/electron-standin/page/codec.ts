/**
 * Carries structured-clone values as JSON text between Node and a page's isolated world.
 *
 * Plain JSON travels as it is. Anything else becomes `{ "$": kind, ... }`; an object of the user that
 * has a key `$` itself is wrapped the same way. Each object counts in the order of its first visit, so
 * that shared and circular references are kept.
 *
 * The functions here also run inside the page: `codecSources` is their text, so they may refer only to
 * one another and to what both Node and a page have.
 */

/** Turns bytes into base64 and back; the fastest way differs between Node and a page. */
export interface Base64 {
  encode(bytes: Uint8Array): string;
  decode(text: string): Uint8Array<ArrayBuffer>;
}

/** Writes and reads values; both may be called any number of times. */
export interface Codec {
  /** @throws Error `An object could not be cloned.`, Electron's own sentence, for what cannot travel */
  stringify(value: unknown): string;
  parse(text: string): unknown;
}

type Tagged = { $: string; [key: string]: unknown };

/** Makes a codec over the given base64. */
export function createCodec(base64: Base64): Codec {
  return {
    stringify(value) {
      let copy: unknown;
      try {
        copy = structuredClone(value);
      } catch {
        throw new Error('An object could not be cloned.');
      }
      return JSON.stringify(encodeValue(copy, new Map(), base64));
    },
    parse: (text) => decodeValue(JSON.parse(text), [], base64),
  };
}

/** Tags a value in place: it is the codec's own clone, so nobody else sees the change. */
function encodeValue(value: unknown, seen: Map<object, number>, base64: Base64): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $: 'number', value: Object.is(value, -0) ? '-0' : String(value) };
    case 'bigint':
      return { $: 'bigint', value: String(value) };
    case 'undefined':
      return { $: 'undefined' };
    case 'object':
      return value === null ? null : encodeObject(value, seen, base64);
    default:
      throw new Error('An object could not be cloned.');
  }
}

function encodeObject(value: object, seen: Map<object, number>, base64: Base64): unknown {
  const known = seen.get(value);
  if (known !== undefined) return { $: 'reference', value: known };
  seen.set(value, seen.size);
  const encode = (part: unknown): unknown => encodeValue(part, seen, base64);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) value[index] = encode(value[index]);
    return value;
  }
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind === 'Object') return encodePlain(value as Record<string, unknown>, encode);
  return encodeSpecial(value, kind, encode, base64);
}

function encodePlain(
  value: Record<string, unknown>,
  encode: (part: unknown) => unknown,
): Record<string, unknown> | Tagged {
  for (const key of Object.keys(value)) setOwn(value, key, encode(value[key]));
  return Object.hasOwn(value, '$') ? { $: 'object', value } : value;
}

function encodeSpecial(
  value: object,
  kind: string,
  encode: (part: unknown) => unknown,
  base64: Base64,
): Tagged {
  if (value instanceof Date) {
    const time = value.getTime();
    return { $: 'date', value: Number.isNaN(time) ? null : time };
  }
  if (value instanceof RegExp) return { $: 'regexp', value: value.source, flags: value.flags };
  if (value instanceof Map) {
    return { $: 'map', value: [...value].map(([key, item]) => [encode(key), encode(item)]) };
  }
  if (value instanceof Set) return { $: 'set', value: [...value].map(encode) };
  if (value instanceof ArrayBuffer) {
    return { $: 'bytes', kind, value: base64.encode(new Uint8Array(value)) };
  }
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { $: 'bytes', kind, value: base64.encode(bytes) };
  }
  if (value instanceof Error) {
    const { name, message, stack } = value;
    const cause = Object.hasOwn(value, 'cause') ? { cause: encode(value.cause) } : {};
    return { $: 'error', name, message, stack: stack ?? '', ...cause };
  }
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    return { $: 'boxed', value: encode(value.valueOf()) };
  }
  throw new Error('An object could not be cloned.');
}

/** Reads a tagged value in place: `JSON.parse` has just made it for us. */
function decodeValue(value: unknown, seen: object[], base64: Base64): unknown {
  if (value === null || typeof value !== 'object') return value;
  const decode = (part: unknown): unknown => decodeValue(part, seen, base64);
  if (Array.isArray(value)) {
    seen.push(value);
    for (let index = 0; index < value.length; index += 1) value[index] = decode(value[index]);
    return value;
  }
  const record = value as Record<string, unknown>;
  if (Object.hasOwn(record, '$')) {
    return decodeTagged(record as Tagged, seen, decode, base64);
  }
  seen.push(record);
  for (const key of Object.keys(record)) setOwn(record, key, decode(record[key]));
  return record;
}

function decodeTagged(
  tagged: Tagged,
  seen: object[],
  decode: (part: unknown) => unknown,
  base64: Base64,
): unknown {
  const keep = <Kept extends object>(object: Kept): Kept => {
    seen.push(object);
    return object;
  };
  const payload = tagged['value'];
  switch (tagged.$) {
    case 'number':
      return Number(payload);
    case 'bigint':
      return BigInt(String(payload));
    case 'undefined':
      return undefined;
    case 'reference':
      return seen[Number(payload)];
    case 'object': {
      const record = keep(payload as Record<string, unknown>);
      for (const key of Object.keys(record)) setOwn(record, key, decode(record[key]));
      return record;
    }
    case 'date':
      return keep(new Date(payload === null ? Number.NaN : Number(payload)));
    case 'regexp':
      return keep(new RegExp(String(payload), String(tagged['flags'])));
    case 'map': {
      const map = keep(new Map());
      for (const [key, item] of payload as [unknown, unknown][]) map.set(decode(key), decode(item));
      return map;
    }
    case 'set': {
      const set = keep(new Set());
      for (const item of payload as unknown[]) set.add(decode(item));
      return set;
    }
    case 'bytes':
      return keep(bytesOf(String(tagged['kind']), base64.decode(String(payload))));
    case 'error':
      return decodeError(tagged, keep, decode);
    case 'boxed':
      return keep(Object(decode(payload)) as object);
    default:
      throw new Error(`electron stand-in: unknown kind of value ${tagged.$}`);
  }
}

function decodeError(
  tagged: Tagged,
  keep: (error: Error) => Error,
  decode: (part: unknown) => unknown,
): Error {
  const known = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];
  const Kind = known.find((kind) => kind.name === tagged['name']) ?? Error;
  const error = keep(new Kind(String(tagged['message'])));
  const define = (name: string, value: unknown): unknown =>
    Object.defineProperty(error, name, { value, writable: true, configurable: true });
  define('stack', tagged['stack']);
  if (Object.hasOwn(tagged, 'cause')) define('cause', decode(tagged['cause']));
  return error;
}

/** Rebuilds an `ArrayBuffer`, a `DataView` or a typed array of the named kind. */
function bytesOf(kind: string, bytes: Uint8Array<ArrayBuffer>): object {
  if (kind === 'Uint8Array') return bytes;
  const exact = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
  if (kind === 'ArrayBuffer') return exact;
  const View: unknown = Reflect.get(globalThis, kind);
  if (typeof View !== 'function') throw new Error(`electron stand-in: no ${kind} here`);
  return Reflect.construct(View, [exact]) as object;
}

/** Sets an own property; `__proto__` must not change the prototype. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') target[key] = value;
  else {
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
}

/** The functions above, to be written into a page together. */
export const codecSources = [
  createCodec,
  encodeValue,
  encodeObject,
  encodePlain,
  encodeSpecial,
  decodeValue,
  decodeTagged,
  decodeError,
  bytesOf,
  setOwn,
];
