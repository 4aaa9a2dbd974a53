import type { Protocol } from '../chromium/protocol.ts';

type NamedSize = Extract<NonNullable<Electron.PrintToPDFOptions['pageSize']>, string>;

/** Paper sizes in inches, as Electron rounds them. */
const PAPER: Readonly<Record<NamedSize, readonly [width: number, height: number]>> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};

/** Default margin in inches, about one centimetre. */
const MARGIN = 0.4;

/**
 * Electron's options of `printToPDF` as Chromium's.
 * @throws Error for a size by name that does not exist
 */
export function pdfParameters(
  options: Electron.PrintToPDFOptions,
): Protocol.Page.printToPDFParameters {
  const { margins = {}, pageSize = 'Letter' } = options;
  const named = typeof pageSize === 'string' ? PAPER[pageSize] : undefined;
  if (typeof pageSize === 'string' && !named) throw new Error('Invalid pageSize');
  const [paperWidth, paperHeight] =
    typeof pageSize === 'string' ? (named ?? PAPER.Letter) : [pageSize.width, pageSize.height];
  return {
    landscape: options.landscape ?? false,
    printBackground: options.printBackground ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    scale: options.scale ?? 1,
    paperWidth,
    paperHeight,
    marginTop: margins.top ?? MARGIN,
    marginBottom: margins.bottom ?? MARGIN,
    marginLeft: margins.left ?? MARGIN,
    marginRight: margins.right ?? MARGIN,
    pageRanges: options.pageRanges ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
  };
}
