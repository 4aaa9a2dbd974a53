import type { PrintedBlock, PrintedDocument } from '../domain/printedDocument.ts';
import { paragraphs } from './format.ts';

type Table = Extract<PrintedBlock, { kind: 'table' }>;

/** What `document.typ` prints. */
export type DocumentView = { title: string; subtitle: string; pageMark: string; blocks: object[] };

/** Characters of a table's text that fit on a line of the page, roughly, between the columns' gaps. */
const LINE = 90;
/** Characters of a line that `auto` columns may take together from the wide ones. */
const AUTO_SHARE = 40;
/** Letters may be twice as wide as the average: a word this part of its column may need to break. */
const BREAKS_FROM = 0.6;
/** Characters of gap and padding between two columns. */
const GAP = 3;

/** The document with everything that its template asks of it, without blocks that print nothing. */
export function documentView({
  title,
  subtitle,
  pageMark = '',
  blocks,
}: PrintedDocument): DocumentView {
  return { title, subtitle, pageMark, blocks: blocks.flatMap(blockView) };
}

function blockView(block: PrintedBlock): object[] {
  switch (block.kind) {
    case 'paragraph':
    case 'strong': {
      const lines = paragraphs(block.text);
      return lines.length === 0 ? [] : [{ kind: block.kind, lines }];
    }
    case 'list': {
      const items = block.items.map(paragraphs).filter((lines) => lines.length > 0);
      const { kind, ordered = false } = block;
      return items.length === 0 ? [] : [{ kind, ordered, items }];
    }
    case 'facts': {
      const rows = block.rows.map(({ label, value }) => ({ label, lines: orDash(value) }));
      return rows.length === 0 ? [] : [{ kind: block.kind, rows }];
    }
    case 'table':
      return block.rows.length === 0 ? [] : [tableView(block)];
    default:
      return [block];
  }
}

/** A value that is not there is printed as a dash, so that nobody takes it for one that was forgotten. */
function orDash(value: string): string[] {
  const lines = paragraphs(value);
  return lines.length === 0 ? ['–'] : lines;
}

function tableView(table: Table): object {
  const { kind, columns, rows } = table;
  return {
    kind,
    columns,
    ...columnLayout(table),
    rows: rows.map((row) => row.map((cell) => paragraphs(cell))),
  };
}

/**
 * Widths of a table's columns, and from how many characters on a word of it may have to break. Narrow
 * `auto` columns stay; long ones join the wide columns, which would be left with nothing otherwise.
 */
export function columnLayout({ columns, widths, rows }: Omit<Table, 'kind'>): {
  widths: ('auto' | 'wide')[];
  breaksFrom: number;
} {
  const asked = columns.map((_, index) => widths?.[index] ?? 'wide');
  const longest = columns.map((head, index) =>
    rows.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), head.length),
  );
  const narrowFirst = columns
    .map((_, index) => index)
    .filter((index) => asked[index] === 'auto')
    .toSorted((a, b) => (longest[a] ?? 0) - (longest[b] ?? 0));
  const onlyAuto = narrowFirst.length === columns.length;
  let taken = 0;
  const kept = narrowFirst.filter((index) => {
    taken += longest[index] ?? 0;
    return onlyAuto || taken <= AUTO_SHARE;
  });
  const keptLength = onlyAuto ? 0 : kept.reduce((sum, index) => sum + (longest[index] ?? 0), 0);
  const sharing = onlyAuto ? columns.length : columns.length - kept.length;
  const perColumn = (LINE - keptLength - GAP * columns.length) / sharing;
  return {
    widths: columns.map((_, index) => (kept.includes(index) ? 'auto' : 'wide')),
    breaksFrom: Math.max(5, Math.floor(perColumn * BREAKS_FROM)),
  };
}
