import { useId, type ReactNode } from 'react';
import styles from './safety.module.css';

export interface BlockProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of „Bezpieczeństwo” under a third-level heading: what it is, what it holds, what can be done. */
export function Block({ title, hint, actions, children }: BlockProps): ReactNode {
  const id = useId();
  return (
    <section className={styles['block']} aria-labelledby={id}>
      <h3 id={id} className={styles['blockTitle']}>
        {title}
      </h3>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      {children}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </section>
  );
}
