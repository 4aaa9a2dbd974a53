import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { PLACE_PAGES } from '../features/registry.ts';
import { useText } from '../i18n/text.ts';
import { useAppearanceStore } from '../state/appearance.ts';
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

/**
 * The frame of the work: places at the side, the present place in the middle, and the things that can
 * come over it from anywhere.
 */
export function Shell(): ReactNode {
  const t = useText();
  const { place } = useRoute();
  const narrow = useNarrowWindow();
  const sidebar = useAppearanceStore((state) => state.sidebar);
  const [help, setHelp] = useState(false);
  const main = useRef<HTMLElement>(null);
  const PlacePage = PLACE_PAGES[place];
  useShellShortcuts(() => setHelp(true));
  useBadges();

  useEffect(() => {
    document.title = `${t(`shell.nav.${place}`)} – ${t('shell.product')}`;
    // A place opened by keys or the palette takes the focus; the sidebar keeps its own.
    if (document.activeElement === document.body) main.current?.focus();
  }, [place, t]);

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
      <Palette />
      <HelpSheet open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
