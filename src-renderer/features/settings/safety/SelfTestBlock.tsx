import { IconFileText, IconStethoscope } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { StatusPill } from '../../../ui/StatusPill.tsx';
import { useAttempt } from './attempt.ts';
import { Block } from './Block.tsx';
import { CHECK_TONES, checkText, troubles, type Check } from './checkText.ts';
import { LogDialog } from './LogDialog.tsx';
import styles from './safety.module.css';

function CheckLine({ check }: { readonly check: Check }): ReactNode {
  const t = useText();
  return (
    <li className={styles['check']}>
      <span className={styles['guardWords']}>
        <strong>{t(`safety.diagnostics.name.${check.key}`)}</strong>
        <span className={styles['quiet']}>{checkText(check)}</span>
      </span>
      <StatusPill tone={CHECK_TONES[check.state]}>
        {t(`safety.selfTest.state.${check.state}`)}
      </StatusPill>
    </li>
  );
}

/** The self-test and the log: for the day when something seems wrong. */
export function SelfTestBlock(): ReactNode {
  const t = useText();
  const { busy, run } = useAttempt();
  const [checks, setChecks] = useState<readonly Check[] | null>(null);
  const [log, setLog] = useState(false);
  const test = (): Promise<void> =>
    run(async () => {
      setChecks((await call('diagnostics.run', {})).checks);
    });
  const summary = (found: readonly Check[]): string =>
    troubles(found) === 0
      ? t('safety.selfTest.allGood')
      : t('safety.selfTest.troubles', { count: troubles(found) });
  return (
    <Block
      title={t('safety.selfTest.title')}
      hint={t('safety.selfTest.hint')}
      actions={
        <>
          <Button icon={<IconStethoscope />} busy={busy} onClick={() => void test()}>
            {checks === null ? t('safety.selfTest.run') : t('safety.selfTest.again')}
          </Button>
          <Button kind="quiet" icon={<IconFileText />} onClick={() => setLog(true)}>
            {t('safety.log.open')}
          </Button>
        </>
      }
    >
      <p role="status" className={styles['summary']}>
        {busy ? t('safety.selfTest.running') : checks !== null && summary(checks)}
      </p>
      {checks !== null && (
        <ul className={styles['guards']} aria-label={t('safety.selfTest.title')}>
          {checks.map((check) => (
            <CheckLine key={check.key} check={check} />
          ))}
        </ul>
      )}
      {log && <LogDialog onClose={() => setLog(false)} />}
    </Block>
  );
}
