import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPrinter } from '../../../src-main/reports/printer.ts';
import { readReportLayer } from '../../../src-main/reports/readReportLayer.ts';
import { instantOf, PlainDate } from '../../../src-main/domain/calendar.ts';
import { erasureScene, ZYTA } from '../../helpers/erasureScene.ts';
import { everythingKept, placesNaming } from '../../helpers/erasureTraces.ts';
import { standingClock } from '../../helpers/scene.ts';
import { storeHarness } from '../../helpers/storeHarness.ts';
import { printerOptions } from '../reports/printerOptions.ts';
import { readPdf } from '../reports/readPdf.ts';

const printer = createPrinter(printerOptions);
const { now } = standingClock();
const harness = storeHarness({ now, printer });
const folder = mkdtempSync(join(tmpdir(), 'strefownik-rodo-'));
beforeAll(() => harness.createQuickly());
afterAll(async () => {
  await harness.dispose();
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

const pdfAt = (path: string) => readPdf(readFileSync(path));

test('a person is shown, exported and erased with real PDFs, and is in none of them afterwards', async () => {
  const scene = await erasureScene(harness, ZYTA);
  const subject = { kind: 'participant', id: scene.participantId } as const;

  const exported = join(folder, 'dane.pdf');
  await harness.ask('desk.writeSubjectExport', { ...subject, path: exported });
  const data = await pdfAt(exported);
  expect(data.text).toContain('Zyta Wręźbąk Panieńska');
  expect(data.text).toContain('Odmienionych form');
  expect(data.text).not.toContain('Zastrzyż');

  const body = Array.from({ length: 120 }, (_, line) => `Zastrzyżonka ${line}`).join('\n');
  await harness.call('privateNote.save', { sessionId: scene.sessionId, revision: 2, body });
  const [note] = await harness.call('subject.privateNotes', { subject, passphrase: '' });
  const released = join(folder, 'notatka.pdf');
  const request = { subject, noteId: note?.id, passphrase: '', path: released };
  await harness.ask('desk.writeReleasedNote', request);
  const { pages, text } = await pdfAt(released);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.filter((page) => !page.includes('PRYWATNE'))).toEqual([]);
  expect(text).toContain('Zastrzyżonka 119');

  Object.assign(harness.opened().tools, {
    backups: () => [
      {
        id: 'kopia',
        place: 'first',
        createdAt: instantOf(now()),
        reason: 'daily',
        state: 'verified',
        contents: null,
        bytes: 1,
        appVersion: '1',
        expiresOn: PlainDate.parse('2027-11-24'),
      },
    ],
  });
  const preview = await harness.call('erasure.preview', subject);
  expect(preview.backups).toMatchObject([{ id: 'kopia', expiresOn: '2027-11-24' }]);
  const typedName = 'zyta wręźbąk';
  const erasure = await harness.call('erasure.run', { subject, typedName, reason: 'Wniosek' });
  expect(placesNaming(everythingKept(harness), ZYTA)).toEqual([]);

  const path = join(folder, 'protokol.pdf');
  await harness.ask('desk.writeErasureProtocol', { id: erasure.id, path });
  const protocol = await pdfAt(path);
  expect(protocol.text).toContain('RODO/2026/001');
  expect(protocol.text).toContain('24 listopada 2027');
  expect(protocol.text).toContain('raporty@frsi.przyklad');

  for (const id of [scene.sessionReportId, scene.workshopReportId]) {
    const { pdf } = await harness.call('report.read', { id });
    const printed = await readPdf(pdf);
    expect(printed.text).toContain('Wydanie zanonimizowane z dnia 24 listopada 2026');
    expect(printed.text).toContain('Osoba usunięta 1/2026');
    const told = `${printed.text} ${printed.title} ${printed.author} ${JSON.stringify(await readReportLayer(pdf))}`;
    expect(placesNaming(new Map([['pdf', told]]), ZYTA)).toEqual([]);
  }
});
