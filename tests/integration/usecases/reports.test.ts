import { createHash } from 'node:crypto';
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngagementPage } from '../../../src-main/contract/coachingCalls.ts';
import { instantOf } from '../../../src-main/domain/calendar.ts';
import { ReportId } from '../../../src-main/domain/report.ts';
import { reports } from '../../../src-main/store/reports.ts';
import {
  day,
  meOf,
  openProcess,
  planForm,
  sessionForm,
  standingClock,
  teamIn,
} from '../../helpers/scene.ts';
import { textOf } from '../../helpers/everyRead.ts';
import { filesBelow, filesHolding } from '../../helpers/files.ts';
import { codeOf, fakePrinter, storeHarness } from '../../helpers/storeHarness.ts';

const clock = standingClock();
let printed = 0;
let beforePrinting: (() => Promise<void>) | undefined;
const harness = storeHarness({
  now: clock.now,
  printer: {
    async render(layer) {
      printed += 1;
      await beforePrinting?.();
      return fakePrinter.render(layer);
    },
  },
});
let page: EngagementPage;

beforeAll(async () => {
  await harness.createQuickly();
  page = await openProcess(harness, 'library.goldap');
});
afterAll(() => harness.dispose());

async function newSession(date: string, topic = ''): Promise<string> {
  const presentIds = page.team.map(({ id }) => id);
  const form = sessionForm(page.engagement.id, { date, topic, presentIds });
  return (await harness.call('session.save', form)).id;
}

const close = (subjectId: string) =>
  harness.call('report.close', { kind: 'coaching-session', subjectId });

async function closed(subjectId: string) {
  const outcome = await close(subjectId);
  if (outcome.outcome !== 'closed') throw new Error(JSON.stringify(outcome));
  return outcome.report;
}

const pdfOf = async (id: string) => Buffer.from((await harness.call('report.read', { id })).pdf);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The encrypted file of a report, by its absolute path. */
function fileOf(id: string): string {
  const { store, folder } = harness.opened().workspace;
  const row = store.get(
    'select f.path from report r join stored_file f on f.id = r.file_id where r.id = ?',
    id,
  );
  return join(folder, 'files', String(row?.['path']));
}

describe('closing', () => {
  test('stores the very PDF, encrypted, with its hash, and reads it back byte for byte', async () => {
    const report = await closed(await newSession('2026-10-05', 'Jesiotr w planie'));
    expect(report).toMatchObject({
      number: 'CS/2026/001',
      title: 'Sesja coachingowa nr 1, Gołdap',
      correctionNumber: 0,
      closedAt: '2026-11-24T09:00:00.000Z',
    });
    const pdf = await pdfOf(report.id);
    expect(sha256(pdf)).toBe(report.sha256);
    expect(pdf.toString('utf8')).toContain('Jesiotr w planie');
    expect(readFileSync(fileOf(report.id)).length).toBeGreaterThan(pdf.length);
    expect(filesHolding(filesBelow(harness.folder), 'Jesiotr w planie')).toEqual([]);
    expect(JSON.parse(pdf.toString('utf8').split('\n')[1] ?? '')).toMatchObject({
      state: 'closed',
      number: 'CS/2026/001',
      closedOn: '2026-11-24',
      reportId: report.id,
    });
  });

  test('is done once: again it answers with the one that is there, and prints nothing', async () => {
    const subject = await newSession('2026-10-06');
    const report = await closed(subject);
    const before = [harness.dump(), printed];
    expect(await close(subject)).toEqual({ outcome: 'already-closed', report });
    expect([harness.dump(), printed]).toEqual(before);
  });

  test('asked for twice at the same time closes once', async () => {
    const subject = await newSession('2026-10-07');
    const outcomes = await Promise.all([close(subject), close(subject), close(subject)]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'closed',
      'already-closed',
      'already-closed',
    ]);
    const ids = outcomes.map((one) => ('report' in one ? one.report.id : ''));
    expect(new Set(ids).size).toBe(1);
  });

  test('of several at the same time gives each a number of its own, in order', async () => {
    const subjects = [];
    for (const date of ['2026-10-12', '2026-10-13', '2026-10-14'])
      subjects.push(await newSession(date));
    const numbers = (await Promise.all(subjects.map(closed))).map(({ number }) => number);
    expect(numbers).toEqual(['CS/2026/004', 'CS/2026/005', 'CS/2026/006']);
  });

  test('of a session that was not held is refused with what is missing', async () => {
    const form = sessionForm(page.engagement.id, { date: '2026-12-14', state: 'planned' });
    const { id } = await harness.call('session.save', form);
    const outcome = await close(id);
    expect(outcome).toMatchObject({ outcome: 'fields-missing' });
    const missing = 'missing' in outcome ? outcome.missing.filter(({ blocking }) => blocking) : [];
    expect(missing.map(({ field }) => field)).toEqual(['notHeld', 'attendance']);
  });

  test('that cannot be printed or stored leaves no row and no file', async () => {
    const subject = await newSession('2026-10-15');
    const before = harness.dump();
    const files = [...filesBelow(harness.folder).keys()];
    beforePrinting = () => Promise.reject(new Error('No paper'));
    expect(await codeOf(close(subject))).toBe('unexpected');
    beforePrinting = undefined;
    const folder = join(harness.folder, 'files');
    renameSync(folder, `${folder}-away`);
    writeFileSync(folder, '');
    expect(await codeOf(close(subject))).not.toBe('ok');
    rmSync(folder);
    renameSync(`${folder}-away`, folder);
    expect(harness.dump()).toEqual(before);
    expect([...filesBelow(harness.folder).keys()]).toEqual(files);
    expect((await closed(subject)).number).toBe('CS/2026/007');
  });

  test('numbers go on beyond a thousand, and begin anew with the year in Poland', async () => {
    const known = await closed(await newSession('2026-10-16'));
    const { store, workspaceId } = harness.opened().workspace;
    const number = async (date: string) => (await closed(await newSession(date))).number;
    store.inTransaction((db) => {
      const stamp = { at: instantOf(clock.now()), workspaceId };
      reports.update(db, stamp, { ...known, number: 'CS/2026/999' }, known.revision);
    });
    expect([await number('2026-10-17'), await number('2026-10-18')]).toEqual([
      'CS/2026/1000',
      'CS/2026/1001',
    ]);
    clock.set('2026-12-31T22:59:00.000Z');
    expect(await number('2026-10-19')).toBe('CS/2026/1002');
    clock.set('2026-12-31T23:00:00.000Z');
    expect(await number('2026-10-20')).toBe('CS/2027/001');
  });
});

