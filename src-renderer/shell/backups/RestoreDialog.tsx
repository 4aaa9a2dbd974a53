import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LoadedView } from '../../ui/LoadedView.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { useLoaded } from '../../ui/useLoaded.ts';
import { momentText, rowContentsText, type BackupRow } from './backupText.ts';
import { Comparison } from './Comparison.tsx';
import { KeyFields } from './KeyFields.tsx';
import { restoreBackup, type RestoreSituation } from './restore.ts';
import styles from './RestoreDialog.module.css';
import { useCopyKey } from './useCopyKey.ts';

export interface RestoreDialogProps {
  readonly backup: BackupRow;
  /** What the backup is put in place of. */
  readonly situation: RestoreSituation;
  readonly onClose: () => void;
  /** The backup's state is open and the notice about it shown; the dialog closes by itself. */
  readonly onRestored?: (() => void) | undefined;
}

function WhatWillHappen({ situation }: { readonly situation: RestoreSituation }): ReactNode {
  const t = useText();
  return (
    <section>
      <h3 className={styles['heading']}>{t('safety.restore.will')}</h3>
      <ol className={styles['steps']}>
        <li>{t(`safety.restore.steps.${situation}.first`)}</li>
        <li>{t(`safety.restore.steps.${situation}.second`)}</li>
        <li>{t(`safety.restore.steps.${situation}.third`)}</li>
      </ol>
    </section>
  );
}

/** What a restore of this backup would change, and the button that does it. */
export function RestoreDialog(props: RestoreDialogProps): ReactNode {
  const { backup, situation, onClose, onRestored } = props;
  const { place, id, reason } = backup;
  const moment = momentText(backup.createdAt);
  const t = useText();
  const look = useLoaded(() => call('restore.look', { place, id }), [place, id]);
  const { complete, busy, problem, fields, attempt } = useCopyKey();
  const needsKey = look.kind === 'ready' && look.data.needsKey;
  const ready = look.kind === 'ready' && (!needsKey || complete);

  const restore = async (): Promise<void> => {
    if (!ready) return;
    const done = await attempt((typed) =>
      restoreBackup(backup, needsKey ? typed : { kind: 'current' }, situation),
    );
    if (!done) return;
    onClose();
    onRestored?.();
  };

  const actions = (
    <>
      <span role="status" className={styles['status']}>
        {busy ? t('safety.restore.running') : ''}
      </span>
      <Button disabled={busy} onClick={onClose}>
        {t('ui.dialog.cancel')}
      </Button>
      <Button
        kind="primary"
        icon={<IconHistory />}
        busy={busy}
        disabled={!ready}
        autoFocus={!needsKey}
        onClick={() => void restore()}
      >
        {t('safety.restore.run', { moment })}
      </Button>
    </>
  );
  return (
    <Dialog
      title={t('safety.restore.title')}
      open
      size="medium"
      onClose={busy ? () => undefined : onClose}
      actions={actions}
    >
      <LoadedView
        of={look}
        failedTitle={t('safety.restore.lookFailed')}
        loading={<LoadingState label={t('safety.restore.looking')} />}
      >
        {({ backup: { contents }, now, needsKey: asks }) => (
          <div className={styles['body']}>
            <p className={styles['lead']}>
              {reason === null
                ? t('safety.restore.ofUnknown', { moment })
                : t('safety.restore.of', { moment, reason: t(`safety.backups.reason.${reason}`) })}
              {contents === null && ` ${rowContentsText(backup)}.`}
            </p>
            {contents !== null && <Comparison then={contents} now={now} />}
            {asks && <KeyFields {...fields} onEnter={() => void restore()} />}
            <WhatWillHappen situation={situation} />
          </div>
        )}
      </LoadedView>
      {problem !== null && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </Dialog>
  );
}
