import { IconAlertTriangle, IconCheck, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { assertNever } from './assertNever.ts';
import type { SaveState } from './autosave.ts';
import styles from './SaveStatus.module.css';

export interface SaveStatusProps {
  readonly status: SaveState;
  readonly onRetry?: (() => void) | undefined;
}

function Content({ status, onRetry }: SaveStatusProps): ReactNode {
  const t = useText();
  switch (status.kind) {
    case 'clean':
      return t('ui.save.clean');
    case 'pending':
    case 'saving':
      return t('ui.save.saving');
    case 'saved':
      return (
        <>
          <IconCheck aria-hidden="true" />
          {t('ui.save.saved', { time: status.at })}
        </>
      );
    case 'unsaved':
      return (
        <>
          <IconPencil aria-hidden="true" />
          {t('ui.save.unsaved', { reason: status.reason })}
        </>
      );
    case 'failed':
      return (
        <>
          <IconAlertTriangle aria-hidden="true" />
          {t('ui.save.failed', { reason: status.reason })}
          {onRetry !== undefined && (
            <button type="button" className={styles['retry']} onClick={onRetry}>
              {t('ui.save.retry')}
            </button>
          )}
        </>
      );
    default:
      return assertNever(status);
  }
}

/** What became of the words in a form: "zapisano 14:05", "niezapisane: …"; said aloud politely. */
export function SaveStatus(props: SaveStatusProps): ReactNode {
  return (
    <span className={styles['status']} data-kind={props.status.kind} role="status">
      <Content {...props} />
    </span>
  );
}
