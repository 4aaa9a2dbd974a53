import { assertNever } from '../domain/assertNever.ts';
import type { PrintedDocument } from '../domain/printedDocument.ts';
import type { ReportLayer } from '../domain/reportLayer.ts';
import { coachingView } from './coachingView.ts';
import { documentView } from './documentView.ts';
import type { Coverage } from './fontCoverage.ts';
import { printText } from './printText.ts';
import { workshopView } from './workshopView.ts';

/** Something ready for Typst: which template, and its inputs. */
export type TypstJob<Input extends string = string> = {
  /** Path of the template inside the resources' `typst` folder. */
  template: string;
  /** `view`: what is printed, as JSON; `layer`: what is attached, as JSON, if anything is. */
  inputs: Readonly<Record<Input, string>>;
  /** Characters (as a reader sees them) that no bundled font has and that are printed as □. */
  replacedCharacters: string[];
};

/** What is printed, as JSON, and which characters cannot be. */
function printable(view: object, covers: Coverage): { view: string; replacedCharacters: string[] } {
  const replaced = new Set<string>();
  const text = JSON.stringify(view, (_key, value: unknown) =>
    typeof value === 'string' ? printText(value, covers, replaced) : value,
  );
  return { view: text, replacedCharacters: [...replaced] };
}

/** Prepares a report for printing; pure. The attached layer stays exactly as it was given. */
export function prepareReport(layer: ReportLayer, covers: Coverage): TypstJob<'view' | 'layer'> {
  const { template, view: shown } = viewOf(layer);
  const { view, replacedCharacters } = printable(shown, covers);
  return { template, inputs: { view, layer: JSON.stringify(layer, null, 1) }, replacedCharacters };
}

/** Prepares a document beside the reports for printing; pure. */
export function prepareDocument(document: PrintedDocument, covers: Coverage): TypstJob<'view'> {
  const { view, replacedCharacters } = printable(documentView(document), covers);
  return { template: '/document.typ', inputs: { view }, replacedCharacters };
}

function viewOf(layer: ReportLayer): { template: string; view: object } {
  switch (layer.kind) {
    case 'coaching-session':
      return { template: '/coaching-session.typ', view: coachingView(layer) };
    case 'workshop':
      return { template: '/workshop.typ', view: workshopView(layer) };
    default:
      return assertNever(layer);
  }
}
