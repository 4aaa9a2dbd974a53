import { IconFolderOpen } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { reportFailure } from '../../state/notices.ts';
import { useCommand } from '../../state/palette.ts';
import { refreshGate, useWorkspaceGate } from '../../state/workspaceGate.ts';
import { Button } from '../../ui/Button.tsx';
import { Fact, Facts } from '../../ui/Facts.tsx';
import { Section } from '../../ui/Section.tsx';
import { useLoaded } from '../../ui/useLoaded.ts';
import styles from './settings.module.css';

async function showFolder(): Promise<void> {
  try {
    await call('workspace.showFolder', {});
  } catch (error) {
    reportFailure(error, showFolder);
  }
}

async function lock(): Promise<void> {
  try {
    await call('workspace.lock', {});
    await refreshGate();
  } catch (error) {
    reportFailure(error, lock);
  }
}

/** Where the data lies; closing it at once is a command here and a button in „Bezpieczeństwo”. */
export function DataSection(): ReactNode {
  const t = useText();
  const gate = useWorkspaceGate();
  const about = useLoaded(() => call('app.about', {}), []);
  const demonstration = gate.kind === 'open' && gate.demonstration;
  useCommand({ id: 'lock', label: t('safety.lock.now'), run: () => void lock() });
  return (
    <Section title={t('settings.data.title')}>
      <p className={styles['lead']}>
        {demonstration ? t('settings.data.demonstration') : t('settings.data.encrypted')}
      </p>
      {about.kind === 'ready' && (
        <Facts>
          <Fact label={t('settings.data.folder')}>{about.data.folder}</Fact>
          <Fact label={t('settings.data.outgoing')}>
            {about.data.outgoingFolder}
            <span className={styles['factHint']}>{t('settings.data.outgoingHint')}</span>
          </Fact>
        </Facts>
      )}
      <div className={styles['actions']}>
        <Button icon={<IconFolderOpen />} onClick={() => void showFolder()}>
          {t('settings.data.show')}
        </Button>
      </div>
    </Section>
  );
}

/** What runs here, for whoever helps. */
export function AboutSection(): ReactNode {
  const t = useText();
  const about = useLoaded(() => call('app.about', {}), []);
  return (
    <Section title={t('settings.about.title')}>
      {about.kind === 'broken' && <p>{t('settings.about.failed')}</p>}
      {about.kind === 'ready' && (
        <Facts>
          <Fact label={t('settings.about.version')}>{about.data.version}</Fact>
          <Fact label={t('settings.about.runtime')}>
            {t('settings.about.runtimeValue', {
              electron: about.data.electron,
              chrome: about.data.chrome,
              node: about.data.node,
            })}
          </Fact>
        </Facts>
      )}
    </Section>
  );
}
