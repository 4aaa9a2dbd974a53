import { CallFailure } from '../bridge/bridge.ts';

/**
 * Saves a form. When the thing was changed elsewhere meanwhile, learns its newest revision by `reread` and
 * fails all the same: the person's words stay in the form with the reason, and Ponów saves them over it.
 */
export async function rereadWhenChanged(
  save: () => Promise<void>,
  reread: () => Promise<void>,
): Promise<void> {
  try {
    await save();
  } catch (error) {
    const changed = error instanceof CallFailure && error.failure.code === 'changed-meanwhile';
    if (changed) await reread();
    throw error;
  }
}
