import type { PageSize } from './pdfDocument.ts';

/** As wide as the view allows. */
export const FIT = 'fit';
/** How large pages are drawn: 1 is 100 %. */
export type Zoom = number | typeof FIT;

const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;
/** Paper beside the sheet on both sides together, in CSS pixels. */
const MARGINS = 32;
const LEAST = 0.3;
const MOST_TO_FIT = 1.6;

/** The zoom at which the widest page fills a view of this width. */
export function zoomToFit(width: number, pages: readonly PageSize[]): number {
  const widest = Math.max(0, ...pages.map((page) => page.width));
  if (widest === 0 || width === 0) return 1;
  return Math.min(MOST_TO_FIT, Math.max(LEAST, (width - MARGINS) / widest));
}

/** The next step of zoom up (1) or down (-1) from where it is now; the ends stay. */
export function nextZoom(now: number, direction: 1 | -1): number {
  const beyond = 0.01;
  const next =
    direction === 1
      ? STEPS.find((step) => step > now + beyond)
      : STEPS.findLast((step) => step < now - beyond);
  return next ?? now;
}
