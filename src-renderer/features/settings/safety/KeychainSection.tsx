import { useState, type ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { describeFailure } from '../../../i18n/failures.ts';
import { useText } from '../../../i18n/text.ts';
import { notify } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckField } from '../../../ui/CheckField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { failedWith, useAttempt } from './attempt.ts';
import { Block } from './Block.tsx';
import styles from './safety.module.css';

const FORM = 'turn-keychain-on';

interface TurnOnProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The passphrase once more: whoever sits at the open window must not be able to open it for ever. */
function TurnOnDialog({ onClose, onDone }: TurnOnProps): ReactNode {
  const t = useText();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const turnOn = async (): Promise<void> => {
    if (busy) return;
    if (passphrase === '') {
      setProblem(t('safety.keychain.passphraseMissing'));
      return;
    }
    setBusy(true);
    try {
      await call('keychain.set', { on: true, passphrase });
      notify(t('safety.keychain.turnedOn'));
      onDone();
    } catch (error) {
      const wrong = failedWith(error, 'wrong-passphrase');
      setProblem(wrong ? t('safety.keychain.wrong') : describeFailure(error));
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={t('safety.keychain.turnOnTitle')}
      open
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>{t('ui.dialog.cancel')}</Button>
          <Button kind="primary" type="submit" form={FORM} busy={busy}>
            {t('safety.keychain.turnOn')}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void turnOn();
        }}
      >
        <p>{t('safety.keychain.meaning')}</p>
        <TextField
          label={t('safety.keychain.passphrase')}
          type="password"
          autoComplete="current-password"
          autoFocus
          error={problem}
          value={passphrase}
          onChange={(typed) => {
            setPassphrase(typed);
            setProblem(null);
          }}
        />
      </form>
    </Dialog>
  );
}

/** Opening without a passphrase on this computer, where its system keeps keys safely. */
export function KeychainSection(): ReactNode {
  const t = useText();
  const keychain = useLoaded(() => call('keychain.get', {}), []);
  const { run } = useAttempt();
  const [asking, setAsking] = useState(false);

  const turnOff = (): Promise<void> =>
    run(async () => {
      await call('keychain.set', { on: false });
      notify(t('safety.keychain.turnedOff'));
      keychain.reload();
    });

  return (
    <Block title={t('safety.keychain.title')} hint={t('safety.keychain.hint')}>
      <LoadedView of={keychain}>
        {({ available, on }) =>
          available || on ? (
            <CheckField
              kind="switch"
              label={t('safety.keychain.label')}
              hint={available ? undefined : t('safety.keychain.gone')}
              value={on}
              onChange={(wanted) => {
                if (wanted) setAsking(true);
                else void turnOff();
              }}
            />
          ) : (
            <p className={styles['quiet']}>{t('safety.keychain.unavailable')}</p>
          )
        }
      </LoadedView>
      {asking && (
        <TurnOnDialog
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            keychain.reload();
          }}
        />
      )}
    </Block>
  );
}
