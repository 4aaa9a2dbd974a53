import { useState, type ReactNode } from 'react';
import { call } from '../../bridge/bridge.ts';
import { refreshGate, useWorkspaceGate } from '../../state/workspaceGate.ts';
import { assertNever } from '../../ui/assertNever.ts';
import { useLoaded } from '../../ui/useLoaded.ts';
import type { Failure } from '../../../src-main/contract/failure.ts';
import type { CallOutput } from '../../../src-main/contract/contract.ts';
import { failureOf } from './failureOf.ts';
import { FirstRun } from './FirstRun.tsx';
import { Forgotten } from './Forgotten.tsx';
import { Problem } from './Problem.tsx';
import { RestorePage } from './RestorePage.tsx';
import { Unlock } from './Unlock.tsx';
import { WelcomeFrame } from './WelcomeFrame.tsx';

interface DoorProps {
  readonly status: CallOutput<'workspace.status'>;
  readonly onRetry: () => void;
}

function Door({ status, onRetry }: DoorProps): ReactNode {
  const enter = (): void => void refreshGate();
  const [failure, setFailure] = useState<Failure | null>(null);
  /** On the page beside the usual one: a backup instead of a first run, a forgotten passphrase. */
  const [aside, setAside] = useState(false);
  const again = (): void => {
    setFailure(null);
    onRetry();
  };
  if (failure !== null) {
    return <Problem failure={failure} folder={status.folder} onRetry={again} />;
  }
  switch (status.state) {
    case 'none':
      return aside ? (
        <RestorePage folder={status.folder} onBack={() => setAside(false)} />
      ) : (
        <FirstRun folder={status.folder} onCreated={enter} onRestore={() => setAside(true)} />
      );
    case 'locked':
      return aside ? (
        <Forgotten
          folder={status.folder}
          recoverable={status.recoverable}
          onBack={() => setAside(false)}
          onOpened={enter}
          onProblem={setFailure}
        />
      ) : (
        <Unlock
          demonstration={status.demonstration}
          device={status.device}
          onOpened={enter}
          onForgotten={() => setAside(true)}
          onProblem={setFailure}
        />
      );
    case 'problem':
      return <Problem failure={status.failure} folder={status.folder} onRetry={onRetry} />;
    case 'open':
      // The gate is about to show the work.
      return null;
    default:
      return assertNever(status);
  }
}

/** The window before the work: first run, unlocking, or why the workspace does not open. */
export default function WelcomePage(): ReactNode {
  const gate = useWorkspaceGate();
  // A workspace that opens does not take the first run away: its last step comes after that.
  const stage = gate.kind === 'open' ? 'none' : gate.kind;
  const status = useLoaded(() => call('workspace.status', {}), [stage]);
  const retry = (): void => {
    status.reload();
    void refreshGate();
  };
  const door = (): ReactNode => {
    switch (status.kind) {
      case 'loading':
        return null;
      case 'broken':
        return <Problem failure={failureOf(status.error)} folder="" onRetry={retry} />;
      case 'ready':
        return <Door status={status.data} onRetry={retry} />;
      default:
        return assertNever(status);
    }
  };
  return <WelcomeFrame>{door()}</WelcomeFrame>;
}
