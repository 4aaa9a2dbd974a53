/**
 * Declares PDF/UA-1 in a PDF that Typst wrote without the declaration.
 *
 * The WebAssembly build of Typst has no option for PDF standards. Its tagged output meets the rules
 * but two: the metadata do not name the standard, and the window does not show the title. Both are
 * added as an incremental update (ISO 32000-1, 7.5.6), which leaves every earlier byte in place.
 * Only call this where each character has a glyph: a missing one would make the claim false.
 *
 * @throws when the file is not shaped as Typst's exporter writes it
 */
export function stampPdfUa(pdf: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const previousXref = matched(text, /startxref\s+(\d+)\s+%%EOF\s*$/);
  const trailer = text.slice(text.lastIndexOf('trailer'));
  const root = Number(matched(trailer, /\/Root (\d+) 0 R/));
  const catalog = objectText(text, root);
  const metadata = Number(matched(catalog, /\/Metadata (\d+) 0 R/));

  const update = new Update(pdf.byteLength);
  update.add(metadata, withPart(objectText(text, metadata)));
  update.add(root, withTitleShown(catalog));
  const kept = [/\/Size \d+/, /\/Info \d+ 0 R/, /\/ID \[[^\]]*\]/].map(
    (entry) => entry.exec(trailer)?.[0] ?? '',
  );
  const tail = update.finish(`/Root ${root} 0 R ${kept.join(' ')} /Prev ${previousXref}`);
  // An array of its own, not a slice of Buffer's pool: it is handed over to another thread.
  const stamped = new Uint8Array(pdf.byteLength + tail.length);
  stamped.set(pdf);
  stamped.set(Buffer.from(tail, 'latin1'), pdf.byteLength);
  return stamped;
}

/** Number of pages, from the file's metadata. */
export function pageCount(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return Number(matched(text, /<xmpTPg:NPages>(\d+)<\/xmpTPg:NPages>/));
}

function matched(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`Unexpected PDF: nothing matches ${pattern.source}`);
  return found;
}

function objectText(text: string, number: number): string {
  const head = `\n${number} 0 obj`;
  const start = text.indexOf(head);
  const end = text.indexOf('endobj', start);
  if (start < 0 || end < 0) throw new Error(`Unexpected PDF: no object ${number}`);
  return text.slice(start + head.length, end).trim();
}

function withTitleShown(catalog: string): string {
  const preferences = /\/ViewerPreferences\s*<</;
  return preferences.test(catalog)
    ? catalog.replace(preferences, '$& /DisplayDocTitle true')
    : catalog.replace(/>>$/, '/ViewerPreferences << /DisplayDocTitle true >>\n>>');
}

function withPart(metadata: string): string {
  const xmp = matched(metadata, /stream\r?\n([\s\S]*?)\s*endstream$/)
    .replace('xmlns:pdf="', 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdf="')
    .replace('<xmpTPg:NPages>', '<pdfuaid:part>1</pdfuaid:part><xmpTPg:NPages>');
  if (!xmp.includes('xmlns:pdfuaid') || !xmp.includes('<pdfuaid:part>')) {
    throw new Error('Unexpected PDF: its metadata cannot be extended');
  }
  return `<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream`;
}

/** Objects written after the end of a file, and the cross-reference section that finds them. */
class Update {
  private text = '\n';
  private readonly offsets = new Map<number, number>();
  private readonly base: number;

  constructor(base: number) {
    this.base = base;
  }

  add(number: number, body: string): void {
    this.offsets.set(number, this.base + this.text.length);
    this.text += `${number} 0 obj\n${body}\nendobj\n`;
  }

  finish(trailerEntries: string): string {
    const sections = [...this.offsets]
      .toSorted(([a], [b]) => a - b)
      .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
    const xref = this.base + this.text.length;
    return `${this.text}xref\n${sections.join('')}trailer\n<< ${trailerEntries} >>\nstartxref\n${xref}\n%%EOF\n`;
  }
}
