import fc, { type Arbitrary } from 'fast-check';
import { z } from 'zod';
import { contract, type CallName } from '../../src-main/contract/contract.ts';
import { saidBy, type StoreHarness } from './storeHarness.ts';

/** The parts of a JSON schema that our contract uses. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** Words that reach further than random ones: real ids, dates, times, addresses, and what people fear. */
export interface Pool {
  readonly ids: readonly string[];
}

const SPICE = [
  '',
  ' ',
  '2026-03-29',
  '2026-02-30',
  '09:00',
  '24:30',
  '2026-11-22T10:00:00.000Z',
  'kto@example.org',
  `'; drop table session; --`,
  '<img src=x onerror=alert(1)>',
  '../../key.json',
  '\u0000',
  '\ud800',
  '🧑‍🏫'.repeat(30),
  'ż'.repeat(400),
  '__proto__',
  'new',
];

function wordsOf({ ids }: Pool, { maxLength }: Schema): Arbitrary<unknown> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ids) },
    { weight: 3, arbitrary: fc.constantFrom(...SPICE) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength ?? 50, 50) }),
    },
  );
}

function objectOf(schema: Schema, pool: Pool): Arbitrary<unknown> {
  const named = Object.entries(schema.properties ?? {}).map(
    ([name, part]) => [name, inputOf(part, pool)] as const,
  );
  const whole = fc.record(Object.fromEntries(named));
  if (typeof schema.additionalProperties === 'object') {
    const keys = wordsOf(pool, {}).map(String);
    return fc.dictionary(keys, inputOf(schema.additionalProperties, pool), { maxKeys: 4 });
  }
  return fc.oneof(
    { weight: 8, arbitrary: whole },
    { weight: 1, arbitrary: fc.record(Object.fromEntries(named), { requiredKeys: [] }) },
    { weight: 1, arbitrary: whole.map((value) => ({ ...value, sql: 'drop table' })) },
  );
}

function numberOf({ type, minimum, maximum }: Schema): Arbitrary<unknown> {
  const min = Math.max(minimum ?? -5, -1000);
  const within = fc.integer({ min, max: Math.max(min, Math.min(maximum ?? 400, 3000)) });
  const wild = fc.constantFrom(0, -1, 0.5, 1e21, Number.NaN, Number.MAX_SAFE_INTEGER);
  return type === 'integer'
    ? fc.oneof({ weight: 5, arbitrary: within }, wild)
    : fc.oneof({ weight: 3, arbitrary: within }, fc.double(), wild);
}

function rightKind(schema: Schema, pool: Pool): Arbitrary<unknown> {
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return fc.oneof(...options.map((option) => inputOf(option, pool)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, pool);
    case 'array':
      return fc.array(inputOf(schema.items ?? {}, pool), { maxLength: 4 });
    case 'string':
      return wordsOf(pool, schema);
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return wordsOf(pool, {}); // what JSON has no word for: our own checks of text
  }
}

/** Mostly what the schema asks for, now and then anything at all. */
function inputOf(schema: Schema, pool: Pool): Arbitrary<unknown> {
  return fc.oneof(
    { weight: 30, arbitrary: rightKind(schema, pool) },
    { weight: 1, arbitrary: fc.anything({ maxDepth: 2 }) },
  );
}

/** Inputs for a call: near what its schema takes, and far from it. */
export function fuzzedInput(name: CallName, pool: Pool): Arbitrary<unknown> {
  const schema = z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' });
  return inputOf(schema as Schema, pool); // JSON schema as zod writes it, as far as we read it
}

/** Every row as text, read again only where the database says that something was written meanwhile. */
function rowsSeenBy(harness: StoreHarness): () => string {
  let seen: { store: object; stamp: string; rows: string } | undefined;
  return () => {
    const { store } = harness.opened().workspace;
    const stamp = JSON.stringify([
      store.get('select total_changes()'), // by this connection, rolled back ones too
      store.get('pragma data_version'), // by others
      store.get('pragma schema_version'),
    ]);
    if (seen?.store !== store || seen.stamp !== stamp)
      seen = { store, stamp, rows: JSON.stringify(harness.dump()) };
    return seen.rows;
  };
}

/**
 * Knocks with fuzzed inputs: every answer is a value or a failure with a name, and a refusal leaves every row as it was.
 * Answers the counterexample as text where it is not so, else null.
 */
export async function fuzzCall(
  harness: StoreHarness,
  name: CallName,
  pool: Pool,
  options: { readonly numRuns: number; readonly seed?: number },
): Promise<string | null> {
  const rows = rowsSeenBy(harness);
  const result = await fc.check(
    fc.asyncProperty(fuzzedInput(name, pool), async (input) => {
      const before = rows();
      const envelope = await harness.knock(name, input);
      if (envelope.ok) return;
      const said = saidBy(envelope);
      if (envelope.failure.code === 'unexpected') throw new Error(`${name}: unexpected`);
      if (rows() !== before) throw new Error(`${name}: ${said}, but changed`);
    }),
    { ...options, endOnFailure: true },
  );
  return result.failed ? (fc.defaultReportMessage(result) ?? name) : null;
}
