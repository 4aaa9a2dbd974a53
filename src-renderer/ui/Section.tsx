import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

export interface SectionProps {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  /** How many things are in it. */
  readonly count?: number | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under a second-level heading. */
export function Section({ title, hint, count, actions, children }: SectionProps): ReactNode {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id} className={styles['title']}>
          {title}
          {count !== undefined && <span className={styles['count']}> {count}</span>}
        </h2>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </div>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      {children}
    </section>
  );
}
