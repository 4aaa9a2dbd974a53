import { call } from '../../bridge/bridge.ts';
import { text } from '../../i18n/text.ts';
import { notify, notifyWithUndo } from '../../state/notices.ts';
import { refreshGate } from '../../state/workspaceGate.ts';
import { momentText, type BackupRow } from './backupText.ts';

/** What the backup is put in place of: open work, work whose passphrase is lost, damaged data, nothing. */
export type RestoreSituation = 'open' | 'locked' | 'damaged' | 'empty';

/** What opens the copy. */
export type RestoreKey = Parameters<typeof call<'restore.run'>>[1]['key'];

/** How the restore can be taken back: at a click, with the key of what was there before, or not at all. */
async function wayBack(): Promise<'click' | 'key' | 'none'> {
  try {
    const { lastRestore } = await call('safety.get', {});
    if (lastRestore === null) return 'none';
    return lastRestore.needsKey ? 'key' : 'click';
  } catch {
    // The restore itself is done: only the offer to take it back is missing from the notice.
    return 'none';
  }
}

async function undo(): Promise<void> {
  await call('restore.undo', {});
  await refreshGate();
}

/** Where data are whole and only what opens them is lost, nothing needs to be taken back to an older state. */
async function keyWasAll(
  backup: Pick<BackupRow, 'place' | 'id'>,
  key: RestoreKey,
  situation: RestoreSituation,
): Promise<boolean> {
  if (key.kind === 'current' || situation === 'open' || situation === 'empty') return false;
  const { outcome } = await call('restore.keyOnly', { backup, key });
  return outcome === 'opened';
}

/**
 * Puts a backup in place of what is here, shows what follows, and says what was done and how to take it back.
 * Rejects with the failure of `restore.run`; nothing is changed then. Where only the key is lost, only the key comes
 * back, and all that was saved after the backup stays.
 */
export async function restoreBackup(
  { place, id, createdAt }: BackupRow,
  key: RestoreKey,
  situation: RestoreSituation,
): Promise<void> {
  if (await keyWasAll({ place, id }, key, situation)) {
    await refreshGate();
    notify(text('safety.restore.keyBack'));
    return;
  }
  await call('restore.run', { backup: { place, id }, key });
  await refreshGate();
  const moment = momentText(createdAt);
  const way = await wayBack();
  if (way === 'click') notifyWithUndo(text('safety.restore.done', { moment }), undo);
  else if (way === 'key') notify(text('safety.restore.doneOther', { moment }));
  else if (situation === 'empty') notify(text('safety.restore.done', { moment }));
  else notify(text('safety.restore.doneAside', { moment }));
}
