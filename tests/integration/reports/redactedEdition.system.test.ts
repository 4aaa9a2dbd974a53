import { afterAll, expect, it } from 'vitest';
import { ReportLayer } from '../../../src-main/domain/reportLayer.ts';
import { createPrinter } from '../../../src-main/reports/printer.ts';
import { readReportLayer } from '../../../src-main/reports/readReportLayer.ts';
import { coachingSamples, workshopSamples } from '../../helpers/sampleReports.ts';
import { printerOptions } from './printerOptions.ts';
import { readPdf } from './readPdf.ts';

const REDACTION = {
  protocol: 'RODO/2026/001',
  on: '2026-11-24',
  oldSha256: 'ab'.repeat(32),
};

const printer = createPrinter(printerOptions);
afterAll(() => printer.close());

it('a redacted edition is read back, which says so on its first page', async () => {
  for (const layer of [coachingSamples.rich, workshopSamples.rich]) {
    const redacted = ReportLayer.parse({ ...layer, schemaVersion: 2, redaction: REDACTION });
    const printed = await printer.render(redacted);
    expect(await readReportLayer(printed.pdf)).toEqual(redacted);
    const [page] = (await readPdf(printed.pdf)).pages;
    expect(page).toContain(
      'Wydanie zanonimizowane z dnia 24 listopada 2026, protokół RODO/2026/001',
    );
    expect(page).toContain(`Zastępuje plik o skrócie ${REDACTION.oldSha256}`);
  }
});
