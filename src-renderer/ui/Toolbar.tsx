import type { ReactNode } from 'react';
import styles from './Toolbar.module.css';

export interface ToolbarProps {
  /** What the row of filters is for, read aloud. */
  readonly label: string;
  readonly children: ReactNode;
  /** At the far end: a count, a switch of views. */
  readonly end?: ReactNode;
}

/** Filters and views above a list. */
export function Toolbar({ label, children, end }: ToolbarProps): ReactNode {
  return (
    <div className={styles['bar']} role="group" aria-label={label}>
      <div className={styles['start']}>{children}</div>
      {end !== undefined && <div className={styles['end']}>{end}</div>}
    </div>
  );
}
