import { describe, expect, test } from 'vitest';
import { readingOrder, wordsById } from '../../../src-renderer/ui/pdf/readingOrder.ts';

type Items = Parameters<typeof wordsById>[0];
type Tree = NonNullable<Parameters<typeof readingOrder>[0]>;

const begin = (id: string): Items[number] => ({ type: 'beginMarkedContentProps', id });
const end: Items[number] = { type: 'endMarkedContent', id: '' };
const word = (str: string, hasEOL = false): Items[number] => ({
  str,
  hasEOL,
  dir: 'ltr',
  transform: [],
  width: 0,
  height: 0,
  fontName: '',
});
const content = (id: string): Tree['children'][number] => ({ type: 'content', id });
const node = (role: string, ...children: Tree['children']): Tree => ({ role, children });

const items: Items = [
  begin('h'),
  word('Cele'),
  end,
  begin('p'),
  word('Kontakt ze', true),
  word('szkołami'),
  end,
  begin('a'),
  word('Co'),
  end,
  begin('b'),
  word('Kto'),
  end,
];

describe('a tagged page for a screen reader', () => {
  test('words are gathered by the piece they stand in', () => {
    expect(Object.fromEntries(wordsById(items))).toEqual({
      h: 'Cele',
      p: 'Kontakt ze szkołami',
      a: 'Co',
      b: 'Kto',
    });
  });

  test('headings stand below those of our page, groups fall away', () => {
    const tree = node(
      'Document',
      node('H1', node('P', content('h'))),
      node('Sect', node('P', content('p'))),
    );
    expect(readingOrder(tree, items)).toEqual([
      { tag: 'h3', children: ['Cele'] },
      { tag: 'p', children: ['Kontakt ze szkołami'] },
    ]);
  });

  test('a table keeps its cells and loses what is no row', () => {
    const tree = node(
      'Table',
      node('P', content('p')),
      node('TR', node('TH', content('a')), node('TH', content('b'))),
    );
    expect(readingOrder(tree, items)).toEqual([
      {
        tag: 'table',
        children: [
          {
            tag: 'tr',
            children: [
              { tag: 'th', children: ['Co'] },
              { tag: 'th', children: ['Kto'] },
            ],
          },
        ],
      },
    ]);
  });

  test('a picture is its description', () => {
    const picture: Tree & { alt: string } = { ...node('Figure'), alt: 'Wykres' };
    expect(readingOrder(node('Document', picture), items)).toEqual(['Wykres']);
  });

  test('a page without structure has no reading order', () => {
    expect(readingOrder(null, items)).toBeNull();
    expect(readingOrder(node('Document'), items)).toBeNull();
  });
});
