import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import startTypst, { TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import { z } from 'zod';
import type { PrintedDocument } from '../domain/printedDocument.ts';
import type { ReportLayer } from '../domain/reportLayer.ts';
import { coverageOf } from './fontCoverage.ts';
import { prepareDocument, prepareReport, type TypstJob } from './render.ts';
import { pageCount, stampPdfUa } from './uaStamp.ts';

/** A printed report. */
export type RenderedReport = {
  pdf: Uint8Array<ArrayBuffer>;
  pages: number;
  /** Characters (as a reader sees them) that were printed as □, each once. */
  replacedCharacters: string[];
};

/** Prints reports one after the other; blocks its thread while it does. */
export type TypstEngine = {
  render(layer: ReportLayer): RenderedReport;
  renderDocument(document: PrintedDocument): RenderedReport;
};

/** Files of the resources folder that every report needs. */
export const printingResources = {
  textFaces: ['Lato-Regular.ttf', 'Lato-Semibold.ttf', 'Lato-Bold.ttf', 'Lato-Italic.ttf'],
  fallbackFace: 'DejaVuSans.ttf',
  templates: ['look.typ', 'coaching-session.typ', 'workshop.typ', 'document.typ'],
} as const;

// The binding numbers its output formats and the shapes of its diagnostics.
const PDF_FORMAT = 1;
const FULL_DIAGNOSTICS = 3;

const Artifact = z.object({
  result: z.instanceof(Uint8Array<ArrayBuffer>).optional(),
  diagnostics: z.array(z.object({ message: z.string() })).optional(),
});

/** Starts Typst with the fonts and templates of the resources folder and nothing else within reach. */
export async function createTypstEngine(resourcesDir: string): Promise<TypstEngine> {
  const { textFaces, fallbackFace, templates } = printingResources;
  const readResource = async (...path: string[]) =>
    new Uint8Array(await readFile(join(resourcesDir, ...path)));
  const [wasm, fallback, faces, sources] = await Promise.all([
    readFile(createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm')),
    readResource('fonts', fallbackFace),
    Promise.all(textFaces.map((name) => readResource('fonts', name))),
    Promise.all(templates.map((name) => readFile(join(resourcesDir, 'typst', name), 'utf8'))),
  ]);
  await startTypst({ module_or_path: wasm });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of [...faces, fallback]) await builder.add_raw_font(font);
  const compiler = await builder.build();
  templates.forEach((name, index) => compiler.add_source(`/${name}`, sources[index] ?? ''));

  const compile = ({ template, inputs }: TypstJob): Uint8Array<ArrayBuffer> => {
    const world = compiler.snapshot('/', template, Object.entries(inputs));
    try {
      const artifact = Artifact.parse(world.get_artifact(PDF_FORMAT, FULL_DIAGNOSTICS));
      if (artifact.result) return artifact.result;
      const told = artifact.diagnostics?.map((diagnostic) => diagnostic.message).join('; ');
      throw new Error(`Typst could not print the report: ${told ?? 'no reason given'}`);
    } finally {
      world.free();
    }
  };

  const covers = coverageOf(faces, fallback);
  const print = (job: TypstJob): RenderedReport => {
    const pdf = compile(job);
    return {
      pdf: stampPdfUa(pdf),
      pages: pageCount(pdf),
      replacedCharacters: job.replacedCharacters,
    };
  };
  return {
    render: (layer) => print(prepareReport(layer, covers)),
    renderDocument: (document) => print(prepareDocument(document, covers)),
  };
}
