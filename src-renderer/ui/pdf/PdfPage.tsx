import { createElement, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { drawPage, type OpenPdf } from './pdfDocument.ts';
import type { PageReading } from './readingOrder.ts';
import styles from './PdfView.module.css';

export interface PdfPageProps {
  readonly pdf: OpenPdf;
  /** 1 is the first. */
  readonly pageNumber: number;
  /** 1 is 100 %. */
  readonly zoom: number;
  /** "Strona 1 z 3". */
  readonly label: string;
  /** The page in reading order; `null` when it carries no structure, and then the words over the picture are read. */
  readonly reading: PageReading | null;
  readonly onFailure: (error: unknown) => void;
}

function readable(nodes: PageReading): ReactNode {
  return nodes.map((node, index) =>
    typeof node === 'string'
      ? ` ${node}`
      : createElement(node.tag, { key: index }, readable(node.children)),
  );
}

/** Whether the page is, or soon will be, in sight. */
function useNear(target: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = target.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return near;
}

/** One page: its picture, words to select over it, and the same words in order for a screen reader. */
export function PdfPage(props: PdfPageProps): ReactNode {
  const { pdf, pageNumber, zoom, label, reading, onFailure } = props;
  const sheet = useRef<HTMLElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const near = useNear(sheet);
  const failed = useRef(onFailure);
  useEffect(() => {
    failed.current = onFailure;
  });
  const size = pdf.pages[pageNumber - 1];

  useEffect(() => {
    if (!near) return undefined;
    const drawing = drawPage(pdf, pageNumber, zoom);
    drawing.done.then(
      (drawn) => {
        // The old picture stays until the new one is whole, so that the page does not blink.
        if (drawn !== null) picture.current?.replaceChildren(drawn.canvas, drawn.words);
      },
      (error: unknown) => failed.current(error),
    );
    return drawing.cancel;
  }, [pdf, pageNumber, zoom, near]);

  if (size === undefined) return null;
  return (
    <section
      ref={sheet}
      className={styles['sheet']}
      aria-label={label}
      data-page={pageNumber}
      style={{ width: Math.floor(size.width * zoom), height: Math.floor(size.height * zoom) }}
    >
      <div ref={picture} className={styles['picture']} aria-hidden={reading !== null} />
      {reading !== null && <div className="visually-hidden">{readable(reading)}</div>}
    </section>
  );
}