describe('a correction', () => {
  test('is a new report with its reason, points at the original, and leaves it byte for byte', async () => {
    const subject = await newSession('2026-10-21', 'Przed');
    const report = await closed(subject);
    const pdf = await pdfOf(report.id);
    const sealed = readFileSync(fileOf(report.id));
    const { session } = await harness.call('session.get', { id: subject });
    await harness.call('session.save', {
      ...sessionForm(page.engagement.id, {
        date: '2026-10-21',
        topic: 'Po',
        presentIds: session.presentIds,
      }),
      id: subject,
      revision: 1,
    });
    const correct = async (id: string, reason: string) => {
      const outcome = await harness.call('report.correct', { id, reason });
      if (outcome.outcome !== 'closed') throw new Error(outcome.outcome);
      return outcome.report;
    };
    const first = await correct(report.id, 'Zły temat');
    const second = await correct(first.id, 'Jeszcze raz');
    expect(
      [first, second].map((one) => [one.correctionNumber, one.correctionOf, one.correctionReason]),
    ).toEqual([
      [1, report.id, 'Zły temat'],
      [2, report.id, 'Jeszcze raz'],
    ]);
    expect(await pdfOf(report.id)).toEqual(pdf);
    expect(readFileSync(fileOf(report.id)).equals(sealed)).toBe(true);
    expect(textOf((await harness.call('report.get', { id: report.id })).report)).toBe(
      textOf(report),
    );
    const layer: unknown = JSON.parse(
      (await pdfOf(second.id)).toString('utf8').split('\n')[1] ?? '',
    );
    expect(layer).toMatchObject({
      content: { topic: 'Po' },
      correction: {
        number: 2,
        ofReportId: report.id,
        ofNumber: report.number,
        reason: 'Jeszcze raz',
      },
    });
    const { corrections } = await harness.call('report.get', { id: report.id });
    expect(corrections.map(({ correctionNumber }) => correctionNumber)).toEqual([1, 2]);
  });
});

describe('a stored file that is not what was stored is told, never shown', () => {
  const read = (id: string) => codeOf(harness.call('report.read', { id }));

  test('one bit changed, cut off, gone, or another report’s file in its place', async () => {
    const one = await closed(await newSession('2026-10-22'));
    const two = await closed(await newSession('2026-10-23'));
    const path = fileOf(one.id);
    const whole = readFileSync(path);
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(100) ^ 1, 100);
    const seen: Record<string, string> = {};
    writeFileSync(path, changed);
    seen['changed'] = await read(one.id);
    writeFileSync(path, whole.subarray(0, -1));
    seen['cut'] = await read(one.id);
    rmSync(path);
    seen['gone'] = await read(one.id);
    cpSync(fileOf(two.id), path);
    seen['swapped'] = await read(one.id);
    writeFileSync(path, whole);
    seen['whole'] = await read(one.id);
    expect(seen).toEqual({
      changed: 'file-damaged',
      cut: 'file-damaged',
      gone: 'file-missing',
      swapped: 'file-damaged',
      whole: 'ok',
    });
    expect(await codeOf(harness.call('report.read', { id: ReportId.parse(one.fileId) }))).toBe(
      'not-found',
    );
  });
});

describe('a workshop’s report', () => {
  test('closes after every day is confirmed, with a title that fits a subject line whatever took part', async () => {
    clock.set('2027-01-20T09:00:00.000Z');
    const me = await meOf(harness);
    const libraries = (await harness.call('library.list', {})).map(({ id }) => id);
    await teamIn(harness, 'library.sopot', ['Ewa Czajka'], '2026-01-01');
    const planned = await harness.call(
      'workshop.plan',
      planForm(me, libraries, { title: 'Spotkanie '.repeat(29).trim(), days: [day('2027-01-19')] }),
    );
    if (planned.outcome !== 'saved') throw new Error('Nothing is in the way');
    const subject = { kind: 'workshop', subjectId: planned.workshop.id } as const;
    expect(await harness.call('report.close', subject)).toMatchObject({
      outcome: 'fields-missing',
    });
    const dayId = planned.days[0]?.id ?? '';
    await harness.call('attendance.markRest', { dayId, mark: 'present' });
    await harness.call('attendance.confirm', { dayId });
    const outcome = await harness.call('report.close', subject);
    if (outcome.outcome !== 'closed') throw new Error(JSON.stringify(outcome));
    expect(outcome.report.number).toBe('W/2027/001');
    expect(outcome.report.title).toMatch(/^Spotkanie .*…$/);
    const { mail } = await harness.call('report.get', { id: outcome.report.id });
    const request = { ...mail, reportId: outcome.report.id, recipient: 'frsi@przyklad.invalid' };
    expect((await harness.ask('desk.prepareMail', request)).dispatch.subject).toBe(mail.subject);
  });
});
