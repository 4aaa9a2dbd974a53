import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SubjectView } from '../../../src-main/contract/personalDataCalls.ts';
import {
  COLLEAGUE,
  erasureScene,
  layerPrinter,
  LIBRARY,
  ZYTA,
  type ErasureScene,
} from '../../helpers/erasureScene.ts';
import { meOf, sessionForm, standingClock } from '../../helpers/scene.ts';
import { codeOf, PASSPHRASE, storeHarness } from '../../helpers/storeHarness.ts';

const harness = storeHarness({ now: standingClock().now, printer: layerPrinter });
const folder = mkdtempSync(join(tmpdir(), 'strefownik-dane-'));
let scene: ErasureScene;
let subject: { kind: 'participant'; id: string };

beforeAll(async () => {
  await harness.create();
  scene = await erasureScene(harness, ZYTA);
  subject = { kind: 'participant', id: scene.participantId };
});
afterAll(async () => {
  await harness.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const rowsOf = (view: SubjectView, key: string) =>
  view.sections.find((section) => section.key === key)?.rows ?? [];

describe('finding somebody', () => {
  const found = async (text: string) =>
    (await harness.call('subject.find', { text })).map(({ name, detail }) => `${name}: ${detail}`);

  test('goes by the beginnings of words, with or without marks, and lists everybody by name', async () => {
    expect(await found('wrez')).toEqual(['Zyta Wręźbąk: Gołdap']);
    expect(await found('WRĘŹ zy')).toEqual(['Zyta Wręźbąk: Gołdap']);
    expect(await found('ręź')).toEqual(['Zyta Wręźbąk: Gołdap']);
    expect(await found('Wręźbąk, Zyta')).toEqual(['Zyta Wręźbąk: Gołdap']);
    expect(await found('wrez,zy')).toEqual(['Zyta Wręźbąk: Gołdap']);
    expect(await found('lucja')).toEqual(['Łucja Próbna: trenerka, coachka']);
    expect((await found('')).map((line) => line.split(':')[0])).toEqual([
      COLLEAGUE,
      'Łucja Próbna',
      'Zyta Wręźbąk',
    ]);
  });
});

describe('showing what is held', () => {
  test('tells every kind of thing, in a place of its own', async () => {
    const view = await harness.call('subject.show', subject);
    expect(view.sections.map(({ key }) => key)).toEqual([
      'identity',
      'teams',
      'processes',
      'agreements',
      'sessions',
      'goals',
      'scores',
      'resources',
      'steps',
      'attendance',
      'reports',
      'mails',
      'mentions',
      'history',
    ]);
    expect(rowsOf(view, 'identity').map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([ZYTA.name, `${ZYTA.name} Panieńska`, ZYTA.email, ZYTA.phone]),
    );
    expect(rowsOf(view, 'attendance')).toMatchObject([
      { on: '2026-11-23', what: `Diagnoza z ${ZYTA.name}` },
    ]);
    expect(rowsOf(view, 'reports').map(({ what }) => what.split(' ')[0])).toEqual([
      'CS/2026/001',
      'W/2026/001',
    ]);
    expect(rowsOf(view, 'mails')).toHaveLength(2);
    const mentions = rowsOf(view, 'mentions').map(({ what }) => what);
    expect(mentions).toEqual(expect.arrayContaining(['Biblioteka', 'Ustawienia', 'Warsztat']));
    expect(view.privateNotes).toBe(1);
  });

  test('tells a colleague’s own things and nothing of hers but what names the colleague', async () => {
    const view = await harness.call('subject.show', { kind: 'participant', id: scene.colleagueId });
    expect(rowsOf(view, 'goals')).toEqual([]);
    expect(rowsOf(view, 'mentions').map(({ what }) => what)).toEqual(
      expect.arrayContaining(['Biblioteka', 'Proces coachingowy']),
    );
  });

  test('tells each mention in a long text, and changes of an own entry in words', async () => {
    const person = await harness.call('person.save', {
      id: null,
      revision: null,
      name: 'Wiktor Szczęśniak',
      form: 'masculine',
      roles: ['trainer'],
      email: '',
      phone: '',
    });
    const { createdAt: _c, updatedAt: _u, originWorkspace: _o, deletedAt: _d, ...form } = person;
    await harness.call('person.save', { ...form, roles: ['trainer', 'coach'] });
    const { workshop } = await harness.call('workshop.get', { id: scene.workshopId });
    const filler = 'Długi opis dnia. '.repeat(40);
    await harness.call('workshop.describe', {
      id: workshop.id,
      revision: workshop.revision,
      summary: `${filler}Wiktor Szczęśniak opowiadał o sowach. ${filler}O lisach mówił Szczęśniak Wiktor.`,
      conclusions: '',
    });
    const view = await harness.call('subject.show', { kind: 'person', id: person.id });
    const [mention] = rowsOf(view, 'mentions').filter(({ what }) => what === 'Warsztat');
    expect(mention?.detail).toContain('opowiadał o sowach');
    expect(mention?.detail).toContain('O lisach mówił Szczęśniak Wiktor.');
    expect(mention?.detail.length).toBeLessThan(900);
    expect(rowsOf(view, 'history').map(({ detail }) => detail)).toContain('trener → trener, coach');
  });

  test('says which texts may be about others too: of sessions and agreements of several people', async () => {
    const title = `Proces: ${ZYTA.name} i ${COLLEAGUE}`;
    const ofSeveral = [
      { key: 'sessions', on: '2026-11-24', what: title },
      { key: 'agreements', on: '2026-09-01', what: title },
    ];
    expect(await harness.call('subject.show', subject)).toMatchObject({ ofSeveral });
    const coachId = await meOf(harness);
    const engagement = await harness.call('engagement.save', {
      id: null,
      revision: null,
      libraryId: LIBRARY,
      editionId: null,
      coachId,
      form: 'individual',
      participantIds: [scene.participantId],
      title: 'Rozmowy we dwie',
      startedOn: '2026-09-01',
      endedOn: null,
    });
    const alone = sessionForm(engagement.id, { topic: 'Sama', presentIds: [scene.participantId] });
    await harness.call('session.save', alone);
    expect(await harness.call('subject.show', subject)).toMatchObject({ ofSeveral });
    await harness.call('session.save', { ...alone, presentIds: [scene.colleagueId] });
    await harness.call('session.save', {
      ...alone,
      presentIds: [scene.participantId, scene.colleagueId],
    });
    const { ofSeveral: more } = await harness.call('subject.show', subject);
    expect(more.filter(({ what }) => what === engagement.title)).toEqual([
      { key: 'sessions', on: '2026-11-24', what: engagement.title },
    ]);
    const coach = { kind: 'person', id: coachId } as const;
    const led = (await harness.call('subject.show', coach)).ofSeveral.map(({ key }) => key);
    expect(led.toSorted()).toEqual(['agreements', 'sessions', 'sessions', 'sessions', 'sessions']);
  });

  test('never tells a private note', async () => {
    expect(JSON.stringify(await harness.call('subject.show', subject))).not.toContain('Zastrzyż');
  });

  test('fails for nobody', async () => {
    const nobody = { kind: 'participant', id: 'nobody' } as const;
    expect(await codeOf(harness.call('subject.show', nobody))).toBe('not-found');
  });
});

test('the export is a PDF and the same as JSON beside it, without private notes', async () => {
  const path = join(folder, 'dane.pdf');
  await harness.ask('desk.writeSubjectExport', { ...subject, path });
  const exported = z
    .object({
      format: z.literal('strefownik-subject'),
      version: z.literal(1),
      notes: z.array(z.string()),
    })
    .and(SubjectView.omit({ ofSeveral: true }))
    .parse(JSON.parse(readFileSync(join(folder, 'dane.json'), 'utf8')));
  const { ofSeveral, ...view } = await harness.call('subject.show', subject);
  expect(exported).toMatchObject(view);
  // What whoever hands it on should look over is not for whom it is about.
  expect([ofSeveral.length > 0, 'ofSeveral' in exported]).toEqual([true, false]);
  const pdf = readFileSync(path, 'utf8');
  const told = view.sections.flatMap(({ rows }) => rows.map(({ what }) => what));
  expect(told.filter((what) => !pdf.includes(JSON.stringify(what).slice(1, -1)))).toEqual([]);
  expect(exported.notes.join()).toContain('Odmienionych form');
  expect(pdf + JSON.stringify(exported)).not.toContain('Zastrzyż');
});

describe('private notes about somebody', () => {
  const ask = (passphrase: string, about = subject) =>
    harness.call('subject.privateNotes', { subject: about, passphrase });

  test('are shown after the passphrase only', async () => {
    expect(await codeOf(ask('zgaduję'))).toBe('wrong-passphrase');
    expect(await ask(PASSPHRASE)).toMatchObject([
      {
        sessionOn: '2026-11-24',
        processTitle: `Proces: ${ZYTA.name} i ${COLLEAGUE}`,
        body: `${ZYTA.name} odpoczęła. Zastrzyżonka.`,
      },
    ]);
  });

  test('leave one by one, as a PDF marked private', async () => {
    const [note] = await ask(PASSPHRASE);
    const noteId = note?.id ?? '';
    const path = join(folder, 'notatka.pdf');
    const release = (passphrase: string, id: string) =>
      codeOf(harness.ask('desk.writeReleasedNote', { subject, noteId: id, passphrase, path }));
    expect(await release('zgaduję', noteId)).toBe('wrong-passphrase');
    expect(await release(PASSPHRASE, 'another')).toBe('not-found');
    expect(await release(PASSPHRASE, noteId)).toBe('ok');
    const pdf = readFileSync(path, 'utf8');
    expect(pdf).toContain('PRYWATNE');
    expect(pdf).toContain('Zastrzyżonka');
  });
});
