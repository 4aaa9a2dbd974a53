import { IconCopy, IconFolderOpen } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notify, reportFailure } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import styles from './safety.module.css';

/** The clipboard's call takes so many characters; of a longer log the newest lines. */
const MOST_COPIED = 100_000;

async function copy(words: string, done: string): Promise<void> {
  try {
    await call('clipboard.copy', { text: words.slice(-MOST_COPIED) });
    notify(done);
  } catch (error) {
    reportFailure(error, () => copy(words, done));
  }
}

async function showFile(): Promise<void> {
  try {
    await call('log.showInFolder', {});
  } catch (error) {
    reportFailure(error, showFile);
  }
}

export interface LogDialogProps {
  readonly onClose: () => void;
}

/** The application's diary as it lies on the disk, to be read before it is sent anywhere. */
export function LogDialog({ onClose }: LogDialogProps): ReactNode {
  const t = useText();
  const log = useLoaded(() => call('log.read', {}), []);
  const words = log.kind === 'ready' ? log.data.text : '';
  return (
    <Dialog
      title={t('safety.log.title')}
      open
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button icon={<IconFolderOpen />} onClick={() => void showFile()}>
            {t('safety.log.show')}
          </Button>
          <Button
            icon={<IconCopy />}
            disabled={words === ''}
            onClick={() => void copy(words, t('safety.log.copied'))}
          >
            {t('safety.log.copy')}
          </Button>
        </>
      }
    >
      <p className={styles['before']}>{t('safety.log.hint')}</p>
      <LoadedView of={log} failedTitle={t('safety.log.failed')}>
        {({ path, text }) => (
          <>
            {text === '' ? (
              <p className={styles['quiet']}>{t('safety.log.empty')}</p>
            ) : (
              // A long text that scrolls has to be reachable by keyboard; its newest lines are at the end.
              <pre
                ref={(box) => box?.scrollTo({ top: box.scrollHeight })}
                className={styles['log']}
                tabIndex={0}
                aria-label={t('safety.log.title')}
              >
                {text}
              </pre>
            )}
            <p className={styles['quiet']}>{t('safety.log.path', { path })}</p>
          </>
        )}
      </LoadedView>
    </Dialog>
  );
}
