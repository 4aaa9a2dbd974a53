import { lazy, Suspense, type ReactNode } from 'react';
import { LoadingState } from '../LoadingState.tsx';
import type { PdfPagesProps } from './PdfPages.tsx';

// pdf.js is half a megabyte: it is read when a PDF is first shown.
const PdfPages = lazy(() => import('./PdfPages.tsx'));

/** A PDF in the window: pages to scroll, paging, zoom, words to select and to be read aloud. Fills its parent. */
export function PdfView(props: PdfPagesProps): ReactNode {
  return (
    <Suspense fallback={<LoadingState />}>
      <PdfPages {...props} />
    </Suspense>
  );
}
