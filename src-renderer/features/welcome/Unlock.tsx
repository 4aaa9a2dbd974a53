import { IconLockOpen } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Failure } from '../../../src-main/contract/failure.ts';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Warning } from '../../ui/Warning.tsx';
import { failureOf } from './failureOf.ts';
import styles from './welcome.module.css';

export interface UnlockProps {
  readonly demonstration: boolean;
  /** Whether the system's keychain can open it. */
  readonly device: boolean;
  /** The workspace is open. */
  readonly onOpened: () => void;
  readonly onForgotten: () => void;
  /** It does not open, and no other passphrase would help. */
  readonly onProblem: (failure: Failure) => void;
}

/** Lets the system's keychain open the workspace, once; while it tries the answer is true. */
function useDeviceKey(device: boolean, onOpened: () => void): boolean {
  const [trying, setTrying] = useState(device);
  const asked = useRef(false);
  const opened = useRef(onOpened);
  useEffect(() => {
    opened.current = onOpened;
  });
  useEffect(() => {
    if (!device || asked.current) return;
    asked.current = true;
    call('workspace.unlockByDevice', {}).then(
      () => opened.current(),
      // The passphrase opens it as well, and its field is already there: nothing to be alarmed about.
      () => setTrying(false),
    );
  }, [device]);
  return trying;
}

/** Asks for the passphrase; a demonstration has none and only waits for a press. */
export function Unlock(props: UnlockProps): ReactNode {
  const { demonstration, device, onOpened, onForgotten, onProblem } = props;
  const t = useText();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const trying = useDeviceKey(device, onOpened);

  const open = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await call('workspace.unlock', { passphrase: demonstration ? '' : passphrase });
      onOpened();
    } catch (error) {
      setBusy(false);
      const failure = failureOf(error);
      if (failure.code === 'wrong-passphrase') setProblem(t('welcome.unlock.wrong'));
      else onProblem(failure);
    }
  };
  const lookAtCapsLock = (event: KeyboardEvent): void =>
    setCapsLock(event.getModifierState('CapsLock'));
  const progress = (): string => {
    if (busy) return t('welcome.unlock.opening');
    return trying ? t('welcome.unlock.byDevice') : '';
  };

  return (
    <form
      className={styles['narrow']}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
      onKeyUp={lookAtCapsLock}
      onKeyDown={lookAtCapsLock}
    >
      <h1 className={styles['title']}>{t('welcome.unlock.title')}</h1>
      {demonstration ? (
        <Warning tone="info" title={t('welcome.unlock.demonstration')} />
      ) : (
        <>
          <p className={styles['subtitle']}>{t('welcome.unlock.subtitle')}</p>
          <TextField
            label={t('welcome.unlock.password')}
            type="password"
            autoComplete="current-password"
            autoFocus
            hint={capsLock ? t('welcome.unlock.capsLock') : undefined}
            error={problem}
            value={passphrase}
            onChange={(next) => {
              setPassphrase(next);
              setProblem(null);
            }}
          />
        </>
      )}
      <div className={styles['action']}>
        <Button
          kind="primary"
          type="submit"
          icon={<IconLockOpen />}
          busy={busy}
          autoFocus={demonstration}
          disabled={!demonstration && passphrase === ''}
        >
          {demonstration ? t('welcome.unlock.openDemonstration') : t('welcome.unlock.open')}
        </Button>
        <span role="status" className={styles['quiet']}>
          {progress()}
        </span>
      </div>
      {!demonstration && (
        <p className={styles['forgot']}>
          <LinkButton onClick={onForgotten}>{t('welcome.unlock.forgot')}</LinkButton>
        </p>
      )}
    </form>
  );
}
