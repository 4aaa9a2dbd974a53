import type { ReportLayer } from '../domain/reportLayer.ts';
import { longDate } from './format.ts';
import { roleWords } from './labels.ts';

/** A labelled fact in the panel below the title: one line, or several that take its whole width. */
export type Fact = { label: string; lines: string[]; wide: boolean };

/** A fact of one line; empty text leaves it out. */
export function fact(label: string, value: string): Fact {
  return { label, lines: value === '' ? [] : [value], wide: false };
}

/** A fact as wide as the panel, with a line for each value. */
export function wideFact(label: string, lines: readonly string[]): Fact {
  return { label, lines: [...lines], wide: true };
}

/** What the shared look of both templates needs. */
export type CommonView = {
  /** Title in the file's properties and in the reader's window. */
  documentTitle: string;
  documentAuthor: string;
  /** The day the file says it was made: taken from the data, so that the same data give the same bytes. */
  documentDate: { year: number; month: number; day: number };
  /** Small line above the title: what this is. */
  overline: string;
  title: string;
  number: string;
  draft: boolean;
  correction: { line: string; reason: string } | null;
  /** What a redacted edition replaces. */
  redaction: { line: string; replaces: string } | null;
  facts: Fact[];
  signedBy: string;
};

type CommonOptions = {
  overline: string;
  title: string;
  documentTitle: string;
  /** Day that dates a draft; a closed report is dated by its closing. */
  subjectDay: string | undefined;
  facts: Fact[];
};

/** The part of the view that does not depend on what the report is about. */
export function commonView(layer: ReportLayer, options: CommonOptions): CommonView {
  const { author, correction, redaction } = layer;
  const [year = 2000, month = 1, day = 1] = (layer.closedOn ?? options.subjectDay ?? '2000-01-01')
    .split('-')
    .map(Number);
  const wrote = author.form === 'feminine' ? 'Raport sporządziła' : 'Raport sporządził';
  const closed = layer.closedOn === null ? '' : `, zamknięto ${longDate(layer.closedOn)}`;
  return {
    documentTitle: options.documentTitle,
    documentAuthor: author.name,
    documentDate: { year, month, day },
    overline: options.overline,
    title: options.title,
    number: layer.number ?? 'bez numeru',
    draft: layer.state === 'draft',
    correction: correction && {
      line: `Korekta nr ${correction.number} do raportu ${correction.ofNumber}`,
      reason: `Powód: ${correction.reason}`,
    },
    redaction:
      redaction === undefined
        ? null
        : {
            line: `Wydanie zanonimizowane z dnia ${longDate(redaction.on)}, protokół ${redaction.protocol}`,
            replaces: `Zastępuje plik o skrócie ${redaction.oldSha256}`,
          },
    facts: options.facts.filter(({ lines }) => lines.length > 0),
    signedBy: `${wrote}: ${author.name}, ${roleWords[author.role][author.form]}${closed}.`,
  };
}
