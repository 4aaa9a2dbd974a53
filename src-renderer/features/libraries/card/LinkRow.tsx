import type { ReactNode } from 'react';
import styles from './LinkRow.module.css';

export interface LinkRowProps {
  readonly title: ReactNode;
  /** A second, quieter line. */
  readonly detail?: ReactNode;
  /** At the far end: a state, a date, a line of scores. */
  readonly end?: ReactNode;
  readonly onOpen: () => void;
}

/** One line of a list on the card; the whole line opens the thing in its place. */
export function LinkRow({ title, detail, end, onOpen }: LinkRowProps): ReactNode {
  return (
    <li>
      <button type="button" className={styles['row']} onClick={onOpen}>
        <span className={styles['words']}>
          <span className={styles['title']}>{title}</span>
          {detail !== undefined && <span className={styles['detail']}>{detail}</span>}
        </span>
        {end !== undefined && <span className={styles['end']}>{end}</span>}
      </button>
    </li>
  );
}
