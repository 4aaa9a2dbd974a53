import { useEffect, useRef, useState, type ReactNode } from 'react';
import { call, CallFailure } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { LoadedView } from '../../ui/LoadedView.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { useLoaded } from '../../ui/useLoaded.ts';
import { CodeRetyped } from './CodeRetyped.tsx';
import { CodeShown } from './CodeShown.tsx';

export interface RecoveryCodeProps {
  /** The passphrase that opens the workspace now. */
  readonly passphrase: string;
  /** The code was retyped and works from now on. */
  readonly onDone: () => void;
  /** The person puts it off; without it there is no such choice. */
  readonly onLater?: (() => void) | undefined;
  /** The passphrase is not the one of this workspace; without it that is told here. */
  readonly onWrongPassphrase?: (() => void) | undefined;
}

/**
 * A new recovery code: shown, saved or printed, then partly retyped. It lives in this component only
 * and goes with it; a code that was not retyped never opens anything.
 */
export function RecoveryCode(props: RecoveryCodeProps): ReactNode {
  const { passphrase, onDone, onLater, onWrongPassphrase } = props;
  const t = useText();
  const code = useLoaded(() => call('recovery.begin', { passphrase }), []);
  const [step, setStep] = useState<'shown' | 'retyped' | 'shown-again'>('shown');
  const refused = useRef(onWrongPassphrase);
  useEffect(() => {
    refused.current = onWrongPassphrase;
  });
  const failure = code.kind === 'broken' ? code.error : null;
  useEffect(() => {
    if (failure instanceof CallFailure && failure.failure.code === 'wrong-passphrase') {
      refused.current?.();
    }
  }, [failure]);

  return (
    <LoadedView
      of={code}
      failedTitle={t('recovery.begin.failed')}
      loading={<LoadingState label={t('recovery.begin.making')} />}
    >
      {({ groups, ask }) =>
        step === 'retyped' ? (
          <CodeRetyped
            ask={ask}
            onConfirmed={onDone}
            onBack={() => setStep('shown-again')}
            onLost={() => {
              setStep('shown-again');
              code.reload();
            }}
          />
        ) : (
          <CodeShown
            groups={groups}
            focused={step === 'shown-again'}
            onNext={() => setStep('retyped')}
            onLater={onLater}
          />
        )
      }
    </LoadedView>
  );
}
