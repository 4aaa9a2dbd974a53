import { useRef, useState, type ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { describeFailure } from '../../../i18n/failures.ts';
import { useText } from '../../../i18n/text.ts';
import { NewPassphraseFields } from '../../../shell/recovery/NewPassphraseFields.tsx';
import { passphraseProblem } from '../../../shell/recovery/passphrase.ts';
import { notify } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useMistakeFocus } from '../../../ui/useMistakeFocus.ts';
import { failedWith } from './attempt.ts';
import styles from './safety.module.css';

const EMPTY = { passphrase: '', again: '' };
const FORM = 'change-passphrase';

export interface ChangePassphraseDialogProps {
  readonly onClose: () => void;
}

/** A new passphrase: the present one first, then the new one twice. Nothing is encrypted anew. */
export function ChangePassphraseDialog({ onClose }: ChangePassphraseDialogProps): ReactNode {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const focusMistake = useMistakeFocus(form);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [currentError, setCurrentError] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const problem = passphraseProblem(next);

  const change = async (): Promise<void> => {
    setTried(true);
    setFailure(null);
    if (current === '') setCurrentError(t('safety.keys.currentMissing'));
    if (busy) return;
    if (current === '' || problem !== null) {
      focusMistake();
      return;
    }
    setBusy(true);
    try {
      await call('passphrase.change', { current, next: next.passphrase });
      notify(t('safety.keys.changed'));
      onClose();
    } catch (error) {
      if (failedWith(error, 'wrong-passphrase')) setCurrentError(t('safety.keys.wrong'));
      else setFailure(describeFailure(error));
      setBusy(false);
      focusMistake();
    }
  };

  return (
    <Dialog
      title={t('safety.keys.changeTitle')}
      open
      onClose={onClose}
      size="medium"
      actions={
        <>
          <Button onClick={onClose}>{t('ui.dialog.cancel')}</Button>
          <Button kind="primary" type="submit" form={FORM} busy={busy}>
            {t('safety.keys.changeNow')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={FORM}
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <div className={styles['narrow']}>
          <TextField
            label={t('safety.keys.current')}
            type="password"
            autoComplete="current-password"
            autoFocus
            error={currentError}
            value={current}
            onChange={(typed) => {
              setCurrent(typed);
              setCurrentError(null);
            }}
          />
        </div>
        <NewPassphraseFields
          value={next}
          problem={tried ? problem : null}
          renewed
          onChange={(part) => setNext({ ...next, ...part })}
        />
        {failure !== null && (
          <p role="alert" className={styles['error']}>
            {failure}
          </p>
        )}
        <p className={styles['quiet']}>{t('safety.keys.changeHint')}</p>
      </form>
    </Dialog>
  );
}
