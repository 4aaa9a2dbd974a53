import { useState, type ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { Button } from './Button.tsx';
import styles from './ConfirmDialog.module.css';
import { Dialog } from './Dialog.tsx';
import { TextAreaField } from './TextAreaField.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What it will do. */
  readonly body: ReactNode;
  readonly confirmLabel: string;
  readonly tone?: 'plain' | 'danger' | undefined;
  /** The decision is saved with a written reason. */
  readonly wantsReason?: boolean | undefined;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}

/** A decision: says what will happen, then does it or not. Mostly used through `confirm` and `askReason`. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const t = useText();
  const {
    title,
    body,
    confirmLabel,
    tone = 'plain',
    wantsReason = false,
    onConfirm,
    onCancel,
  } = props;
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const decide = (): void => {
    if (wantsReason && reason.trim() === '') setProblem(t('ui.dialog.reasonMissing'));
    else onConfirm(reason.trim());
  };
  const actions = (
    <>
      <Button onClick={onCancel}>{t('ui.dialog.cancel')}</Button>
      <Button
        kind={tone === 'danger' ? 'danger' : 'primary'}
        autoFocus={!wantsReason}
        onClick={decide}
      >
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog title={title} open onClose={onCancel} actions={actions}>
      <p className={styles['body']}>{body}</p>
      {wantsReason && (
        <TextAreaField
          label={t('ui.dialog.reason')}
          hint={t('ui.dialog.reasonHint')}
          error={problem}
          autoFocus
          value={reason}
          onChange={(next) => {
            setReason(next);
            setProblem(null);
          }}
        />
      )}
    </Dialog>
  );
}
