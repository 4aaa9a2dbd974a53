import styles from './printPdf.module.css';

/** Pixels of paper per CSS pixel: a sheet drawn at this zoom prints at some 290 dots per inch. */
const PAPER_ZOOM = 1.5;

/**
 * Lays the pages of a PDF out for paper, alone, and lets `print` print the window; nothing of them
 * stays in it afterwards. Rejects when the bytes are no PDF or `print` rejects.
 */
export async function printPdf<Answer>(
  bytes: Uint8Array,
  print: () => Promise<Answer>,
): Promise<Answer> {
  // pdf.js is half a megabyte: it is read when something is printed.
  const { drawPage, openPdf } = await import('../../ui/pdf/pdfDocument.ts');
  const pdf = await openPdf(bytes);
  const paper = document.createElement('div');
  paper.className = styles['paper'] ?? '';
  paper.setAttribute('aria-hidden', 'true');
  try {
    const drawn = await Promise.all(
      pdf.pages.map((_size, index) => drawPage(pdf, index + 1, PAPER_ZOOM).done),
    );
    paper.append(...drawn.flatMap((page) => (page === null ? [] : [page.canvas])));
    document.body.append(paper);
    return await print();
  } finally {
    paper.remove();
    pdf.close();
  }
}
