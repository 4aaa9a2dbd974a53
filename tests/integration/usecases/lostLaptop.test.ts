import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProcess, sessionForm, standingClock } from '../../helpers/scene.ts';
import { ME, storeHarness } from '../../helpers/storeHarness.ts';

const SECRET = 'płacze w pracy i nikomu nie mówi';
const REPORTED = 'zespół wybrał temat kawiarenki';

const clock = standingClock();
const harness = storeHarness({ now: clock.now });
beforeAll(async () => {
  await harness.create();
  const [library] = await harness.call('library.list', {});
  if (library === undefined) throw new Error('The programme has no library');
  const { engagement } = await openProcess(harness, library.id);
  const form = sessionForm(engagement.id, { reportNotes: REPORTED });
  const session = await harness.call('session.save', form);
  await harness.call('privateNote.save', { sessionId: session.id, revision: null, body: SECRET });
  await harness.call('backup.make', {});
  mkdirSync(harness.outgoing, { recursive: true });
  writeFileSync(join(harness.outgoing, 'raport.pdf'), 'jawna kopia');
});
afterAll(() => harness.dispose());

/** The document's words; the harness prints them as they come, with plain spaces. */
const wordsOf = (pdf: Uint8Array): string =>
  Buffer.from(pdf).toString('utf8').replaceAll('\u00a0', ' ');

test('counts what this workspace holds and tells its backup, its keys and its clear copies', async () => {
  const words = wordsOf((await harness.call('lostLaptop.read', {})).pdf);
  for (const fact of [
    ME.name,
    '"Uczestniczki i uczestnicy","value":"2 osoby"',
    '"Osoby prowadzące program","value":"1 osoba"',
    '"W tym z notatkami do raportu","value":"1 sesja"',
    '"Prywatne notatki z rozmów","value":"1 notatka"',
    '"Zamknięte raporty (PDF)","value":"brak"',
    'każda strona z pieczęcią HMAC',
    'Kodu odzyskiwania nie utworzono',
    'Ostatnia kopia na tym komputerze: 24 listopada 2026, 10:00, otwarta i sprawdzona',
    'Drugiego miejsca na kopie nie wybrano',
    'leży w nim teraz 1 plik',
  ]) {
    expect(words).toContain(fact);
  }
});

test('holds numbers of notes, never their words, and nobody’s name but the owner’s', async () => {
  const words = wordsOf((await harness.call('lostLaptop.read', {})).pdf);
  for (const held of [SECRET, REPORTED, 'Beata Chmura', 'Zofia Żurawska']) {
    expect(words).not.toContain(held);
  }
});

test('is written whole to the path that the person chose', async () => {
  const path = join(harness.folder, '..', 'zgubiony.pdf');
  await harness.ask('desk.writeLostLaptop', { path });
  const shown = (await harness.call('lostLaptop.read', {})).pdf;
  expect(readFileSync(path)).toEqual(Buffer.from(shown));
});
