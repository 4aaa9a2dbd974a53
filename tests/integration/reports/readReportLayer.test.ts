import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrinter } from '../../../src-main/reports/printer.ts';
import { readReportLayer } from '../../../src-main/reports/readReportLayer.ts';
import { coachingSamples } from '../../helpers/sampleReports.ts';
import { printerOptions } from './printerOptions.ts';
import { pdfWithAttachment } from './smallPdf.ts';

const REDACTION = {
  protocol: 'RODO/2026/001',
  on: '2026-11-24',
  oldSha256: 'ab'.repeat(32),
};

const printer = createPrinter(printerOptions);
let pdf: Uint8Array;
beforeAll(async () => {
  ({ pdf } = await printer.render(coachingSamples.rich));
});
afterAll(() => printer.close());

const text = (value: string) => new TextEncoder().encode(value);
const attached = (layer: unknown) =>
  pdfWithAttachment('strefownik-raport.json', JSON.stringify(layer));

describe('reading a report back from its PDF', () => {
  it('gives the layer and leaves the bytes alone', async () => {
    const before = Buffer.from(pdf).toString('base64');
    expect(await readReportLayer(pdf)).toEqual(coachingSamples.rich);
    expect(Buffer.from(pdf).toString('base64')).toBe(before);
  });

  it('works on a file that another program wrote around the same data', async () => {
    expect(await readReportLayer(attached(coachingSamples.rich))).toEqual(coachingSamples.rich);
  });

  it.each<[string, () => Uint8Array, string]>([
    ['a text file', () => text('Dzień dobry'), 'not-a-pdf'],
    ['an empty file', () => new Uint8Array(), 'not-a-pdf'],
    ['a PDF cut in half', () => pdf.slice(0, pdf.length / 2), 'damaged'],
    ['another PDF', () => pdfWithAttachment('inny.json', '{}'), 'no-data'],
    ['data that are not JSON', () => pdfWithAttachment('strefownik-raport.json', '{'), 'damaged'],
    ['data that are not a report', () => attached({ schemaVersion: 1, kind: 'x' }), 'damaged'],
    ['data without a version', () => attached({}), 'damaged'],
    [
      'a redacted edition that does not say what it replaces',
      () => attached({ ...coachingSamples.rich, schemaVersion: 2 }),
      'damaged',
    ],
    [
      'a report that says it is redacted and is none',
      () => attached({ ...coachingSamples.rich, redaction: REDACTION }),
      'damaged',
    ],
    [
      'a report from a newer Strefownik',
      () => attached({ ...coachingSamples.rich, schemaVersion: 3, news: true }),
      'unknown-version',
    ],
    [
      'a report that carries what its agreement withholds',
      () => attached({ ...coachingSamples.rich, shared: [] }),
      'damaged',
    ],
  ])('refuses %s', async (_what, bytes, code) => {
    await expect(readReportLayer(bytes())).rejects.toMatchObject({ name: 'ReportReadError', code });
  });
});
