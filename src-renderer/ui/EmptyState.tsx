import type { ReactNode } from 'react';
import styles from './states.module.css';

export interface EmptyStateProps {
  readonly title: ReactNode;
  /** What belongs here. */
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  /** The first step: one {@link Button}. */
  readonly action?: ReactNode;
}

/** Nothing here yet: says what belongs here and offers the first step. */
export function EmptyState({ title, children, icon, action }: EmptyStateProps): ReactNode {
  return (
    <div className={styles['state']}>
      {icon !== undefined && (
        <span className={styles['icon']} aria-hidden="true">
          {icon}
        </span>
      )}
      <p className={styles['title']}>{title}</p>
      <div className={styles['words']}>{children}</div>
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </div>
  );
}
