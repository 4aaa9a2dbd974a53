import { afterAll, describe, expect, it } from 'vitest';
import { createPrinter, type ReportPrinter } from '../../../src-main/reports/printer.ts';
import { readReportLayer } from '../../../src-main/reports/readReportLayer.ts';
import {
  allSamples,
  coachingSamples,
  makeCoachingLayer,
  makeWorkshopLayer,
  workshopSamples,
} from '../../helpers/sampleReports.ts';
import { coachingSample } from '../../helpers/sampleReports/coaching.ts';
import { workshopSample } from '../../helpers/sampleReports/workshop.ts';
import { printerOptions } from './printerOptions.ts';
import { readPdf } from './readPdf.ts';

const opened: ReportPrinter[] = [];
function printerWith(changes: Partial<typeof printerOptions> & { maxDocuments?: number } = {}) {
  const printer = createPrinter({ ...printerOptions, ...changes });
  opened.push(printer);
  return printer;
}
afterAll(() => Promise.all(opened.map((printer) => printer.close())));

const printer = printerWith();

describe.each(allSamples)('the PDF of "%s"', (_name, layer) => {
  it('can be read by eye, by ear and by program', async () => {
    const { pdf, pages } = await printer.render(layer);
    const read = await readPdf(pdf);
    expect(await readReportLayer(pdf)).toEqual(layer);
    expect(read.pages).toHaveLength(pages);
    expect([read.language, read.author, read.marked]).toEqual(['pl-PL', layer.author.name, true]);
    expect(read.roles).toContain('P');
    expect(
      read.pages.map((text, index) => text.includes(`strona ${index + 1} z ${pages}`)),
    ).toEqual(read.pages.map(() => true));
    expect(read.text.includes('WERSJA ROBOCZA')).toBe(layer.state === 'draft');
    expect(fontsOf(pdf)).toEqual({
      described: expect.any(Number),
      embedded: fontsOf(pdf).described,
    });
  });
});

/** Fonts described in the file, and how many of them are inside it. */
function fontsOf(pdf: Uint8Array): { described: number; embedded: number } {
  const text = Buffer.from(pdf).toString('latin1');
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return { described: count(/\/Type \/FontDescriptor/g), embedded: count(/\/FontFile[23]? /g) };
}

describe('what a report says', () => {
  it('is everything the agreement shares', async () => {
    const { text } = await readPdf((await printer.render(coachingSamples.rich)).pdf);
    for (const expected of [
      'Raport z sesji coachingowej nr 3',
      'Miejska Biblioteka Publiczna w Jaśle',
      'czwartek, 12 marca 2026, godz. 10:00',
      'Łucja Wierzbicka, Żaneta Ścibor, Błażej Łoś',
      'Porozmawiać o potrzebach z mieszkańcami trzech osiedli',
      '6 z 10',
      'Stowarzyszenie „Nasze Podwórko”',
      'Zaprosić na rozmowę trzy osoby, które nie korzystają z biblioteki',
      'Następna sesja: czwartek, 9 kwietnia 2026',
      'Raport sporządziła: Helena Zawilska, coachka, zamknięto 14 marca 2026.',
    ]) {
      expect(text).toContain(expected);
    }
  });

  it('is nothing the agreement does not share, on paper or in the data', async () => {
    const { pdf } = await printer.render(coachingSamples.small);
    const { text } = await readPdf(pdf);
    const told = `${text} ${JSON.stringify(await readReportLayer(pdf))}`;
    for (const secret of [
      'Żaneta',
      'Łucja',
      'Wolontariuszki',
      'plakat odkładamy',
      '6 z 10',
      'GRROW:',
    ]) {
      expect(told).not.toContain(secret);
    }
    expect(text).toContain('nie wchodzą: strony kontraktu, obecność, temat');
  });

  it('is printed and never obeyed', async () => {
    const { pdf, replacedCharacters } = await printer.render(workshopSamples.hostile);
    const { text } = await readPdf(pdf);
    expect(text).toContain('#let x = 1 *gruby* _kursywa_ `kod` $x^2$ [nawias]');
    expect(replacedCharacters).toEqual(['👩‍👩‍👧', '🎉', '漢', '字']);
  });

  it('holds 18 people over three days on one table whose head repeats', async () => {
    const { pdf, pages } = await printer.render(workshopSamples.rich);
    const read = await readPdf(pdf);
    for (const { name } of workshopSample.participants) expect(read.text).toContain(name);
    expect(pages).toBeLessThanOrEqual(4);
    const long = await readPdf((await printer.render(workshopSamples.long)).pdf);
    const withHead = long.pages.filter((text) => text.includes('Lp.'));
    expect(withHead.length).toBeGreaterThan(1);
  });

  it('refuses a layer that says more than the agreement', async () => {
    const leaky = { ...coachingSamples.rich, shared: [] };
    await expect(printer.render(leaky)).rejects.toThrow(/not-shared-by-agreement/);
  });
});

