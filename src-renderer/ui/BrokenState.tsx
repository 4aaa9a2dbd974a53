import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { Button } from './Button.tsx';
import styles from './states.module.css';

export interface BrokenStateProps {
  readonly title: ReactNode;
  /** What happened, in plain words. */
  readonly what: ReactNode;
  /** What is not lost. */
  readonly safe?: ReactNode;
  /** What the person can do. */
  readonly todo?: ReactNode;
  readonly onRetry?: (() => void) | undefined;
  /** For whoever helps: shown folded. */
  readonly detail?: string | undefined;
}

/** Something did not work: says what happened, what is safe, and what to do. */
export function BrokenState({
  title,
  what,
  safe,
  todo,
  onRetry,
  detail,
}: BrokenStateProps): ReactNode {
  const t = useText();
  return (
    <div className={styles['state']} role="alert">
      <span className={styles['icon']} data-broken aria-hidden="true">
        <IconAlertTriangle />
      </span>
      <p className={styles['title']}>{title}</p>
      <p className={styles['words']}>{what}</p>
      <dl className={styles['facts']}>
        <dt>{t('ui.state.safeLabel')}</dt>
        <dd>{safe ?? t('ui.state.failedSafe')}</dd>
        <dt>{t('ui.state.todoLabel')}</dt>
        <dd>{todo ?? t('ui.state.failedTodo')}</dd>
      </dl>
      {onRetry !== undefined && (
        <div className={styles['action']}>
          <Button icon={<IconRefresh />} onClick={onRetry}>
            {t('ui.state.retry')}
          </Button>
        </div>
      )}
      {detail !== undefined && (
        <details className={styles['details']}>
          <summary>{t('ui.state.details')}</summary>
          <pre>{detail}</pre>
        </details>
      )}
    </div>
  );
}
