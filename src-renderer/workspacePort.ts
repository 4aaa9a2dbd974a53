import { call, onBroadcast } from './bridge/bridge.ts';
import type { WorkspaceGate, WorkspacePort } from './state/workspaceGate.ts';
import { assertNever } from './ui/assertNever.ts';

type WorkspaceStatus = Awaited<ReturnType<typeof call<'workspace.status'>>>;

function gateOf(status: WorkspaceStatus): WorkspaceGate {
  switch (status.state) {
    case 'none':
      return { kind: 'none', folder: status.folder };
    case 'locked':
      return { kind: 'locked', folder: status.folder };
    case 'open': {
      const { folder, demonstration, me } = status;
      return {
        kind: 'open',
        folder,
        demonstration,
        me: { personId: me.id, name: me.name, roles: me.roles },
      };
    }
    case 'problem':
      return { kind: 'broken', error: status.failure };
    default:
      return assertNever(status);
  }
}

/** The gate's view of the main process. */
export const workspacePort: WorkspacePort = {
  read: async () => gateOf(await call('workspace.status', {})),
  onChange: (listener) => onBroadcast('workspace', (status) => listener(gateOf(status))),
};
