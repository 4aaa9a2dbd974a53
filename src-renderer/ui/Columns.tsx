import type { ReactNode } from 'react';
import styles from './Columns.module.css';

export interface ColumnsProps {
  /** The least width of a column in pixels; with less room the columns stand under each other. */
  readonly least?: number | undefined;
  readonly children: ReactNode;
}

/** Sections or other blocks side by side, as many as fit. */
export function Columns({ least = 360, children }: ColumnsProps): ReactNode {
  return (
    <div className={styles['columns']} style={{ '--least': `${least}px` }}>
      {children}
    </div>
  );
}
