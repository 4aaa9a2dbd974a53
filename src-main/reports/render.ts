import { assertNever } from '../domain/assertNever.ts';
import type { ReportLayer } from '../domain/reportLayer.ts';
import { coachingView } from './coachingView.ts';
import type { Coverage } from './fontCoverage.ts';
import { printText } from './printText.ts';
import { workshopView } from './workshopView.ts';

/** A report ready for Typst: which template, and its two inputs. */
export type TypstJob = {
  /** Path of the template inside the resources' `typst` folder. */
  template: string;
  /** `view`: what is printed, as JSON; `layer`: what is attached, as JSON. */
  inputs: { view: string; layer: string };
  /** Characters (as a reader sees them) that no bundled font has and that are printed as □. */
  replacedCharacters: string[];
};

/** Prepares a report for printing; pure. The attached layer stays exactly as it was given. */
export function prepareReport(layer: ReportLayer, covers: Coverage): TypstJob {
  const { template, view } = viewOf(layer);
  const replaced = new Set<string>();
  return {
    template,
    inputs: {
      view: JSON.stringify(view, (_key, value: unknown) =>
        typeof value === 'string' ? printText(value, covers, replaced) : value,
      ),
      layer: JSON.stringify(layer, null, 1),
    },
    replacedCharacters: [...replaced],
  };
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
