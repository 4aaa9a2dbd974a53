import { afterAll, describe, expect, test } from 'vitest';
import { PrintedDocument } from '../../../src-main/domain/printedDocument.ts';
import { createPrinter } from '../../../src-main/reports/printer.ts';
import { endlessDocument, sampleDocument, sampleHash } from '../../helpers/sampleDocument.ts';
import { hostileText } from '../../helpers/sampleReports.ts';
import { printerOptions } from './printerOptions.ts';
import { readPdf } from './readPdf.ts';
import { rightEdge } from './rightEdge.ts';
import { spokenText } from './spokenText.ts';

const printer = createPrinter(printerOptions);
afterAll(() => printer.close());

const blank: PrintedDocument = { title: 'Pusty dokument', subtitle: '', blocks: [] };

describe('a document', () => {
  test('says what it was given, marked on every page, its table headed on each', async () => {
    const { pdf, pages } = await printer.renderDocument(sampleDocument);
    const read = await readPdf(pdf);
    expect(read).toMatchObject({ title: 'Protokół próbny', language: 'pl-PL', marked: true });
    expect(read.pages.length).toBe(pages);
    expect(pages).toBeGreaterThanOrEqual(3);
    for (const [index, page] of read.pages.entries()) {
      expect(page.match(/PRYWATNE/g)).toHaveLength(1);
      expect(page).toContain(`strona ${index + 1} z ${pages}`);
    }
    expect(read.pages.slice(0, 3).every((page) => page.includes('Odbiorca'))).toBe(true);
    for (const words of [
      'Zażółć gęślą jaźń #strong[to nie jest znacznik]',
      'Zwykły akapit. Po nim drugi.',
      'Tego nie wolno przeoczyć.',
      '1. pierwszy',
      '2. drugi',
      'Uwagi –',
      'CS/2026/89',
      'Podpis',
    ])
      expect(read.text).toContain(words);
    expect(read.text).not.toContain('Pusta');
    expect(Buffer.from(pdf).includes('strefownik-raport.json')).toBe(false);
  });

  test('has its code numbered, and its groups and hashes copied as they are', async () => {
    const { text } = await readPdf((await printer.renderDocument(sampleDocument)).pdf);
    expect(text).toContain('1 K7QM 2 4D2X 3 9ZTR 4 0HNB 5 WE31 6 PPJ6 7 8VCA');
    expect(text.replaceAll(' ', '')).toContain(sampleHash);
    expect(text).not.toMatch(/\p{Cf}/u);
  });

  test('has the parts that a screen reader knows, and says its mark once, first of all', async () => {
    const { pdf } = await printer.renderDocument(sampleDocument);
    const { roles } = await readPdf(pdf);
    expect(roles).toEqual(
      expect.arrayContaining(['H1', 'P', 'L', 'LI', 'LBody', 'Table', 'THead', 'TH', 'TD']),
    );
    const [first, ...others] = await spokenText(pdf);
    expect(first).toMatch(/^PRYWATNE Protokół próbny/);
    expect(others.join(' ')).not.toMatch(/PRYWATNE|strona/);
  });

  test('prints what was typed and never obeys it', async () => {
    const hostile: PrintedDocument = {
      title: hostileText,
      subtitle: hostileText,
      pageMark: '#pagebreak()',
      blocks: [
        { kind: 'heading', text: hostileText },
        { kind: 'strong', text: hostileText },
        { kind: 'list', items: [hostileText], ordered: true },
        { kind: 'facts', rows: [{ label: hostileText, value: hostileText }] },
        { kind: 'table', columns: [hostileText], rows: [[hostileText]] },
        { kind: 'boxes', labels: [hostileText] },
      ],
    };
    const { pdf, pages, replacedCharacters } = await printer.renderDocument(hostile);
    const { text } = await readPdf(pdf);
    expect(pages).toBe(1);
    // Ten places, and the title again at the foot of the page.
    expect(text.split('#let x = 1 *gruby* _kursywa_ `kod`').length - 1).toBe(11);
    expect(text).toContain('#pagebreak()');
    expect(replacedCharacters).toEqual(['👩‍👩‍👧', '🎉', '漢', '字']);
  });

  test('stays within its margins, however long a word is', async () => {
    const { pdf } = await printer.renderDocument(endlessDocument);
    expect(await rightEdge(pdf)).toBeLessThan(210 - 21.5);
    const { text } = await readPdf(pdf);
    expect(text.replaceAll(' ', '').split(sampleHash).length - 1).toBe(2);
  });

  test('goes on over the page in a row, a note or a warning that is longer than a page', async () => {
    const lines = Array.from({ length: 150 }, (_, index) => `wers ${index}`);
    const text = lines.join('\n');
    const { pdf } = await printer.renderDocument({
      ...blank,
      blocks: [
        { kind: 'table', columns: ['Treść'], rows: [[text]] },
        { kind: 'strong', text },
        { kind: 'facts', rows: [{ label: 'Uwagi', value: text }] },
      ],
    });
    const read = await readPdf(pdf);
    expect(read.pages.length).toBeGreaterThanOrEqual(9);
    for (const line of lines)
      expect(read.text.match(new RegExp(`${line}(?!\\d)`, 'g'))).toHaveLength(3);
  });

  test('of nothing but a title is one page', async () => {
    const { pdf, pages } = await printer.renderDocument(blank);
    expect(pages).toBe(1);
    expect((await readPdf(pdf)).text).toContain('Pusty dokument');
  });

  test('given twice is the same file', async () => {
    const [one, other] = [
      await printer.renderDocument(sampleDocument),
      await printer.renderDocument(sampleDocument),
    ];
    expect(Buffer.from(one.pdf).equals(Buffer.from(other.pdf))).toBe(true);
  });

  test('with a row too short is refused before it is printed', async () => {
    const crooked = {
      ...sampleDocument,
      blocks: [{ kind: 'table' as const, columns: ['a', 'b'], rows: [['only one']] }],
    };
    expect(PrintedDocument.safeParse(crooked).success).toBe(false);
    await expect(printer.renderDocument(crooked)).rejects.toThrow(/row-length/);
  });
});
