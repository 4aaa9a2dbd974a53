import { readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow } from '../../helpers/files.ts';
import { openProcess, sessionForm, standingClock } from '../../helpers/scene.ts';
import { codeOf, storeHarness } from '../../helpers/storeHarness.ts';

const harness = storeHarness({ now: standingClock().now });
let reportId: string;
let pdf: Buffer;

beforeAll(async () => {
  await harness.createQuickly();
  const { engagement, team } = await openProcess(harness, 'library.goldap');
  const form = sessionForm(engagement.id, { presentIds: team.map(({ id }) => id) });
  const { id } = await harness.call('session.save', form);
  const closed = await harness.call('report.close', { kind: 'coaching-session', subjectId: id });
  if (closed.outcome !== 'closed') throw new Error(closed.outcome);
  reportId = closed.report.id;
  pdf = Buffer.from((await harness.call('report.read', { id: reportId })).pdf);
});
afterAll(() => harness.dispose());

const modeOf = (path: string) => statSync(path).mode & 0o777;

const request = () => ({
  reportId,
  recipient: 'raporty@przyklad.invalid',
  subject: 'Raport CS/2026/001: źdźbło i gęś',
  body: 'Dzień dobry,\n\nzażółć gęślą jaźń.\n',
});

test('the offered words name the report, and greet by the owner’s name', async () => {
  await harness.call('settings.save', { reportRecipient: 'frsi@przyklad.invalid' });
  const { mail } = await harness.call('report.get', { id: reportId });
  expect(mail).toEqual({
    recipient: 'frsi@przyklad.invalid',
    subject: 'Raport CS/2026/001: Sesja coachingowa nr 1, Gołdap',
    body: expect.stringMatching(/raport CS\/2026\/001 .*Łucja Próbna\n$/s),
  });
});

test('a prepared e-mail is a draft with the very PDF, known as prepared and not as sent', async () => {
  const { dispatch, path } = await harness.ask('desk.prepareMail', request());
  expect(dispatch).toMatchObject({
    reportId,
    state: 'prepared',
    markedAt: null,
    preparedAt: '2026-11-24T09:00:00.000Z',
  });
  expect(basename(path)).toBe('CS-2026-001.eml');
  const bytes = readFileSync(path);
  const mail = await simpleParser(bytes);
  expect({
    unsent: mail.headers.get('x-unsent'),
    messageId: mail.messageId,
    to: mail.to && 'text' in mail.to ? mail.to.text : '',
    subject: mail.subject,
    text: mail.text,
    attachments: mail.attachments.map(({ filename, contentType, content }) => [
      filename,
      contentType,
      content.equals(pdf),
    ]),
  }).toEqual({
    unsent: '1',
    messageId: dispatch.messageId,
    to: 'raporty@przyklad.invalid',
    subject: request().subject,
    text: request().body,
    attachments: [['CS-2026-001 Sesja coachingowa nr 1, Gołdap.pdf', 'application/pdf', true]],
  });
});

test('made again after the folder was swept it has the same Message-ID and the same words', async () => {
  const { dispatch, path } = await harness.ask('desk.prepareMail', request());
  const first = await simpleParser(readFileSync(path));
  rmSync(dirname(path), { recursive: true });
  const again = await harness.ask('desk.outgoingMail', { id: dispatch.id });
  const second = await simpleParser(readFileSync(again.path));
  expect(again.path).toBe(path);
  const facts = (mail: typeof first) => [mail.messageId, mail.subject, mail.text, mail.date];
  expect(facts(second)).toEqual(facts(first));
  expect(second.attachments[0]?.content.equals(pdf)).toBe(true);
});

test('only the person’s word makes it sent, and takes it back', async () => {
  const { dispatch } = await harness.ask('desk.prepareMail', request());
  const state = async () =>
    (await harness.call('report.list', {})).rows.find((row) => row.reportId === reportId)?.dispatch;
  expect(await state()).toBe('prepared');
  const marked = await harness.call('mail.mark', { id: dispatch.id, sent: true });
  expect([marked.state, marked.markedAt, await state()]).toEqual([
    'marked',
    '2026-11-24T09:00:00.000Z',
    'marked',
  ]);
  await harness.call('mail.mark', { id: dispatch.id, sent: false });
  expect(await state()).toBe('prepared');
});

test('clear copies lie in the outgoing folder only, which its owner alone can read', async () => {
  const { path } = await harness.ask('desk.outgoingReport', { id: reportId });
  expect(readFileSync(path).equals(pdf)).toBe(true);
  expect(dirname(path)).toBe(harness.outgoing);
  // Windows has no such modes: its folders belong to the person's account.
  const modes = process.platform === 'win32' ? [] : [harness.outgoing, path].map(modeOf);
  expect(modes).toEqual(process.platform === 'win32' ? [] : [0o700, 0o600]);
  const clear = [...filesBelow(harness.folder)].filter(([, bytes]) => bytes.includes(pdf));
  expect(clear).toEqual([]);
});

test('a report is written to a chosen path whole or not at all', async () => {
  const { name } = await harness.ask('desk.reportFileName', { id: reportId });
  const path = `${harness.outgoing}/${name}`;
  await harness.ask('desk.writeReport', { id: reportId, path });
  expect(readFileSync(path).equals(pdf)).toBe(true);
  const nowhere = `${harness.outgoing}/nie-ma/${name}`;
  expect(await codeOf(harness.ask('desk.writeReport', { id: reportId, path: nowhere }))).not.toBe(
    'ok',
  );
  expect([...filesBelow(harness.outgoing).keys()].filter((file) => file.endsWith('.part'))).toEqual(
    [],
  );
});
