import type { ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { momentText } from '../../../shell/backups/backupText.ts';
import { KeyFields } from '../../../shell/backups/KeyFields.tsx';
import { useCopyKey } from '../../../shell/backups/useCopyKey.ts';
import { notify } from '../../../state/notices.ts';
import { refreshGate } from '../../../state/workspaceGate.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import styles from './safety.module.css';

export interface UndoOtherDialogProps {
  /** When the restore was made that is taken back. */
  readonly at: string;
  readonly onClose: () => void;
}

/** Takes a restore back that put another workspace's data here: asks for the key of what was here before. */
export function UndoOtherDialog({ at, onClose }: UndoOtherDialogProps): ReactNode {
  const t = useText();
  const { complete, busy, problem, fields, attempt } = useCopyKey();
  const undo = async (): Promise<void> => {
    if (!complete) return;
    const done = await attempt(async (key) => {
      await call('restore.undo', { key });
      await refreshGate();
      notify(t('safety.copies.undone'));
    });
    if (done) onClose();
  };
  const actions = (
    <>
      <Button disabled={busy} onClick={onClose}>
        {t('ui.dialog.cancel')}
      </Button>
      <Button kind="primary" busy={busy} disabled={!complete} onClick={() => void undo()}>
        {t('safety.copies.undo')}
      </Button>
    </>
  );
  return (
    <Dialog
      title={t('safety.copies.undoTitle')}
      open
      size="medium"
      onClose={busy ? () => undefined : onClose}
      actions={actions}
    >
      <p>{t('safety.copies.undoOther', { at: momentText(at) })}</p>
      <KeyFields {...fields} onEnter={() => void undo()} />
      <p role="status" className={styles['quiet']}>
        {busy ? t('safety.restore.running') : ''}
      </p>
      {problem !== null && <p role="alert">{problem}</p>}
    </Dialog>
  );
}
