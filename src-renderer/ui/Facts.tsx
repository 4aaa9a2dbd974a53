import type { ReactNode } from 'react';
import styles from './Facts.module.css';

export interface FactsProps {
  readonly children: ReactNode;
}

/** A list of labels and values; wraps {@link Fact}. */
export function Facts({ children }: FactsProps): ReactNode {
  return <dl className={styles['facts']}>{children}</dl>;
}

export interface FactProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
}

/** One label with its value. */
export function Fact({ label, children }: FactProps): ReactNode {
  return (
    <div className={styles['fact']}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
