import { call } from '../../bridge/bridge.ts';
import { text } from '../../i18n/text.ts';
import { notify, notifyWithUndo } from '../../state/notices.ts';
import { refreshGate } from '../../state/workspaceGate.ts';
import { momentText, type BackupRow } from './backupText.ts';

/** What the backup is put in place of: open work, work whose passphrase is lost, damaged data, nothing. */
export type RestoreSituation = 'open' | 'locked' | 'damaged' | 'empty';

/** What opens the copy. */
export type RestoreKey = Parameters<typeof call<'restore.run'>>[1]['key'];

async function canBeUndone(): Promise<boolean> {
  try {
    return (await call('safety.get', {})).lastRestore !== null;
  } catch {
    // The restore itself is done: only the offer to take it back is missing from the notice.
    return false;
  }
}

async function undo(): Promise<void> {
  await call('restore.undo', {});
  await refreshGate();
}

/**
 * Puts a backup in place of what is here, shows what follows, and says what was done and how to take it back.
 * Rejects with the failure of `restore.run`; nothing is changed then.
 */
export async function restoreBackup(
  { place, id, createdAt }: BackupRow,
  key: RestoreKey,
  situation: RestoreSituation,
): Promise<void> {
  await call('restore.run', { backup: { place, id }, key });
  await refreshGate();
  const moment = momentText(createdAt);
  if (await canBeUndone()) notifyWithUndo(text('safety.restore.done', { moment }), undo);
  else if (situation === 'empty') notify(text('safety.restore.done', { moment }));
  else notify(text('safety.restore.doneAside', { moment }));
}
