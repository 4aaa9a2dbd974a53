import {
  IconArrowAutofitWidth,
  IconChevronDown,
  IconChevronUp,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { useText } from '../../i18n/text.ts';
import { BrokenState } from '../BrokenState.tsx';
import { IconButton } from '../IconButton.tsx';
import { LoadingState } from '../LoadingState.tsx';
import { openPdf, type OpenPdf } from './pdfDocument.ts';
import { PdfPage } from './PdfPage.tsx';
import { readPage, type PageReading } from './readingOrder.ts';
import { FIT, nextZoom, zoomToFit, type Zoom } from './zoom.ts';
import styles from './PdfView.module.css';

export interface PdfPagesProps {
  readonly bytes: Uint8Array;
  /** What the document is, read aloud. */
  readonly label: string;
}

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly pdf: OpenPdf }
  | { readonly kind: 'broken' };

/** Opens the bytes; while newer bytes are being opened the older document stays. */
function useOpenPdf(bytes: Uint8Array): {
  readonly opened: Opened;
  readonly fail: () => void;
  readonly retry: () => void;
} {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    openPdf(bytes).then(
      (pdf) => {
        if (gone) pdf.close();
        else setOpened({ kind: 'open', pdf });
      },
      () => {
        if (!gone) setOpened({ kind: 'broken' });
      },
    );
    return () => {
      gone = true;
    };
  }, [bytes, attempt]);
  // Closed only after the pages that draw from it have stopped: their cleanup runs before this one.
  useEffect(() => (opened.kind === 'open' ? opened.pdf.close : undefined), [opened]);
  return {
    opened,
    fail: useCallback(() => setOpened({ kind: 'broken' }), []),
    retry: useCallback(() => {
      setOpened({ kind: 'opening' });
      setAttempt((number) => number + 1);
    }, []),
  };
}

/** All pages in reading order, once all are known: half of a document would have its headings out of order. */
function useReading(opened: Opened): readonly (PageReading | null)[] {
  const [reading, setReading] = useState<readonly (PageReading | null)[]>([]);
  useEffect(() => {
    if (opened.kind !== 'open') return undefined;
    let gone = false;
    const { document, pages } = opened.pdf;
    const readAll = async (): Promise<void> => {
      const found = await Promise.all(
        pages.map(async (_size, index) => readPage(await document.getPage(index + 1))),
      );
      if (!gone) setReading(found);
    };
    // Without structure the words over the pictures are read instead.
    readAll().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [opened]);
  return reading;
}

/** The inner width of an element, kept up to date. */
function useWidth(target: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = target.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return width;
}

/** The number of the page that holds the middle of the view. */
function pageInSight(scroller: HTMLElement): number {
  const middle = scroller.getBoundingClientRect().top + scroller.clientHeight / 2;
  const sheets = [...scroller.querySelectorAll<HTMLElement>('[data-page]')];
  const found = sheets.findLast((sheet) => sheet.getBoundingClientRect().top <= middle);
  return Number(found?.dataset['page'] ?? 1);
}

interface BarProps {
  readonly page: number;
  readonly pages: number;
  readonly zoom: Zoom;
  readonly scale: number;
  readonly onPage: (page: number) => void;
  readonly onZoom: (zoom: Zoom) => void;
}

function Bar({ page, pages, zoom, scale, onPage, onZoom }: BarProps): ReactNode {
  const t = useText();
  return (
    <div className={styles['bar']} role="group" aria-label={t('reports.pdf.controls')}>
      <IconButton
        small
        label={t('reports.pdf.previous')}
        icon={<IconChevronUp />}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <span className={styles['place']} role="status">
        {t('reports.pdf.page', { page, pages })}
      </span>
      <IconButton
        small
        label={t('reports.pdf.next')}
        icon={<IconChevronDown />}
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      />
      <span className={styles['gap']} />
      <IconButton
        small
        label={t('reports.pdf.smaller')}
        icon={<IconMinus />}
        onClick={() => onZoom(nextZoom(scale, -1))}
      />
      <span className={styles['place']}>
        {t('reports.pdf.percent', { percent: Math.round(scale * 100) })}
      </span>
      <IconButton
        small
        label={t('reports.pdf.larger')}
        icon={<IconPlus />}
        onClick={() => onZoom(nextZoom(scale, 1))}
      />
      <IconButton
        small
        label={t('reports.pdf.fit')}
        icon={<IconArrowAutofitWidth />}
        pressed={zoom === FIT}
        onClick={() => onZoom(FIT)}
      />
    </div>
  );
}

/** The pages of a PDF one under another, with paging and zoom; the heavy half of {@link PdfView}. */
export default function PdfPages({ bytes, label }: PdfPagesProps): ReactNode {
  const t = useText();
  const { opened, fail, retry } = useOpenPdf(bytes);
  const headingId = useId();
  const reading = useReading(opened);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const [zoom, setZoom] = useState<Zoom>(FIT);
  const [page, setPage] = useState(1);
  const sizes = opened.kind === 'open' ? opened.pdf.pages : [];
  const scale = zoom === FIT ? zoomToFit(width, sizes) : zoom;

  const goToPage = (target: number): void => {
    scroller.current?.querySelector(`[data-page="${target}"]`)?.scrollIntoView({ block: 'start' });
  };
  return (
    <div className={styles['view']}>
      <Bar
        page={Math.min(page, Math.max(1, sizes.length))}
        pages={Math.max(1, sizes.length)}
        zoom={zoom}
        scale={scale}
        onPage={goToPage}
        onZoom={setZoom}
      />
      <div
        ref={scroller}
        className={styles['scroller']}
        role="region"
        aria-labelledby={headingId}
        tabIndex={0}
        onScroll={(event) => setPage(pageInSight(event.currentTarget))}
      >
        {/* The headings of the document stand below this one. */}
        <h2 id={headingId} className="visually-hidden">
          {label}
        </h2>
        {opened.kind === 'opening' && <LoadingState />}
        {opened.kind === 'broken' && (
          <BrokenState
            title={t('reports.pdf.brokenTitle')}
            what={t('reports.pdf.brokenWhat')}
            safe={t('reports.pdf.brokenSafe')}
            onRetry={retry}
          />
        )}
        {opened.kind === 'open' &&
          width > 0 &&
          opened.pdf.pages.map((_size, index) => (
            <PdfPage
              key={index}
              pdf={opened.pdf}
              pageNumber={index + 1}
              zoom={scale}
              label={t('reports.pdf.pageOf', { page: index + 1, pages: sizes.length })}
              reading={reading[index] ?? null}
              onFailure={fail}
            />
          ))}
      </div>
    </div>
  );
}
