import { useState, type ReactNode } from 'react';
import { call } from '../../bridge/bridge.ts';
import { refreshGate } from '../../state/workspaceGate.ts';
import { assertNever } from '../../ui/assertNever.ts';
import { useLoaded } from '../../ui/useLoaded.ts';
import type { Failure } from '../../../src-main/contract/failure.ts';
import type { CallOutput } from '../../../src-main/contract/contract.ts';
import { failureOf } from './failureOf.ts';
import { FirstRun } from './FirstRun.tsx';
import { Problem } from './Problem.tsx';
import { Unlock } from './Unlock.tsx';
import { WelcomeFrame } from './WelcomeFrame.tsx';

interface DoorProps {
  readonly status: CallOutput<'workspace.status'>;
  readonly onRetry: () => void;
}

function Door({ status, onRetry }: DoorProps): ReactNode {
  const enter = (): void => void refreshGate();
  const [failure, setFailure] = useState<Failure | null>(null);
  const again = (): void => {
    setFailure(null);
    onRetry();
  };
  if (failure !== null) {
    return <Problem failure={failure} folder={status.folder} onRetry={again} />;
  }
  switch (status.state) {
    case 'none':
      return <FirstRun folder={status.folder} onCreated={enter} />;
    case 'locked':
      return (
        <Unlock
          folder={status.folder}
          demonstration={status.demonstration}
          onOpened={enter}
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
  const status = useLoaded(() => call('workspace.status', {}), []);
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
