import type { ReactNode } from 'react';
import styles from './Figure.module.css';

export interface FigureProps {
  readonly value: ReactNode;
  readonly label: ReactNode;
  /** A target, a difference. */
  readonly note?: ReactNode;
}

/** One number that matters, with what it counts. */
export function Figure({ value, label, note }: FigureProps): ReactNode {
  return (
    <div className={styles['figure']}>
      <p className={styles['value']}>{value}</p>
      <p className={styles['label']}>{label}</p>
      {note !== undefined && <p className={styles['note']}>{note}</p>}
    </div>
  );
}
