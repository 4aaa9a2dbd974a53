import { IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { goTo } from '../../state/route.ts';
import { useStored } from '../../state/useStored.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Warning } from '../../ui/Warning.tsx';
import { dismissal, safetyConcern, sectionOf, type SafetyConcern } from './safetyConcern.ts';
import styles from './today.module.css';

/** What may already have been lost. */
const DANGERS: ReadonlySet<SafetyConcern> = new Set(['damaged', 'file-damage']);

/** Belongs to this window on this machine: holds a day and a kind, nothing of the work. */
const KEY = 'strefownik.safetyBanner';

export interface SafetyBannerProps {
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** The one thing about the safety of the data that a person should know today; can be put away until tomorrow. */
export function SafetyBanner({ today }: SafetyBannerProps): ReactNode {
  const t = useText();
  const safety = useStored('safety.get', {});
  const [dismissed, setDismissed] = useState(() => localStorage.getItem(KEY));
  // Dziś is there without it: a safety that cannot be read is told where it is looked after.
  if (safety.kind !== 'ready') return null;
  const concern = safetyConcern(safety.data, today);
  if (concern === null || dismissed === dismissal(concern, today)) return null;
  const dismiss = (): void => {
    localStorage.setItem(KEY, dismissal(concern, today));
    setDismissed(dismissal(concern, today));
  };
  return (
    <div className={styles['banner']}>
      <Warning
        tone={DANGERS.has(concern) ? 'danger' : 'waiting'}
        title={t(`today.safety.${concern}.title`)}
        action={
          <>
            <Button onClick={() => goTo({ place: 'settings', section: sectionOf(concern) })}>
              {t(`today.safety.${concern}.open`)}
            </Button>
            <IconButton label={t('today.safety.dismiss')} icon={<IconX />} onClick={dismiss} />
          </>
        }
      >
        {t(`today.safety.${concern}.body`)}
      </Warning>
    </div>
  );
}
