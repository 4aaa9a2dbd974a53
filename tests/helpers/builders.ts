import fc from 'fast-check';
import { z } from 'zod';

// Arbitrary values of any zod schema of the domain, so that a field added to a noun is tested without
// anybody remembering to.

const polishText = fc.string({
  unit: fc.constantFrom(...'aąbcćdeęłńóśźżŁŚŻ ,.–-/%_"\'0123456789'),
  maxLength: 60,
});
const paragraphs = fc.array(polishText, { maxLength: 4 }).map((lines) => lines.join('\n'));
const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });
const two = (value: number) => String(value).padStart(2, '0');
const calendarDay = fc
  .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 0, max: 364 }))
  .map(([year, day]) => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10));
const timeOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => `${two(hours)}:${two(minutes)}`);
const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const sha256 = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 64,
  maxLength: 64,
});

const texts: readonly fc.Arbitrary<string>[] = [
  polishText,
  paragraphs,
  anyText,
  fc.uuid(),
  calendarDay,
  timeOfDay,
  instant,
  sha256,
];

/** Texts that a string schema takes: of all kinds of text, those whose samples it mostly accepts. */
function stringsOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const accepts = (value: string) => schema.safeParse(value).success;
  const fitting = texts.filter((one) => {
    const sample = fc.sample(one, { numRuns: 12, seed: 1 });
    return sample.filter(accepts).length > sample.length / 2;
  });
  if (fitting.length === 0)
    throw new Error('No kind of text fits this schema: teach the builders one');
  return fc
    .oneof(...fitting)
    .filter(accepts)
    .map((value) => schema.parse(value));
}

function numbersOf(schema: z.ZodNumber): fc.Arbitrary<number> {
  const { minValue, maxValue, format } = schema;
  const min = Math.max(minValue ?? 0, -1e6);
  const max = Math.min(maxValue ?? 1e6, 1e6);
  const any = format?.includes('int')
    ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
    : fc.double({ min, max, noNaN: true });
  // JSON knows no negative zero, and no noun means one.
  return any.map((value) => value + 0).filter((value) => schema.safeParse(value).success);
}

/** Arbitrary values that a schema of the domain accepts, as it gives them back. */
export function arbitraryOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodNullable) return fc.option(part(schema.unwrap()), { nil: null });
  if (schema instanceof z.ZodArray) return arraysOf(schema);
  if (schema instanceof z.ZodObject) return objectsOf(schema);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return numbersOf(schema);
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(part));
  if (schema instanceof z.ZodRecord) {
    return fc.dictionary(
      fc.string({ minLength: 1, maxLength: 8 }).filter(isPlainKey),
      part(schema.valueType),
    );
  }
  return stringsOf(schema);
}

/** `__proto__` is no key that JSON and objects treat alike. */
const isPlainKey = (key: string) => !(key in Object.prototype);

/** zod types the parts of its schemas by its core, whose every member is a ZodType here. */
function part(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (!(schema instanceof z.ZodType))
    throw new Error('A schema of the domain is no classic zod type');
  return arbitraryOf(schema);
}

function arraysOf(schema: z.ZodArray): fc.Arbitrary<unknown> {
  return fc
    .array(part(schema.element), { maxLength: 5 })
    .filter((items) => schema.safeParse(items).success);
}

function objectsOf(schema: z.ZodObject): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.shape).map(
    ([name, field]): [string, fc.Arbitrary<unknown>] => [name, part(field)],
  );
  return fc.record(Object.fromEntries(fields)).filter((value) => schema.safeParse(value).success);
}
