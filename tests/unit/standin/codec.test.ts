import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCodec } from '../../electron-standin/page/codec.ts';

const codec = createCodec({
  encode: (bytes) => Buffer.from(bytes).toString('base64'),
  decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
});

const carry = (value: unknown): unknown => codec.parse(codec.stringify(value));

describe('codec of the Electron stand-in', () => {
  it('carries everything that can be cloned', () => {
    const value = {
      text: 'Zażółć gęślą jaźń \u2028 \ud83d\ude00',
      numbers: [0, -0, 1.5, Number.NaN, Infinity, -Infinity, Number.MAX_SAFE_INTEGER],
      big: 2n ** 80n,
      nothing: undefined,
      none: null,
      date: new Date('2026-11-22T12:00:00Z'),
      invalid: new Date(Number.NaN),
      pattern: /ł+/giu,
      map: new Map<unknown, unknown>([[{ key: 1 }, new Set([1, 'b', [2]])]]),
      bytes: new Uint8Array([0, 255, 128]),
      floats: new Float64Array([1.5, Number.NaN]),
      buffer: new Uint8Array([1, 2]).buffer,
      view: new DataView(new Uint8Array([3, 4]).buffer),
      boxed: Object('text'),
      $: 'a key of the codec itself',
      nested: { $: 'undefined' },
    };
    expect(carry(value)).toStrictEqual(structuredClone(value));
  });

  it('keeps a part of a buffer, not the whole pool', () => {
    const part = Buffer.from('0123456789').subarray(3, 6);
    const carried = carry(part);
    expect(carried).toStrictEqual(new Uint8Array([51, 52, 53]));
  });

  it('keeps shared and circular references', () => {
    const shared = { name: 'Strefa' };
    const circular: Record<string, unknown> = { one: shared, two: shared, list: [shared] };
    circular['self'] = circular;
    const carried = carry(circular) as Record<string, unknown>;
    expect(carried['one']).toBe(carried['two']);
    expect(carried['list']).toStrictEqual([carried['one']]);
    expect(carried['self']).toBe(carried);
  });

  it('carries errors with their kind, message, stack and cause', () => {
    const error = new TypeError('nie tak', { cause: new RangeError('za dużo') });
    const carried = carry(error);
    expect(carried).toBeInstanceOf(TypeError);
    expect(carried).toMatchObject({ message: 'nie tak', stack: error.stack });
    expect((carried as Error).cause).toBeInstanceOf(RangeError);
  });

  it('does not let a key named __proto__ change a prototype', () => {
    const evil: unknown = JSON.parse('{"__proto__": {"polluted": true}, "x": 1}');
    const carried = carry(evil) as Record<string, unknown>;
    expect(Object.getPrototypeOf(carried)).toBe(Object.prototype);
    expect(Object.keys(carried)).toStrictEqual(['__proto__', 'x']);
  });

  it('leaves the value that was sent as it was', () => {
    const value = { when: undefined, list: [1n] };
    codec.stringify(value);
    expect(value).toStrictEqual({ when: undefined, list: [1n] });
  });

  it.each([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a promise', Promise.resolve()],
    ['a URL', { address: new URL('app://bundle/') }],
    ['a proxy', new Proxy({}, {})],
    ['a blob', new Blob(['x'])],
  ])('refuses %s with Electron’s sentence', (_name, value) => {
    expect(() => codec.stringify(value)).toThrow('An object could not be cloned.');
  });

  it('carries any value that fast-check thinks of', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withBoxedValues: true,
      key: fc.oneof(fc.string(), fc.constantFrom('$', '__proto__', 'value', 'constructor')),
    });
    fc.assert(
      fc.property(anything, (value) => {
        // Node's own comparison: vitest's takes a key named `constructor` for the constructor.
        deepStrictEqual(carry(value), structuredClone(value));
      }),
      { numRuns: 500 },
    );
  });
});
