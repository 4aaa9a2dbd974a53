import { z } from 'zod';

const Words = z.string().max(100_000);
const ShortWords = z.string().max(1_000);
/** A heading of no words would be a hole in the file's structure. */
const SomeWords = ShortWords.regex(/\S/, { message: 'empty' });

const Table = z
  .strictObject({
    kind: z.literal('table'),
    columns: z.array(ShortWords).min(1).max(8),
    /**
     * An `auto` column is as wide as its longest cell; `wide` ones share what is left. All are wide when
     * none is named, and so are `auto` ones that would leave nothing to the wide.
     */
    widths: z.array(z.enum(['auto', 'wide'])).optional(),
    rows: z.array(z.array(Words)),
  })
  .refine(({ columns, rows }) => rows.every((row) => row.length === columns.length), {
    message: 'row-length',
    path: ['rows'],
  })
  .refine(({ columns, widths }) => widths === undefined || widths.length === columns.length, {
    message: 'widths-length',
    path: ['widths'],
  });

/** A piece of a printed document, laid out by `document.typ`. Line breaks in a text part its paragraphs. */
export const PrintedBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: SomeWords }),
  z.strictObject({ kind: z.literal('paragraph'), text: Words }),
  /** A paragraph that must not be overlooked. */
  z.strictObject({ kind: z.literal('strong'), text: Words }),
  z.strictObject({
    kind: z.literal('list'),
    items: z.array(Words),
    ordered: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('facts'),
    rows: z.array(z.strictObject({ label: ShortWords, value: Words })),
  }),
  Table,
  /** A code to be copied by hand, group by group. */
  z.strictObject({
    kind: z.literal('codeGroups'),
    groups: z.array(z.string().regex(/^[\p{L}\p{N}]{1,8}$/u, { message: 'not-a-group' })).min(1),
  }),
  /** Blanks to be filled in with a pen. */
  z.strictObject({ kind: z.literal('boxes'), labels: z.array(SomeWords).min(1) }),
]);
export type PrintedBlock = z.infer<typeof PrintedBlock>;

/** A document beside the reports: a recovery sheet, a protocol, an export. It carries no data file. */
export const PrintedDocument = z.strictObject({
  title: SomeWords,
  subtitle: ShortWords,
  /** Stands at the top of every page: one short line. */
  pageMark: z.string().max(60).optional(),
  blocks: z.array(PrintedBlock),
});
export type PrintedDocument = z.infer<typeof PrintedDocument>;
