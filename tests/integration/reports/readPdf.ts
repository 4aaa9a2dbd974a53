import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader, sighted or not, finds in a PDF. */
export type ReadPdf = {
  pages: string[];
  language: string;
  title: string;
  author: string;
  /** Is the file marked as tagged? */
  marked: boolean;
  /** Roles of the structure tree, page after page, in reading order. */
  roles: string[];
  /** All pages, with plain spaces. */
  text: string;
};

type StructNode = { role?: string; children?: readonly unknown[] };

function isStructNode(value: unknown): value is StructNode {
  return typeof value === 'object' && value !== null && 'role' in value;
}

function rolesOf(node: unknown): string[] {
  if (!isStructNode(node)) return [];
  return [
    ...(node.role === undefined ? [] : [node.role]),
    ...(node.children ?? []).flatMap(rolesOf),
  ];
}

async function pageText(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  const text = items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('');
  return text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
}

function field(info: object, name: string): string {
  const value: unknown = Reflect.get(info, name);
  return typeof value === 'string' ? value : '';
}

// pdf.js 6 gives a Map where its types still promise an object.
function isMarked(markInfo: unknown): boolean {
  if (markInfo instanceof Map) return markInfo.get('Marked') === true;
  return (
    typeof markInfo === 'object' && markInfo !== null && Reflect.get(markInfo, 'Marked') === true
  );
}

/** Reads a PDF back with a reader that shares no code with the one that wrote it. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, stopAtErrors: true });
  const document = await task.promise;
  const { info } = await document.getMetadata();
  const markInfo = await document.getMarkInfo();
  const pages: string[] = [];
  const roles: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await pageText(page));
    roles.push(...rolesOf(await page.getStructTree()));
  }
  await task.destroy();
  return {
    pages,
    text: pages.join(' '),
    language: field(info, 'Language'),
    title: field(info, 'Title'),
    author: field(info, 'Author'),
    marked: isMarked(markInfo),
    roles,
  };
}
