import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './PageHeader.module.css';

export interface PageHeaderProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** Beside the title: a status, a save state. */
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
  /** The list this page was opened from. */
  readonly back?: { readonly label: string; readonly onBack: () => void } | undefined;
}

/** The head of a page and its only first-level heading. */
export function PageHeader({ title, subtitle, meta, actions, back }: PageHeaderProps): ReactNode {
  return (
    <header className={styles['header']}>
      {back !== undefined && (
        <button type="button" className={styles['back']} onClick={back.onBack}>
          <IconArrowLeft size={14} aria-hidden="true" />
          {back.label}
        </button>
      )}
      <div className={styles['line']}>
        <div className={styles['words']}>
          <div className={styles['titleLine']}>
            <h1 className={styles['title']}>{title}</h1>
            {meta}
          </div>
          {subtitle !== undefined && <p className={styles['subtitle']}>{subtitle}</p>}
        </div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </div>
    </header>
  );
}
