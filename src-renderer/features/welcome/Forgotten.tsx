import { IconArrowLeft, IconLockOpen } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import type { Failure } from '../../../src-main/contract/failure.ts';
import { call } from '../../bridge/bridge.ts';
import { describeFailure } from '../../i18n/failures.ts';
import { useText } from '../../i18n/text.ts';
import { isCodeComplete } from '../../shell/recovery/codeText.ts';
import { NewPassphraseFields } from '../../shell/recovery/NewPassphraseFields.tsx';
import { passphraseProblem } from '../../shell/recovery/passphrase.ts';
import { RecoveryCodeField } from '../../shell/recovery/RecoveryCodeField.tsx';
import { notify } from '../../state/notices.ts';
import { Button } from '../../ui/Button.tsx';
import { useMistakeFocus } from '../../ui/useMistakeFocus.ts';
import { BackupOffer } from './BackupOffer.tsx';
import { failureOf } from './failureOf.ts';
import { showFolder } from './showFolder.ts';
import { StepTitle } from './StepTitle.tsx';
import styles from './welcome.module.css';

export interface ForgottenProps {
  readonly folder: string;
  /** Whether a recovery code can open the workspace. */
  readonly recoverable: boolean;
  readonly onBack: () => void;
  readonly onOpened: () => void;
  /** It does not open, and no other code would help. */
  readonly onProblem: (failure: Failure) => void;
}

/** Failures that another try at the code may mend. */
const CODE_FAILURES: readonly string[] = [
  'no-recovery-code',
  'mistyped-recovery-code',
  'wrong-recovery-code',
];

type CodeFormProps = Pick<ForgottenProps, 'onOpened' | 'onProblem'>;

function CodeForm({ onOpened, onProblem }: CodeFormProps): ReactNode {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const focusMistake = useMistakeFocus(form);
  const [code, setCode] = useState('');
  const [codeProblem, setCodeProblem] = useState<string | null>(null);
  const [next, setNext] = useState({ passphrase: '', again: '' });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);

  const recover = async (): Promise<void> => {
    if (busy) return;
    setTried(true);
    if (!isCodeComplete(code)) setCodeProblem(t('errors.mistyped-recovery-code'));
    if (!isCodeComplete(code) || passphraseProblem(next) !== null) {
      focusMistake();
      return;
    }
    setBusy(true);
    try {
      await call('workspace.recover', { code, passphrase: next.passphrase });
      notify(t('welcome.forgotten.done'));
      onOpened();
    } catch (error) {
      setBusy(false);
      const failure = failureOf(error);
      if (!CODE_FAILURES.includes(failure.code)) {
        onProblem(failure);
        return;
      }
      setCodeProblem(describeFailure(error));
      focusMistake();
    }
  };

  return (
    <form
      ref={form}
      noValidate
      className={styles['fields']}
      onSubmit={(event) => {
        event.preventDefault();
        void recover();
      }}
    >
      <RecoveryCodeField
        value={code}
        problem={codeProblem}
        onChange={(typed) => {
          setCode(typed);
          setCodeProblem(null);
        }}
      />
      <NewPassphraseFields
        renewed
        value={next}
        problem={tried ? passphraseProblem(next) : null}
        onChange={(part) => setNext({ ...next, ...part })}
      />
      <div className={styles['action']}>
        <Button kind="primary" type="submit" icon={<IconLockOpen />} busy={busy}>
          {t('welcome.forgotten.open')}
        </Button>
        <span role="status" className={styles['quiet']}>
          {busy ? t('welcome.unlock.opening') : ''}
        </span>
      </div>
    </form>
  );
}

/** The passphrase is gone: the recovery code sets a new one; without a code, an older backup may open. */
export function Forgotten(props: ForgottenProps): ReactNode {
  const { folder, recoverable, onBack, onOpened, onProblem } = props;
  const t = useText();
  const [withoutCode, setWithoutCode] = useState(!recoverable);
  return (
    <div className={styles['page']}>
      <StepTitle>{t('welcome.forgotten.title')}</StepTitle>
      {withoutCode ? (
        <>
          <div className={styles['words']}>
            <p>{recoverable ? t('welcome.forgotten.codeLost') : t('welcome.forgotten.noCode')}</p>
            <p>{t('welcome.forgotten.keepTrying')}</p>
            <p>{t('welcome.forgotten.olderBackup')}</p>
          </div>
          <BackupOffer situation="locked" />
        </>
      ) : (
        <>
          <p className={styles['subtitle']}>{t('welcome.forgotten.subtitle')}</p>
          <CodeForm onOpened={onOpened} onProblem={onProblem} />
        </>
      )}
      <div className={styles['back']}>
        <Button kind="quiet" icon={<IconArrowLeft />} onClick={onBack}>
          {t('welcome.forgotten.back')}
        </Button>
        {recoverable && (
          <Button kind="quiet" onClick={() => setWithoutCode(!withoutCode)}>
            {withoutCode ? t('welcome.forgotten.haveCode') : t('welcome.forgotten.haveNoCode')}
          </Button>
        )}
        {withoutCode && (
          <Button kind="quiet" onClick={() => void showFolder()}>
            {t('welcome.problem.showFolder')}
          </Button>
        )}
      </div>
      {withoutCode && <p className={styles['folder']}>{t('welcome.problem.folder', { folder })}</p>}
    </div>
  );
}
