import { IconChevronRight, IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import styles from './StartChoice.module.css';

export interface RestoreStartProps {
  readonly onRestore: () => void;
}

/** The fourth way to start, beside the three that make something new: from a backup. */
export function RestoreStart({ onRestore }: RestoreStartProps): ReactNode {
  const t = useText();
  return (
    <button type="button" className={styles['restore']} onClick={onRestore}>
      <span className={styles['icon']} aria-hidden="true">
        <IconHistory />
      </span>
      <span className={styles['restoreWords']}>
        <span className={styles['name']}>{t('welcome.first.restore')}</span>
        <span className={styles['hint']}>{t('welcome.first.restoreHint')}</span>
      </span>
      <span className={styles['chevron']} aria-hidden="true">
        <IconChevronRight />
      </span>
    </button>
  );
}
