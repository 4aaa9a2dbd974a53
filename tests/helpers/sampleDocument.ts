import type { PrintedDocument } from '../../src-main/domain/printedDocument.ts';

/** A hash as a protocol prints it: one word, longer than most columns. */
export const sampleHash = 'abcdef0123456789'.repeat(4);

/** A document with a block of every kind, Polish letters, markup that must stay inert, and a long table. */
export const sampleDocument: PrintedDocument = {
  title: 'Protokół próbny',
  subtitle: 'Zażółć gęślą jaźń #strong[to nie jest znacznik]',
  pageMark: 'PRYWATNE',
  blocks: [
    { kind: 'heading', text: 'Co usunięto' },
    { kind: 'paragraph', text: 'Zwykły akapit.\n\nPo nim drugi.' },
    { kind: 'paragraph', text: ' \n ' },
    { kind: 'strong', text: 'Tego nie wolno przeoczyć.' },
    { kind: 'list', items: [] },
    { kind: 'list', items: ['kropka', ''] },
    { kind: 'list', items: ['pierwszy', 'drugi'], ordered: true },
    { kind: 'facts', rows: [] },
    {
      kind: 'facts',
      rows: [
        { label: 'Skrót', value: sampleHash },
        { label: 'Uwagi', value: '' },
      ],
    },
    { kind: 'codeGroups', groups: ['K7QM', '4D2X', '9ZTR', '0HNB', 'WE31', 'PPJ6', '8VCA'] },
    {
      kind: 'table',
      columns: ['Numer', 'Odbiorca'],
      widths: ['auto', 'wide'],
      rows: Array.from({ length: 90 }, (_, index) => [`CS/2026/${index}`, 'frsi@example.org']),
    },
    { kind: 'table', columns: ['Pusta'], rows: [] },
    { kind: 'boxes', labels: ['Data', 'Podpis'] },
  ],
};

/** Words without a space wherever a document has a place for words. */
export const endlessDocument: PrintedDocument = {
  title: 'Nieprzerwanie'.repeat(20),
  subtitle: 'W'.repeat(200),
  blocks: [
    { kind: 'heading', text: 'Nagłówek'.repeat(30) },
    { kind: 'paragraph', text: `${'W'.repeat(300)} i jeszcze ${'a i '.repeat(200)}` },
    { kind: 'strong', text: `http://example.org/${'abc'.repeat(500)}` },
    { kind: 'list', items: ['W'.repeat(300)] },
    { kind: 'facts', rows: [{ label: 'W'.repeat(200), value: 'W'.repeat(200) }] },
    { kind: 'codeGroups', groups: ['WWWWWWWW', 'MMMM'] },
    {
      kind: 'table',
      columns: ['Województwo', 'Miejscowość', 'Adres', 'd', 'e', 'f', 'g', 'h'],
      widths: ['auto', 'auto', 'auto', 'wide', 'wide', 'wide', 'wide', 'wide'],
      rows: [
        [
          'warmińsko-mazurskie',
          'Konstantynopolitańczykowianeczka',
          sampleHash,
          sampleHash,
          'W'.repeat(100),
          '2026-03-12',
          'biblioteka@example.org',
          '',
        ],
      ],
    },
    { kind: 'boxes', labels: ['W'.repeat(100)] },
  ],
};
