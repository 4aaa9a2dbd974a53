import type { ReactNode } from 'react';
import { TONE_ICONS } from './StatusPill.tsx';
import styles from './Warning.module.css';

export interface WarningProps {
  readonly title: ReactNode;
  readonly tone?: 'waiting' | 'danger' | 'info' | 'ok' | undefined;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** A calm box in the page: something to know or to decide, with its reason. */
export function Warning({ title, tone = 'waiting', children, action }: WarningProps): ReactNode {
  return (
    <div className={styles['box']} data-tone={tone} role="note">
      <span className={styles['icon']} aria-hidden="true">
        {TONE_ICONS[tone]}
      </span>
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        {children !== undefined && <div className={styles['body']}>{children}</div>}
      </div>
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </div>
  );
}
