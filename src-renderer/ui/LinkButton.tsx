import type { ReactNode } from 'react';
import styles from './LinkButton.module.css';

export interface LinkButtonProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** Words that go somewhere inside the application: looks like a link, keeps its place in a sentence. */
export function LinkButton({ onClick, children }: LinkButtonProps): ReactNode {
  return (
    <button type="button" className={styles['link']} onClick={onClick}>
      {children}
    </button>
  );
}
