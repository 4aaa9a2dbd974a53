import { useText } from '../../i18n/text.ts';
import { goTo } from '../../state/route.ts';
import { useShortcut } from '../../state/shortcuts.ts';

/** Escape goes from a report back to the list. */
export function useLeaveShortcut(): void {
  const t = useText();
  useShortcut({
    id: 'report-leave',
    keys: 'escape',
    label: t('reports.leave'),
    run: () => goTo({ place: 'reports' }),
  });
}
