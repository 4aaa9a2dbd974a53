import { useState, type ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { momentText } from '../../../shell/backups/backupText.ts';
import { KeyFields } from '../../../shell/backups/KeyFields.tsx';
import {
  isComplete,
  keyOf,
  NO_KEY,
  problemOf,
  type RestoreProblem,
} from '../../../shell/backups/typedKey.ts';
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
  const [typed, setTyped] = useState(NO_KEY);
  const [problem, setProblem] = useState<RestoreProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const undo = async (): Promise<void> => {
    if (busy || !isComplete(typed)) return;
    setBusy(true);
    setProblem(null);
    try {
      await call('restore.undo', { key: keyOf(typed) });
      await refreshGate();
      notify(t('safety.copies.undone'));
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  const actions = (
    <>
      <Button disabled={busy} onClick={onClose}>
        {t('ui.dialog.cancel')}
      </Button>
      <Button kind="primary" busy={busy} disabled={!isComplete(typed)} onClick={() => void undo()}>
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
      <KeyFields
        value={typed}
        problem={problem?.atKey === true ? problem.words : null}
        onChange={(next) => {
          setTyped(next);
          setProblem(null);
        }}
        onEnter={() => void undo()}
      />
      <p role="status" className={styles['quiet']}>
        {busy ? t('safety.restore.running') : ''}
      </p>
      {problem?.atKey === false && <p role="alert">{problem.words}</p>}
    </Dialog>
  );
}
