import { IconArrowRight } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { call } from '../../bridge/bridge.ts';
import { describeFailure } from '../../i18n/failures.ts';
import { useText } from '../../i18n/text.ts';
import { NewPassphraseFields } from '../../shell/recovery/NewPassphraseFields.tsx';
import { holdWork, releaseWork } from '../../state/workspaceGate.ts';
import { Button } from '../../ui/Button.tsx';
import { useMistakeFocus } from '../../ui/useMistakeFocus.ts';
import { AboutMe } from './AboutMe.tsx';
import { FIRST_RUN, newWorkspaceOf, problemsOf, type FirstRunValues } from './newWorkspace.ts';
import { RecoveryStep } from './RecoveryStep.tsx';
import { RestoreStart } from './RestoreStart.tsx';
import { StartChoice } from './StartChoice.tsx';
import styles from './welcome.module.css';

export interface FirstRunProps {
  readonly folder: string;
  /** The workspace was made and is open, and its recovery code settled. */
  readonly onCreated: () => void;
  /** There is a backup to start from instead. */
  readonly onRestore: () => void;
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}

function Step({ number, title, children }: StepProps): ReactNode {
  return (
    <section className={styles['step']}>
      <h2 className={styles['stepTitle']}>
        <span className={styles['number']}>{number}</span>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** First run: what to start with, who works here, the passphrase that keeps it closed, and its recovery code. */
export function FirstRun({ folder, onCreated, onRestore }: FirstRunProps): ReactNode {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const focusMistake = useMistakeFocus(form);
  const [values, setValues] = useState(FIRST_RUN);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [made, setMade] = useState(false);
  const demonstration = values.start === 'demonstration';
  const problems = tried ? problemsOf(values) : {};
  const change = (part: Partial<FirstRunValues>): void => setValues({ ...values, ...part });

  const create = async (): Promise<void> => {
    setTried(true);
    setFailure(null);
    if (Object.keys(problemsOf(values)).length > 0) {
      focusMistake();
      return;
    }
    setBusy(true);
    // The window would show the work as soon as there is any; the recovery code comes first.
    if (!demonstration) holdWork();
    try {
      await call('workspace.create', newWorkspaceOf(values));
      if (demonstration) onCreated();
      else setMade(true);
    } catch (error) {
      releaseWork();
      setFailure(describeFailure(error));
    } finally {
      setBusy(false);
    }
  };
  const leave = (): void => {
    releaseWork();
    onCreated();
  };

  if (made) return <RecoveryStep passphrase={values.passphrase} onLeft={leave} />;

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void create();
      }}
    >
      <h1 className={styles['title']}>{t('welcome.first.title')}</h1>
      <p className={styles['subtitle']}>{t('welcome.first.subtitle')}</p>
      <Step number={1} title={t('welcome.first.start')}>
        <StartChoice value={values.start} onChange={(start) => change({ start })} />
        <RestoreStart onRestore={onRestore} />
      </Step>
      {demonstration ? (
        <p className={styles['note']}>{t('welcome.first.demonstrationNote')}</p>
      ) : (
        <>
          <Step number={2} title={t('welcome.first.me')}>
            <AboutMe values={values} problems={problems} onChange={change} />
          </Step>
          <Step number={3} title={t('welcome.first.passphrase')}>
            <NewPassphraseFields
              value={values}
              problem={problems.passphrase ?? null}
              onChange={change}
            />
          </Step>
        </>
      )}
      {failure !== null && (
        <p role="alert" className={styles['error']}>
          {failure}
        </p>
      )}
      <div className={styles['action']}>
        <Button kind="primary" type="submit" icon={<IconArrowRight />} busy={busy}>
          {demonstration ? t('welcome.first.openDemonstration') : t('welcome.first.create')}
        </Button>
        <span role="status" className={styles['quiet']}>
          {busy ? t('welcome.first.creating') : ''}
        </span>
      </div>
      <p className={styles['folder']}>{t('welcome.first.folder', { folder })}</p>
    </form>
  );
}
