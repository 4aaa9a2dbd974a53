import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import styles from './states.module.css';

export interface LoadingStateProps {
  /** What is loading; without it the general words. */
  readonly label?: string | undefined;
  /** How many grey lines stand for what is coming. */
  readonly lines?: number | undefined;
}

const WIDTHS = [62, 78, 54, 70, 46, 66];

/** Data on its way. Shows itself after 150 ms, so that quick answers do not flicker. */
export function LoadingState({ label, lines = 6 }: LoadingStateProps): ReactNode {
  const t = useText();
  return (
    <div className={styles['loading']} role="status">
      <span className="visually-hidden">{label ?? t('ui.state.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div
          key={index}
          className={styles['bar']}
          style={{ width: `${WIDTHS[index % WIDTHS.length]}%`, animationDelay: `${index * 80}ms` }}
        />
      ))}
    </div>
  );
}
