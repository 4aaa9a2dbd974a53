import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** How far to the right any text of a PDF reaches, in millimetres from the page's left edge. */
export async function rightEdge(pdf: Uint8Array): Promise<number> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const edges: number[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) {
      if ('str' in item && item.str.trim() !== '')
        edges.push(Number(item.transform[4]) + item.width);
    }
  }
  await task.destroy();
  return (Math.max(...edges) / 72) * 25.4;
}