describe('the same report', () => {
  it('gives the same bytes twice, and from another worker', async () => {
    const again = printerWith();
    const pdfs = [
      await printer.render(workshopSamples.rich),
      await printer.render(workshopSamples.rich),
      await again.render(workshopSamples.rich),
    ].map(({ pdf }) => Buffer.from(pdf).toString('base64'));
    expect(new Set(pdfs).size).toBe(1);
  });

  it('gives other bytes when a word changes', async () => {
    const content = { ...coachingSample.content, topic: 'Inny temat' };
    const [one, other] = [
      await printer.render(coachingSamples.rich),
      await printer.render(makeCoachingLayer({ content })),
    ];
    expect(Buffer.compare(one.pdf, other.pdf)).not.toBe(0);
  });
});

describe('the worker', () => {
  it('is replaced after its documents, and no report notices', async () => {
    const recycling = printerWith({ maxDocuments: 3 });
    await recycling.warmUp();
    const layers = Array.from({ length: 10 }, (_, index) =>
      makeCoachingLayer({ number: `CS/2026/${100 + index}` }),
    );
    const reports = await Promise.all(layers.map((layer) => recycling.render(layer)));
    const numbers = await Promise.all(
      reports.map(async ({ pdf }) => (await readReportLayer(pdf)).number),
    );
    expect(numbers).toEqual(layers.map(({ number }) => number));
  });

  const workerUrl = new URL('misbehavingWorker.ts', import.meta.url);
  const misbehaving = (title: string) =>
    makeWorkshopLayer({ workshop: { ...workshopSample.workshop, title } });

  it('that stops fails its report, and the next one works', async () => {
    const fragile = printerWith({ workerUrl });
    const failed = fragile.render(misbehaving('upadnij'));
    const next = fragile.render(workshopSamples.small);
    await expect(failed).rejects.toMatchObject({ code: 'worker-stopped' });
    expect((await next).pages).toBeGreaterThan(0);
  });

  it('that hangs is ended in time, and the next report works', async () => {
    const fragile = printerWith({ workerUrl, timeoutMs: 4_000 });
    await expect(fragile.render(misbehaving('zawieś się'))).rejects.toMatchObject({
      code: 'timed-out',
    });
    expect((await fragile.render(workshopSamples.small)).pages).toBeGreaterThan(0);
  });

  it('that cannot start says why', async () => {
    const lost = printerWith({ resourcesDir: '/nowhere' });
    await expect(lost.render(workshopSamples.small)).rejects.toMatchObject({
      code: 'worker-stopped',
      message: expect.stringContaining('ENOENT'),
    });
  });

  it('of a closed printer is refused where it waited; what is asked for afterwards is printed', async () => {
    const done = printerWith();
    const cut = done.render(workshopSamples.small);
    await Promise.all([done.close(), expect(cut).rejects.toMatchObject({ code: 'closed' })]);
    expect((await done.render(workshopSamples.small)).pages).toBeGreaterThan(0);
    await done.close();
  });
});
