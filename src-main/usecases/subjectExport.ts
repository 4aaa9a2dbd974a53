import { writeBoth } from '../files/wholeFile.ts';
import type { PrivateParts } from './erasureLook.ts';
import type { SubjectRef } from './subject.ts';
import { EXPORT_NOTES, subjectDocument } from './subjectDocuments.ts';
import { showSubject } from './subjectShow.ts';
import { nowOf, todayOf, type Tools } from './tools.ts';

/** Name and version of the exported JSON; a change of its shape is a new version. */
const EXPORT_FORMAT = { format: 'strefownik-subject', version: 1 } as const;

/** `…/dane.pdf` -> `…/dane.json` */
function besidePdf(path: string): string {
  return `${path.replace(/\.pdf$/i, '')}.json`;
}

/**
 * Writes everything held about somebody where the person chose, as a PDF, and the same as JSON beside it; each file
 * whole or not at all. Throws not-found, no-write-access, disk-full.
 */
export async function writeSubjectExport(
  tools: Tools,
  privately: PrivateParts,
  ref: SubjectRef,
  path: string,
): Promise<{ done: true }> {
  // What to look over first is for whoever hands the export on.
  const { ofSeveral: _, ...view } = await showSubject(tools, privately, ref);
  const { pdf } = await tools.printer.renderDocument(subjectDocument(view, todayOf(tools)));
  const data = {
    ...EXPORT_FORMAT,
    exportedAt: nowOf(tools),
    producer: tools.producer,
    notes: EXPORT_NOTES,
    ...view,
  };
  const json = new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`);
  writeBoth({ path, content: pdf }, { path: besidePdf(path), content: json });
  return { done: true };
}
