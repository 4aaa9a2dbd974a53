import { useText } from '../i18n/text.ts';
import { setAppearance } from '../state/appearance.ts';
import { showPalette, useCommand, usePaletteStore } from '../state/palette.ts';
import { goBack, goForward, goTo, type SidebarPlace } from '../state/route.ts';
import { useShortcut } from '../state/shortcuts.ts';
import { PLACE_KEYS, startOf } from './places.tsx';

function useGo(place: SidebarPlace): void {
  const t = useText();
  useShortcut({
    id: `go-${place}`,
    keys: PLACE_KEYS[place],
    label: t(`shell.nav.${place}`),
    group: 'go',
    run: () => goTo(startOf(place)),
  });
}

/** What keys do everywhere, and the commands of the frame itself. */
export function useShellShortcuts(showHelp: () => void): void {
  const t = useText();
  useShortcut({
    id: 'palette',
    keys: 'mod+k',
    label: t('shell.help.palette'),
    group: 'everywhere',
    run: () => showPalette(!usePaletteStore.getState().open),
  });
  useShortcut({
    id: 'help',
    keys: '?',
    label: t('shell.help.sheet'),
    group: 'everywhere',
    run: showHelp,
  });
  useShortcut({
    id: 'back',
    keys: 'alt+arrowleft',
    label: t('shell.help.back'),
    group: 'everywhere',
    run: goBack,
  });
  useShortcut({
    id: 'forward',
    keys: 'alt+arrowright',
    label: t('shell.help.forward'),
    group: 'everywhere',
    run: goForward,
  });
  useGo('today');
  useGo('calendar');
  useGo('libraries');
  useGo('workshops');
  useGo('coaching');
  useGo('program');
  useGo('reports');
  useGo('settings');
  useCommand({ id: 'help', label: t('shell.top.help'), shortcut: '?', run: showHelp });
  useCommand({
    id: 'light',
    label: t('shell.appearance.light'),
    run: () => setAppearance('light'),
  });
  useCommand({ id: 'dark', label: t('shell.appearance.dark'), run: () => setAppearance('dark') });
  useCommand({
    id: 'system',
    label: t('shell.appearance.system'),
    run: () => setAppearance('system'),
  });
}
