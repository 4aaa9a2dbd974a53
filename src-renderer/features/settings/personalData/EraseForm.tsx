import { useRef, useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import type { SubjectRef } from '../../../../src-main/contract/personalDataCalls.ts';
import { call } from '../../../bridge/bridge.ts';
import { describeFailure } from '../../../i18n/failures.ts';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useMistakeFocus } from '../../../ui/useMistakeFocus.ts';
import { Warning } from '../../../ui/Warning.tsx';
import { failedWith } from '../safety/attempt.ts';
import { eraseProblem, type EraseProblem } from './eraseProblem.ts';
import styles from './personalData.module.css';

const FORM = 'erase-person';

export interface EraseFormProps {
  readonly subject: SubjectRef;
  readonly name: string;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onErased: (erasure: CallOutput<'erasure.run'>) => void;
}

/** The reason and the name in the person's own typing: only then somebody is erased. */
export function EraseForm(props: EraseFormProps): ReactNode {
  const { subject, name, onBack, onClose, onErased } = props;
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const focusMistake = useMistakeFocus(form);
  const [values, setValues] = useState({ reason: '', typedName: '' });
  const [problem, setProblem] = useState<EraseProblem | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<typeof values>): void => {
    setValues({ ...values, ...part });
    setProblem(null);
    setFailure(null);
  };
  const erase = async (): Promise<void> => {
    if (busy) return;
    const found = eraseProblem(values, name);
    setProblem(found);
    if (found !== null) {
      focusMistake();
      return;
    }
    setBusy(true);
    try {
      onErased(await call('erasure.run', { subject, ...values }));
    } catch (error) {
      if (failedWith(error, 'name-mismatch')) setProblem('mismatch');
      else setFailure(describeFailure(error));
      setBusy(false);
      focusMistake();
    }
  };
  const close = (): void => {
    if (!busy) onClose();
  };
  return (
    <Dialog
      title={t('personalData.erase.title', { name })}
      open
      size="medium"
      onClose={close}
      actions={
        <>
          <Button disabled={busy} onClick={onBack}>
            {t('personalData.erase.back')}
          </Button>
          <Button kind="danger" type="submit" form={FORM} busy={busy}>
            {t('personalData.erase.run')}
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
          void erase();
        }}
      >
        <p className={styles['quiet']}>{t('personalData.erase.step', { step: 2 })}</p>
        <Warning tone="danger" title={t('personalData.erase.final')} />
        <TextField
          label={t('personalData.erase.reason')}
          hint={t('personalData.erase.reasonHint')}
          error={problem === 'reason' ? t('personalData.erase.reasonMissing') : null}
          autoFocus
          value={values.reason}
          onChange={(reason) => change({ reason })}
        />
        <TextField
          label={t('personalData.erase.typed', { name })}
          error={problem === 'mismatch' ? t('personalData.erase.mismatch', { name }) : null}
          value={values.typedName}
          onChange={(typedName) => change({ typedName })}
        />
        {failure !== null && (
          <p role="alert" className={styles['error']}>
            {failure}
          </p>
        )}
        <p role="status" className={styles['quiet']}>
          {busy ? t('personalData.erase.running') : ''}
        </p>
      </form>
    </Dialog>
  );
}
