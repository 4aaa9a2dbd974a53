import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a screen reader says of each page of a PDF: its text without what is marked as decoration. */
export async function spokenText(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const open: unknown[] = [];
    let spoken = '';
    for (const item of items) {
      if ('str' in item) spoken += open.includes('Artifact') ? '' : `${item.str} `;
      else if (item.type === 'endMarkedContent') open.pop();
      else open.push(Reflect.get(item, 'tag')); // its types leave the tag out
    }
    pages.push(spoken.replace(/\s+/g, ' ').trim());
  }
  await task.destroy();
  return pages;
}
