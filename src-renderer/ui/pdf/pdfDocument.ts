import {
  getDocument,
  GlobalWorkerOptions,
  TextLayer,
  PDFWorker,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

// The worker is a file of ours, so that `worker-src 'self'` lets it in.
GlobalWorkerOptions.workerSrc = workerUrl;

let sharedWorker: PDFWorker | null = null;

/** One worker for all documents: starting it takes longer than reading a report. */
function pdfWorker(): PDFWorker {
  if (sharedWorker === null || sharedWorker.destroyed) sharedWorker = new PDFWorker();
  return sharedWorker;
}

/** A PDF held open by the worker. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Width and height of each page at 100 %, in CSS pixels. */
  readonly pages: readonly PageSize[];
  /** Frees the document; nothing of the document may be used afterwards. */
  readonly close: () => void;
}

/** Size of a page at 100 %, in CSS pixels. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** PDF units are 1/72 inch, CSS pixels 1/96 inch. */
const PIXELS_PER_POINT = 96 / 72;

/** Above this a canvas costs more memory than the eye gains. */
const MOST_PIXELS_PER_PIXEL = 3;
/** Below this the small print of a page that is fitted into a panel runs together. */
const LEAST_PIXELS_PER_PIXEL = 2;

async function sizeOf(document: PDFDocumentProxy, page: number): Promise<PageSize> {
  const { width, height } = (await document.getPage(page)).getViewport({ scale: PIXELS_PER_POINT });
  return { width, height };
}

/**
 * Opens a PDF from its bytes, without the network, WebAssembly, system fonts or scripts of the file.
 * Rejects when the bytes are no PDF. The bytes stay the caller's.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const task = getDocument({
    // The worker takes its buffer away from this thread.
    data: bytes.slice(),
    worker: pdfWorker(),
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableWorkerRendering: true,
    enableXfa: false,
  });
  const close = (): void => void task.destroy();
  try {
    const document = await task.promise;
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
    return {
      document,
      pages: await Promise.all(numbers.map((page) => sizeOf(document, page))),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** One page being drawn; `cancel` stops it, and `done` then never resolves with elements. */
export interface Drawing {
  readonly done: Promise<DrawnPage | null>;
  readonly cancel: () => void;
}

/** The elements of a drawn page, to be put above one another. */
export interface DrawnPage {
  readonly canvas: HTMLCanvasElement;
  /** Transparent words over the picture, for selecting and finding. */
  readonly words: HTMLDivElement;
}

function canvasFor(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width);
  canvas.height = Math.floor(height);
  return canvas;
}

/** Draws a page (1 is the first) at a zoom (1 is 100 %) into new elements. */
export function drawPage(pdf: OpenPdf, pageNumber: number, zoom: number): Drawing {
  let cancelled = false;
  let stop = (): void => undefined;
  const draw = async (): Promise<DrawnPage | null> => {
    const page: PDFPageProxy = await pdf.document.getPage(pageNumber);
    if (cancelled) return null;
    const scale = zoom * PIXELS_PER_POINT;
    const density = Math.min(
      Math.max(window.devicePixelRatio, LEAST_PIXELS_PER_PIXEL),
      MOST_PIXELS_PER_PIXEL,
    );
    const shown = page.getViewport({ scale });
    const canvas = canvasFor(shown.width * density, shown.height * density);
    const task = page.render({ canvas, viewport: page.getViewport({ scale: scale * density }) });
    stop = () => task.cancel();
    await task.promise;
    const words = document.createElement('div');
    words.style.setProperty('--total-scale-factor', String(scale));
    const textContentSource = await page.getTextContent();
    await new TextLayer({ textContentSource, container: words, viewport: shown }).render();
    return cancelled ? null : { canvas, words };
  };
  return {
    done: draw().catch((error: unknown) => {
      if (cancelled) return null;
      throw error;
    }),
    cancel: () => {
      cancelled = true;
      stop();
    },
  };
}
