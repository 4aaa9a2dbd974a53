import type { PDFPageProxy } from 'pdfjs-dist';

/** A part of a page as a screen reader should meet it: an HTML element's name with what is in it. */
export interface ReadingNode {
  readonly tag: ReadingTag;
  readonly children: PageReading;
}

/** A page, or a part of it, in reading order. */
export type PageReading = readonly (ReadingNode | string)[];

export type ReadingTag =
  | 'div'
  | 'p'
  | 'ul'
  | 'li'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6';

/**
 * HTML for the roles of a tagged PDF. Headings start at the third level, below those of our own page;
 * roles that are not here only group (Document, Sect, Span, LBody).
 */
const TAGS: Readonly<Record<string, ReadingTag>> = {
  H1: 'h3',
  H2: 'h4',
  H3: 'h5',
  H4: 'h6',
  P: 'p',
  L: 'ul',
  LI: 'li',
  Table: 'table',
  THead: 'thead',
  TBody: 'tbody',
  TR: 'tr',
  TH: 'th',
  TD: 'td',
};

type StructTree = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>;
type StructChild = StructTree['children'][number];
type TextItems = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'];

function isElement(child: StructChild): child is StructTree {
  return 'children' in child;
}

/** The words of each marked piece of the page, by the id the structure tree names it with. */
export function wordsById(items: TextItems): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id === '' ? null : (item.id ?? null));
      continue;
    }
    const id = open.findLast((one) => one !== null) ?? null;
    if (id !== null) words.set(id, (words.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
  }
  return words;
}

function readChild(child: StructChild, words: ReadonlyMap<string, string>): PageReading {
  if (!isElement(child)) {
    const said = (words.get(child.id) ?? '').trim();
    return said === '' ? [] : [said];
  }
  const children = child.children.flatMap((inner) => readChild(inner, words));
  const alternative = 'alt' in child && typeof child.alt === 'string' ? child.alt : '';
  if (children.length === 0) return alternative === '' ? [] : [alternative];
  const tag = TAGS[child.role];
  return tag === undefined ? children : [{ tag, children }];
}

/** What stands directly in a list must be an item, and so on down a table: strays are dropped into one. */
const ONLY_CHILD: Partial<Record<ReadingTag, readonly ReadingTag[]>> = {
  ul: ['li'],
  table: ['thead', 'tbody', 'tr'],
  thead: ['tr'],
  tbody: ['tr'],
  tr: ['th', 'td'],
};

/** A heading holds words only: paragraphs inside it are their words. */
function withoutParagraphs(children: ReadingNode['children']): PageReading {
  return children.flatMap((child) =>
    typeof child !== 'string' && child.tag === 'p' ? withoutParagraphs(child.children) : [child],
  );
}

function wellFormed(node: ReadingNode): ReadingNode {
  if (node.tag === 'p' || /^h\d$/.test(node.tag)) {
    return { tag: node.tag, children: withoutParagraphs(node.children) };
  }
  const allowed = ONLY_CHILD[node.tag];
  const children = node.children
    .filter(
      (child) =>
        allowed === undefined || (typeof child !== 'string' && allowed.includes(child.tag)),
    )
    .map((child) => (typeof child === 'string' ? child : wellFormed(child)));
  return { tag: node.tag, children };
}

/** A tagged page in reading order; `null` when the page carries no structure. */
export function readingOrder(tree: StructTree | null, items: TextItems): PageReading | null {
  if (tree === null) return null;
  const nodes = readChild(tree, wordsById(items));
  if (nodes.length === 0) return null;
  return nodes.map((node) => (typeof node === 'string' ? node : wellFormed(node)));
}

/** Reads the structure of a page. */
export async function readPage(page: PDFPageProxy): Promise<PageReading | null> {
  const [tree, { items }] = await Promise.all([
    page.getStructTree(),
    page.getTextContent({ includeMarkedContent: true }),
  ]);
  // The type says a tree always comes; an untagged page answers null.
  return readingOrder(tree ?? null, items);
}
