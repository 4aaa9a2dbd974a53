import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { coverageOf } from '../../../src-main/reports/fontCoverage.ts';
import { createPrinter } from '../../../src-main/reports/printer.ts';
import { prepareDocument, prepareReport } from '../../../src-main/reports/render.ts';
import { printingResources } from '../../../src-main/reports/typstEngine.ts';
import { allSamples, coachingSamples } from '../../helpers/sampleReports.ts';
import { endlessDocument, sampleDocument } from '../../helpers/sampleDocument.ts';
import { printerOptions } from './printerOptions.ts';
import { readPdf } from './readPdf.ts';

const { resourcesDir } = printerOptions;

// Its packages for this version exist for Linux x64 only; there the check always runs.
const hasNativeCompiler = process.platform === 'linux' && process.arch === 'x64';

describe.skipIf(!hasNativeCompiler)('under the native compiler, which enforces PDF/UA-1', () => {
  const { NodeCompiler } = loadNativeCompiler();
  const compiler = NodeCompiler.create({
    workspace: join(resourcesDir, 'typst'),
    fontArgs: [{ fontPaths: [join(resourcesDir, 'fonts')] }],
  });
  const font = (name: string) => new Uint8Array(readFileSync(join(resourcesDir, 'fonts', name)));
  const covers = coverageOf(
    printingResources.textFaces.map(font),
    font(printingResources.fallbackFace),
  );

  it.each(allSamples)(
    '"%s" compiles: no missing glyph, alt text or heading level',
    (_name, layer) => {
      const { template, inputs } = prepareReport(layer, covers);
      const mainFilePath = join(resourcesDir, 'typst', template);
      const compiled = compiler.compile({ mainFilePath, inputs });
      expect(compiled.takeDiagnostics()?.shortDiagnostics).toBeUndefined();
      const pdf = compiler.pdf({ mainFilePath, inputs }, { pdfStandard: 'ua-1' });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    },
  );

  it.each([
    ['of every block', sampleDocument],
    ['of endless words', endlessDocument],
    ['of a title alone', { title: 'Pusty', subtitle: '', blocks: [] }],
  ])('a document %s compiles: no missing glyph, alt text or heading level', (_name, document) => {
    const { template, inputs } = prepareDocument(document, covers);
    const mainFilePath = join(resourcesDir, 'typst', template);
    const compiled = compiler.compile({ mainFilePath, inputs });
    expect(compiled.takeDiagnostics()?.shortDiagnostics).toBeUndefined();
    const pdf = compiler.pdf({ mainFilePath, inputs }, { pdfStandard: 'ua-1' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('does enforce it: a report with a character no font has is refused', () => {
    const { template, inputs } = prepareReport(coachingSamples.hostile, () => true);
    const mainFilePath = join(resourcesDir, 'typst', template);
    expect(() => compiler.pdf({ mainFilePath, inputs }, { pdfStandard: 'ua-1' })).toThrow(
      /could not be displayed with font/,
    );
  });
});

function loadNativeCompiler(): typeof import('@myriaddreamin/typst-ts-node-compiler') {
  return createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
}

describe('as it is shipped', () => {
  const printer = createPrinter(printerOptions);
  afterAll(() => printer.close());

  it('says that it is PDF/UA-1 and shows its title', async () => {
    const { pdf } = await printer.render(coachingSamples.rich);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.match(/<pdfuaid:part>1<\/pdfuaid:part>/g)).toHaveLength(1);
    expect(text).toContain('/DisplayDocTitle true');
    const { title, roles } = await readPdf(pdf);
    expect(title).toBe(
      'Sesja coachingowa nr 3, 12 marca 2026: Miejska Biblioteka Publiczna w Jaśle',
    );
    expect(roles).toEqual(
      expect.arrayContaining(['H1', 'H2', 'P', 'Table', 'TH', 'TD', 'L', 'LI']),
    );
  });
});
