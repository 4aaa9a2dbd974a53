import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { readReportLayer } from '../../src-main/reports/readReportLayer.ts';
import { readPdf } from '../integration/reports/readPdf.ts';
import { filesBelow } from '../tools/build/hash.mjs';
import { expect } from './hand.ts';
import { coaching, homeTask, people, recipient, shortened, teams } from './story.ts';

/** Whole sentences and single words of the private note that appear nowhere else in the story. */
const PRIVATE = [coaching.privateNote, 'Lękam się', 'niesie to wszystko sama'];

function expectNothingPrivate(text: string, where: string): void {
  for (const words of PRIVATE)
    if (text.includes(words)) throw new Error(`The private note is in ${where}`);
}

/** A report's PDF: it reads back as data and as text, is tagged and Polish, and keeps the secret. */
async function checkPdf(
  path: string,
  wanted: readonly string[],
  kept: readonly string[] = [],
): Promise<void> {
  const bytes = new Uint8Array(readFileSync(path));
  const layer = await readReportLayer(bytes);
  const pdf = await readPdf(bytes);
  expect(pdf).toMatchObject({ marked: true, language: 'pl-PL' });
  for (const words of wanted) {
    expect(JSON.stringify(layer)).toContain(words);
    expect(pdf.text.replace(/\s+/g, ' ')).toContain(words);
  }
  for (const words of kept) expect(`${pdf.text} ${JSON.stringify(layer)}`).not.toContain(words);
  expectNothingPrivate(JSON.stringify(layer), `the data in ${path}`);
  expectNothingPrivate(pdf.text, `the text of ${path}`);
}

/** An e-mail draft: to the right person, unsent, with the very PDF that was saved. */
async function checkMail(path: string, pdfs: readonly Buffer[]): Promise<void> {
  const mail = await simpleParser(readFileSync(path));
  const to = Array.isArray(mail.to) ? mail.to : [mail.to];
  expect(to.map((one) => one?.text)).toEqual([recipient]);
  expect(mail.headers.get('x-unsent')).toBe('1');
  expect(mail.attachments).toHaveLength(1);
  const attached = mail.attachments[0]?.content;
  expect(pdfs.some((pdf) => attached !== undefined && pdf.equals(attached))).toBe(true);
  expectNothingPrivate(`${mail.subject ?? ''} ${mail.text ?? ''}`, path);
}

/** No file of the folder holds words of the private note in clear, in any encoding that a search would find. */
function checkNoClearWords(folder: string): void {
  const needles = PRIVATE.flatMap((words) => [
    Buffer.from(words, 'utf8'),
    Buffer.from(words, 'utf16le'),
    Buffer.from(JSON.stringify(words).slice(1, -1), 'latin1'),
  ]);
  for (const name of filesBelow(folder)) {
    const content = readFileSync(join(folder, name));
    if (needles.some((needle) => content.includes(needle)))
      throw new Error(`The private note lies in clear in ${name}`);
  }
}

/** The database is encrypted from its first byte. */
function checkEncrypted(folder: string): void {
  const start = readFileSync(join(folder, 'workspace', 'strefownik.db')).subarray(0, 16);
  expect(start.toString('latin1')).not.toContain('SQLite format');
}

/**
 * Reads back everything that the day has left, with readers that share no code with the writers.
 * @throws when something is missing, damaged or says too much
 */
export async function checkLeftovers(folder: string): Promise<void> {
  const names = filesBelow(folder).filter((name) => !name.includes('/'));
  const pdfs = names.filter((name) => name.endsWith('.pdf'));
  const mails = names.filter((name) => name.endsWith('.eml'));
  expect([pdfs.length, mails.length]).toEqual([2, 2]);
  const [{ town }] = teams;
  await checkPdf(
    join(folder, 'raport-z-coachingu.pdf'),
    [town, coaching.secondNotes, coaching.nextStep],
    [coaching.topic, coaching.have.name, coaching.seek.name], // what the agreement keeps
  );
  await checkPdf(join(folder, 'raport-z-warsztatu.pdf'), [
    ...teams.map((team) => team.town),
    shortened.reason,
    homeTask,
    people[0]?.name ?? town,
  ]);
  const contents = pdfs.map((name) => readFileSync(join(folder, name)));
  for (const name of mails) await checkMail(join(folder, name), contents);
  checkNoClearWords(folder);
  checkEncrypted(folder);
}
