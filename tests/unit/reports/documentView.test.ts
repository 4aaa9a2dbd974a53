import { describe, expect, it } from 'vitest';
import { columnLayout, documentView } from '../../../src-main/reports/documentView.ts';

const layout = (widths: ('auto' | 'wide')[] | undefined, row: string[]) =>
  columnLayout({ columns: row.map(() => 'x'), widths, rows: [row] });

describe('the columns of a table', () => {
  it('are all wide when nothing is said', () => {
    expect(layout(undefined, ['a', 'b']).widths).toEqual(['wide', 'wide']);
  });

  it('stay narrow where asked, as long as the wide ones have room', () => {
    expect(layout(['auto', 'wide'], ['12 marca 2026', 'tekst']).widths).toEqual(['auto', 'wide']);
    expect(layout(['auto', 'auto', 'wide'], ['a'.repeat(30), 'b'.repeat(15), 'c']).widths).toEqual([
      'wide',
      'auto',
      'wide',
    ]);
    expect(layout(['auto', 'auto'], ['a'.repeat(200), 'b']).widths).toEqual(['auto', 'auto']);
  });

  it('have their heads measured too', () => {
    const columns = ['Bardzo długi nagłówek wąskiej kolumny, dłuższy niż treść', 'b'];
    expect(columnLayout({ columns, widths: ['auto', 'wide'], rows: [] }).widths).toEqual([
      'wide',
      'wide',
    ]);
  });

  it('break words the sooner the more of them there are', () => {
    const breaks = [1, 2, 4, 8].map(
      (count) => layout(undefined, Array(count).fill('a')).breaksFrom,
    );
    expect(breaks).toEqual([52, 25, 11, 5]);
  });
});

describe('a document prepared for Typst', () => {
  it('has its texts parted into paragraphs and no block that prints nothing', () => {
    const view = documentView({
      title: 'T',
      subtitle: '',
      blocks: [
        { kind: 'paragraph', text: 'a\n\nb' },
        { kind: 'paragraph', text: '\n' },
        { kind: 'strong', text: '' },
        { kind: 'list', items: ['', ' '] },
        { kind: 'list', items: ['a\nb', ''] },
        { kind: 'facts', rows: [{ label: 'x', value: '' }] },
        { kind: 'facts', rows: [] },
        { kind: 'table', columns: ['x'], rows: [] },
        { kind: 'boxes', labels: ['Data'] },
      ],
    });
    expect(view).toEqual({
      title: 'T',
      subtitle: '',
      pageMark: '',
      blocks: [
        { kind: 'paragraph', lines: ['a', 'b'] },
        { kind: 'list', ordered: false, items: [['a', 'b']] },
        { kind: 'facts', rows: [{ label: 'x', lines: ['–'] }] },
        { kind: 'boxes', labels: ['Data'] },
      ],
    });
  });
});
