import { IconLockOpen } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Failure } from '../../../src-main/contract/failure.ts';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Warning } from '../../ui/Warning.tsx';
import { failureOf } from './failureOf.ts';
import { showFolder } from './showFolder.ts';
import styles from './welcome.module.css';

export interface UnlockProps {
  readonly folder: string;
  readonly demonstration: boolean;
  /** The workspace is open. */
  readonly onOpened: () => void;
  /** It does not open, and no other passphrase would help. */
  readonly onProblem: (failure: Failure) => void;
}

/** Asks for the passphrase; a demonstration has none and only waits for a press. */
export function Unlock({ folder, demonstration, onOpened, onProblem }: UnlockProps): ReactNode {
  const t = useText();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [capsLock, setCapsLock] = useState(false);

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
          {busy ? t('welcome.unlock.opening') : ''}
        </span>
      </div>
      {!demonstration && (
        <details className={styles['forgot']}>
          <summary>{t('welcome.unlock.forgot')}</summary>
          <p>{t('welcome.unlock.forgotBody')}</p>
          <p className={styles['folder']}>{t('welcome.unlock.folder', { folder })}</p>
          <LinkButton onClick={() => void showFolder()}>
            {t('welcome.unlock.showFolder')}
          </LinkButton>
        </details>
      )}
    </form>
  );
}
