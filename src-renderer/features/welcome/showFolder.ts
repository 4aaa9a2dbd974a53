import { call } from '../../bridge/bridge.ts';
import { reportFailure } from '../../state/notices.ts';

/** Shows the folder of the workspace in the file manager, and says so when it cannot be shown. */
export async function showFolder(): Promise<void> {
  try {
    await call('workspace.showFolder', {});
  } catch (error) {
    reportFailure(error, showFolder);
  }
}
