import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readReportLayer } from '../../../src-main/reports/readReportLayer.ts';
import {
  COLLEAGUE,
  eraseFrom,
  stages,
  sumsOf,
  ZYTA,
  type ErasureScene,
} from '../../helpers/erasureScene.ts';
import { everythingKept, placesNaming } from '../../helpers/erasureTraces.ts';
import { meOf } from '../../helpers/scene.ts';
import { codeOf, type StoreHarness } from '../../helpers/storeHarness.ts';

const FRSI = 'raporty@frsi.przyklad';
const REASON = 'Wniosek z 20 listopada 2026';

const { stage, close } = stages();
let harness: StoreHarness;
let scene: ErasureScene;
beforeEach(async () => {
  [harness, scene] = await stage();
});
afterEach(close);
const elsewhere = mkdtempSync(join(tmpdir(), 'strefownik-rodo-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

function goTo(instant: string): void {
  Object.assign(harness.opened().tools, { now: () => Date.parse(instant) });
}

describe('an erasure', () => {
  test('finds the person in every kind of place before, and nowhere afterwards', async () => {
    const before = placesNaming(everythingKept(harness), ZYTA);
    expect(before).toEqual(
      expect.arrayContaining([
        'action_step',
        'agreement',
        'attendance',
        'change',
        'coaching_goal',
        'coaching_session',
        'dispatch',
        'draft',
        'engagement',
        'goal_score',
        'library',
        'participant',
        'private_change',
        'private_draft',
        'private_entry',
        'private_note',
        'report',
        'resource',
        'search_entry',
        'setting',
        'workshop',
        'words of search_words',
        'words of private_words',
      ]),
    );
    expect(before.filter((place) => place.startsWith('files/'))).toHaveLength(2);
    expect(before.filter((place) => place.startsWith('outgoing/'))).toHaveLength(4);
    const counted = await sumsOf(harness);
    await eraseFrom(harness, scene);
    const kept = everythingKept(harness);
    expect(placesNaming(kept, ZYTA)).toEqual([]);
    expect([...kept.keys()].filter((place) => place.startsWith('orphan'))).toEqual([]);
    expect(await sumsOf(harness)).toEqual(counted);
  });

  test('leaves colleagues with nearly the same name whole', async () => {
    const count = (on: StoreHarness) =>
      [...everythingKept(on).values()].join().split(COLLEAGUE).length;
    const anna = await stage({ ...ZYTA, name: 'Anna Lis' });
    const outgoing = [...everythingKept(anna[0])]
      .filter(([place]) => place.startsWith('outgoing/'))
      .map(([, text]) => text)
      .join()
      .split(COLLEAGUE).length;
    const before = count(anna[0]);
    await eraseFrom(...anna, { ...ZYTA, name: 'Anna Lis' });
    expect(count(anna[0])).toBe(before - outgoing + 1);
    const session = await anna[0].call('session.get', { id: anna[1].sessionId });
    expect(session.session).toMatchObject({
      topic: 'Rozmowa: Osoba usunięta 1/2026',
      reportNotes: 'Mówiła Osoba usunięta 1/2026.\nPotem Anna Lisowska. Telefon numer usunięty.',
    });
  });

  test('answers its protocol, which says what was done and never about whom', async () => {
    const erasure = await eraseFrom(harness, scene);
    expect(erasure).toMatchObject({
      number: 'RODO/2026/001',
      erasedOn: '2026-11-24',
      subjectId: scene.participantId,
      reason: REASON,
      counts: { reports: 2, mails: 2, drafts: 1, privateNotes: 1, privateTexts: 3 },
      reports: [
        { number: 'CS/2026/001', recipients: ['raporty@frsi.przyklad'] },
        { number: 'W/2026/001', recipients: ['raporty@frsi.przyklad'] },
      ],
    });
    const { name } = await harness.ask('desk.erasureFileName', { id: erasure.id });
    expect(name).toBe('RODO-2026-001 protokół usunięcia danych.pdf');
    const path = join(elsewhere, name);
    await harness.ask('desk.writeErasureProtocol', { id: erasure.id, path });
    const protocol = readFileSync(path, 'utf8');
    expect(protocol).toContain('Proszę o trwałe usunięcie');
    expect(protocol).toContain('Łucja Próbna');
    expect(placesNaming(new Map([['protocol', protocol]]), ZYTA)).toEqual([]);
    expect(await harness.call('erasure.list', {})).toEqual([erasure]);
  });

  test('replaces closed reports by editions that say so, with number and old hash', async () => {
    const old = await harness.call('report.get', { id: scene.sessionReportId });
    const { reports } = await eraseFrom(harness, scene);
    const { report } = await harness.call('report.get', { id: scene.sessionReportId });
    expect(report).toMatchObject({
      number: old.report.number,
      originalSha256: old.report.sha256,
      redactedAt: '2026-11-24T09:00:00.000Z',
    });
    expect(reports[0]?.oldSha256).toBe(old.report.sha256);
    const { pdf } = await harness.call('report.read', { id: scene.sessionReportId });
    const layer = await readReportLayer(pdf);
    expect(layer).toMatchObject({
      schemaVersion: 2,
      number: 'CS/2026/001',
      redaction: { protocol: 'RODO/2026/001', on: '2026-11-24', oldSha256: old.report.sha256 },
      content: {
        parties: ['Osoba usunięta 1/2026, dyrektorka', 'FRSI'],
        attendance: [{ name: 'Osoba usunięta 1/2026' }, { name: COLLEAGUE }],
      },
    });
  });

  test('a second person gets a name of her own; the first hash stays', async () => {
    const old = await harness.call('report.get', { id: scene.sessionReportId });
    await eraseFrom(harness, scene);
    const second = await harness.call('erasure.run', {
      subject: { kind: 'participant', id: scene.colleagueId },
      typedName: 'anna  LISOWSKA ',
      reason: `${COLLEAGUE} prosi`,
    });
    expect(second).toMatchObject({
      number: 'RODO/2026/002',
      reason: 'Osoba usunięta 2/2026 prosi',
    });
    const { team } = await harness.call('library.get', { id: 'library.goldap' });
    expect(team.map((line) => line.participant.name).toSorted()).toEqual([
      'Osoba usunięta 1/2026',
      'Osoba usunięta 2/2026',
    ]);
    const { report } = await harness.call('report.get', { id: scene.sessionReportId });
    expect(report.originalSha256).toBe(old.report.sha256);
    // Who got it before the first erasure holds the first file, which names her.
    const { number, sha256 } = old.report;
    expect(second.reports[0]).toMatchObject({ number, oldSha256: sha256, recipients: [FRSI] });
    const { pdf } = await harness.call('report.read', { id: scene.sessionReportId });
    expect((await readReportLayer(pdf)).redaction).toMatchObject({
      protocol: 'RODO/2026/002',
      oldSha256: sha256,
    });
    expect([...everythingKept(harness).keys()].filter((one) => one.startsWith('orphan'))).toEqual(
      [],
    );
  });

  test('tells apart who holds the first file and who a redacted edition', async () => {
    const { report } = await harness.call('report.get', { id: scene.sessionReportId });
    await eraseFrom(harness, scene);
    const { sha256 } = (await harness.call('report.get', { id: report.id })).report;
    goTo('2026-11-25T09:00:00.000Z');
    const { dispatch } = await harness.ask('desk.prepareMail', {
      reportId: report.id,
      recipient: 'nowa@frsi.przyklad',
      subject: 'Raport',
      body: '',
    });
    await harness.call('mail.mark', { id: dispatch.id, sent: true });
    const { reports } = await harness.call('erasure.run', {
      subject: { kind: 'participant', id: scene.colleagueId },
      typedName: COLLEAGUE,
      reason: REASON,
    });
    expect(reports.filter(({ number }) => number === report.number)).toEqual([
      { number: report.number, oldSha256: report.sha256, recipients: [FRSI] },
      { number: report.number, oldSha256: sha256, recipients: ['nowa@frsi.przyklad'] },
    ]);
  });

  test('says that somebody holds a file whose address was cleared after its time', async () => {
    goTo('2031-01-01T09:00:00.000Z');
    const mails = await harness.call('retention.list', { kind: 'dispatch' });
    await harness.call('retention.clear', { kind: 'dispatch', ids: mails.map(({ id }) => id) });
    const erasure = await eraseFrom(harness, scene);
    const path = join(elsewhere, 'cleared.pdf');
    await harness.ask('desk.writeErasureProtocol', { id: erasure.id, path });
    const protocol = readFileSync(path, 'utf8');
    expect(protocol).toContain('odbiorca, którego adres usunięto');
    expect(protocol).not.toMatch(/nikt, o kim program wie|Wiadomość do wysłania/);
  });

  test('takes out a double surname too, which a colleague’s name holds', async () => {
    const who = { ...ZYTA, name: 'Zyta Wręź-Bąk', email: 'zyta.wręź-bąk@biblioteka.przyklad' };
    const [other, made] = await stage(who);
    expect(
      (await other.call('subject.show', { kind: 'participant', id: made.participantId })).name,
    ).toBe(who.name);
    await eraseFrom(other, made, who);
    const kept = [...everythingKept(other)].filter(([, text]) => /wręź.?bąk|wrez.?bak/i.test(text));
    expect(kept).toEqual([]);
  });

  test('refuses another name, the owner, and nobody at all; nothing changes', async () => {
    const before = harness.dump();
    const run = (id: string, typedName: string, kind: 'person' | 'participant') =>
      codeOf(harness.call('erasure.run', { subject: { kind, id }, typedName, reason: REASON }));
    expect(await run(scene.participantId, 'Zyta', 'participant')).toBe('name-mismatch');
    const me = await meOf(harness);
    expect(await run(me, 'Łucja Próbna', 'person')).toBe('owner-stays');
    expect(await run('nobody', 'Zyta', 'participant')).toBe('not-found');
    expect(harness.dump()).toEqual(before);
    const preview = await harness.call('erasure.preview', { kind: 'person', id: me });
    expect(preview.refusal).toBe('owner');
  });

  test('is foretold by its preview', async () => {
    const preview = await harness.call('erasure.preview', {
      kind: 'participant',
      id: scene.participantId,
    });
    const { counts, reports } = await eraseFrom(harness, scene);
    const count = (key: string) => counts[key] ?? 0;
    expect(preview.records).toBe(
      count('records') +
        count('history') +
        count('drafts') +
        count('mails') +
        count('privateTexts'),
    );
    expect(preview).toMatchObject({ name: ZYTA.name, privateNotes: 1, refusal: null, backups: [] });
    expect(preview.reports.map(({ number }) => number)).toEqual(
      reports.map(({ number }) => number),
    );
  });

  test('a form that was read before cannot bring the words back', async () => {
    const { session } = await harness.call('session.get', { id: scene.sessionId });
    await eraseFrom(harness, scene);
    const { createdAt: _c, updatedAt: _u, originWorkspace: _o, deletedAt: _d, ...form } = session;
    expect(await codeOf(harness.call('session.save', form))).toBe('changed-meanwhile');
  });

  test('an e-mail that went to her can still be looked at, without her', async () => {
    const { dispatch } = await harness.ask('desk.prepareMail', {
      reportId: scene.sessionReportId,
      recipient: ZYTA.email,
      subject: 'Raport',
      body: 'Dzień dobry',
    });
    await harness.call('mail.mark', { id: dispatch.id, sent: true });
    const { reports } = await eraseFrom(harness, scene);
    expect(reports[0]?.recipients).toEqual(['raporty@frsi.przyklad', 'adres usunięty']);
    expect((await harness.call('settings.get', {})).reportRecipient).toBe('');
    const { path } = await harness.ask('desk.outgoingMail', { id: dispatch.id });
    const mail = new Map([['mail', readFileSync(path, 'utf8')]]);
    expect(placesNaming(mail, { ...ZYTA, phone: '601102203' })).toEqual([]);
  });

  test('shows a trainer’s name nowhere either', async () => {
    const trainer = await harness.call('person.save', {
      id: null,
      revision: null,
      name: 'Wiktor Szczęśniak',
      form: 'masculine',
      roles: ['trainer'],
      email: 'wiktor@trener.przyklad',
      phone: '22 987 65 43',
    });
    const { workshop, days } = await harness.call('workshop.get', { id: scene.workshopId });
    const { leadTrainerId, libraryIds, venue, editionId, moduleId, title } = workshop;
    await harness.call('workshop.plan', {
      id: workshop.id,
      revision: workshop.revision,
      leadTrainerId,
      libraryIds,
      venue,
      editionId,
      moduleId,
      title,
      trainerIds: [trainer.id],
      days: days.map(({ id, date, start, end, value }) => ({ id, date, start, end, value })),
      accepted: [],
    });
    await harness.call('report.correct', {
      id: scene.workshopReportId,
      reason: 'Wiktor Szczęśniak',
    });
    const subject = { kind: 'person', id: trainer.id } as const;
    const counted = await sumsOf(harness);
    const { reports } = await harness.call('erasure.run', {
      subject,
      typedName: trainer.name,
      reason: REASON,
    });
    expect(reports.map(({ number }) => number)).toEqual(['W/2026/002']);
    expect(placesNaming(everythingKept(harness), trainer)).toEqual([]);
    expect(await sumsOf(harness)).toEqual(counted);
  });
});
