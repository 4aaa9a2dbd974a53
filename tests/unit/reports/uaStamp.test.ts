import { describe, expect, it } from 'vitest';
import { pageCount, stampPdfUa } from '../../../src-main/reports/uaStamp.ts';

const xmp =
  '<rdf:Description xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><xmpTPg:NPages>3</xmpTPg:NPages></rdf:Description>';

function pdfWith(catalogEntries: string, metadata = xmp): Uint8Array {
  return new Uint8Array(
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Metadata 2 0 R ${catalogEntries}>>\nendobj\n` +
        `2 0 obj\n<< /Length ${metadata.length} >>\nstream\n${metadata}\nendstream\nendobj\n` +
        'trailer\n<< /Size 3 /Root 1 0 R /ID [(a) (b)] >>\nstartxref\n99\n%%EOF',
      'latin1',
    ),
  );
}

const asText = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

describe('the PDF/UA declaration', () => {
  it.each(['', '/ViewerPreferences << /Direction /L2R >> '])(
    'is added after the file, which keeps its bytes (catalog with "%s")',
    (entries) => {
      const pdf = pdfWith(entries);
      const stamped = asText(stampPdfUa(pdf));
      const added = stamped.slice(pdf.length);
      expect(stamped.slice(0, pdf.length)).toBe(asText(pdf));
      expect(added).toContain('<pdfuaid:part>1</pdfuaid:part>');
      expect(added).toContain('/DisplayDocTitle true');
      expect(added).toContain('/Size 3  /ID [(a) (b)] /Prev 99');
      const [, offset = ''] = /1 1\n(\d{10}) 00000 n/.exec(added) ?? [];
      expect(stamped.slice(Number(offset)).startsWith('1 0 obj')).toBe(true);
      const [, xref = ''] = /startxref\n(\d+)\n%%EOF\n$/.exec(stamped) ?? [];
      expect(stamped.slice(Number(xref)).startsWith('xref\n1 1\n')).toBe(true);
    },
  );

  it('is refused for a file it does not understand', () => {
    expect(() => stampPdfUa(pdfWith('', '<x/>'))).toThrow(/metadata cannot be extended/);
    expect(() => stampPdfUa(new Uint8Array(10))).toThrow(/Unexpected PDF/);
  });

  it('counts pages by the metadata', () => {
    expect(pageCount(pdfWith(''))).toBe(3);
  });
});
