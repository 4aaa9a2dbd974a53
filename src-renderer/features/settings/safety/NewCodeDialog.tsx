import { useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { RecoveryCode } from '../../../shell/recovery/RecoveryCode.tsx';
import { notify } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import styles from './safety.module.css';

const FORM = 'new-recovery-code';

interface AskPassphraseProps {
  readonly replaces: boolean;
  readonly wrong: boolean;
  readonly onGiven: (passphrase: string) => void;
}

function AskPassphrase({ replaces, wrong, onGiven }: AskPassphraseProps): ReactNode {
  const t = useText();
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState(false);
  const missing = tried && passphrase === '';
  const toldWrong = wrong && !tried;
  const error = missing ? t('safety.keys.currentMissing') : toldWrong && t('safety.keys.wrong');
  return (
    <form
      id={FORM}
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (passphrase !== '') onGiven(passphrase);
      }}
    >
      <p>{replaces ? t('safety.keys.replaces') : t('safety.keys.first')}</p>
      <div className={styles['narrow']}>
        <TextField
          label={t('safety.keys.current')}
          type="password"
          autoComplete="current-password"
          autoFocus
          error={error}
          value={passphrase}
          onChange={(typed) => {
            setPassphrase(typed);
            setTried(true);
          }}
        />
      </div>
    </form>
  );
}

export interface NewCodeDialogProps {
  /** There is a code already, which works until the new one was retyped. */
  readonly replaces: boolean;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** A new recovery code: the passphrase first, then the code, kept and partly retyped. */
export function NewCodeDialog({ replaces, onClose, onChanged }: NewCodeDialogProps): ReactNode {
  const t = useText();
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  return (
    <Dialog
      title={t('recovery.title')}
      open
      onClose={onClose}
      size="medium"
      actions={
        passphrase === null ? (
          <>
            <Button onClick={onClose}>{t('ui.dialog.cancel')}</Button>
            <Button kind="primary" type="submit" form={FORM}>
              {t('safety.keys.makeCode')}
            </Button>
          </>
        ) : undefined
      }
    >
      {passphrase === null ? (
        <AskPassphrase
          replaces={replaces}
          wrong={wrong}
          onGiven={(given) => {
            setWrong(false);
            setPassphrase(given);
          }}
        />
      ) : (
        <RecoveryCode
          passphrase={passphrase}
          onDone={() => {
            notify(t('safety.keys.codeWorks'));
            onClose();
            onChanged();
          }}
          onWrongPassphrase={() => {
            setWrong(true);
            setPassphrase(null);
          }}
        />
      )}
    </Dialog>
  );
}
