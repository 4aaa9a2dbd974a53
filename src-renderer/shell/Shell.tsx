import { Suspense, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { PLACE_PAGES } from '../features/registry.ts';
import { useText } from '../i18n/text.ts';
import { useAppearanceStore } from '../state/appearance.ts';
import { isRoomView } from '../state/roomView.ts';
import { useRoute } from '../state/route.ts';
import { useBadges } from '../state/useBadges.ts';
import { LoadingState } from '../ui/LoadingState.tsx';
import { HelpSheet } from './HelpSheet.tsx';
import { Palette } from './Palette.tsx';
import { PlaceBoundary } from './PlaceBoundary.tsx';
import styles from './Shell.module.css';
import { Sidebar } from './Sidebar.tsx';
import { useShellShortcuts } from './useShellShortcuts.ts';
import { useNarrowWindow } from './useNarrowWindow.ts';

interface PlaceProps {
  readonly main: RefObject<HTMLElement | null>;
  /** What the window's title says. */
  readonly title: string;
}

/** The present place; a broken one leaves what is around it alone. */
function PresentPlace({ main, title }: PlaceProps): ReactNode {
  const t = useText();
  const { place } = useRoute();
  const PlacePage = PLACE_PAGES[place];
  useEffect(() => {
    document.title = `${title} – ${t('shell.product')}`;
    // A place opened by keys or the palette takes the focus; the sidebar keeps its own.
    if (document.activeElement === document.body) main.current?.focus();
  }, [main, place, title, t]);
  return (
    <main ref={main} id="main" className={styles['main']} tabIndex={-1}>
      <PlaceBoundary key={place}>
        <Suspense
          fallback={
            <div className={styles['waiting']}>
              <LoadingState />
            </div>
          }
        >
          <PlacePage />
        </Suspense>
      </PlaceBoundary>
    </main>
  );
}

/** The places at the side, and the things that can come over the present one from anywhere. */
function Framed(): ReactNode {
  const t = useText();
  const { place } = useRoute();
  const narrow = useNarrowWindow();
  const sidebar = useAppearanceStore((state) => state.sidebar);
  const [help, setHelp] = useState(false);
  const main = useRef<HTMLElement>(null);
  useShellShortcuts(() => setHelp(true));
  useBadges();
  return (
    <div className={styles['shell']}>
      <a
        className={styles['skip']}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('shell.skip')}
      </a>
      <Sidebar narrow={narrow || sidebar === 'narrow'} onHelp={() => setHelp(true)} />
      <PresentPlace main={main} title={t(`shell.nav.${place}`)} />
      <Palette />
      <HelpSheet open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

/** A workshop's room view alone: before its people nothing may lead elsewhere, nor search. */
function Unframed(): ReactNode {
  const t = useText();
  const main = useRef<HTMLElement>(null);
  return (
    <div className={styles['shell']}>
      <PresentPlace main={main} title={t('room.title')} />
    </div>
  );
}

/**
 * The frame of the work: places at the side, the present place in the middle, and the things that can
 * come over it from anywhere.
 */
export function Shell(): ReactNode {
  return isRoomView(useRoute()) ? <Unframed /> : <Framed />;
}
