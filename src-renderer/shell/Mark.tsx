import type { ReactNode } from 'react';
import styles from './Mark.module.css';

/** The sign of the application: a zone, open to the outside, with three people in it. */
export function Mark(): ReactNode {
  return (
    <svg className={styles['mark']} width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <path className={styles['zone']} d="M19.6 6.3a9.5 9.5 0 1 1-3.3-2.8" />
      <circle className={styles['person']} cx="12" cy="8.4" r="2.1" />
      <circle className={styles['person']} cx="8.4" cy="14.4" r="2.1" />
      <circle className={styles['guest']} cx="15.6" cy="14.4" r="2.1" />
    </svg>
  );
}
