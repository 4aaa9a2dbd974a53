import { IconFolderOpen, IconHistory } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { BackupList } from '../../shell/backups/BackupList.tsx';
import { backupKey, newestGood, type BackupRow } from '../../shell/backups/backupText.ts';
import type { RestoreSituation } from '../../shell/backups/restore.ts';
import { RestoreDialog } from '../../shell/backups/RestoreDialog.tsx';
import { reportFailure } from '../../state/notices.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { LoadedView } from '../../ui/LoadedView.tsx';
import { useLoaded } from '../../ui/useLoaded.ts';
import styles from './BackupOffer.module.css';

/** Backups in a folder the person pointed at. */
interface Elsewhere {
  readonly path: string;
  readonly backups: readonly BackupRow[];
}

interface OfferProps {
  readonly situation: RestoreSituation;
  readonly backups: readonly BackupRow[];
  /** The whole list from the start, not only the newest good one. */
  readonly whole: boolean;
  /** What else can be done, beside restoring. */
  readonly more: ReactNode;
}

function Offer({ situation, backups, whole, more }: OfferProps): ReactNode {
  const t = useText();
  const newest = newestGood(backups);
  const [all, setAll] = useState(whole || newest === null);
  const [chosen, setChosen] = useState<BackupRow | null>(newest);
  const [restoring, setRestoring] = useState<BackupRow | null>(null);
  const shown = all || newest === null ? backups : [newest];
  return (
    <>
      <BackupList
        label={t('welcome.backups.title')}
        backups={shown}
        selected={
          shown.find((row) => chosen !== null && backupKey(row) === backupKey(chosen)) ?? null
        }
        onSelect={setChosen}
        onOpen={setRestoring}
        restorable
      />
      {newest === null && <p className={styles['quiet']}>{t('welcome.backups.onlyDamaged')}</p>}
      {shown.length < backups.length && (
        <p>
          <LinkButton onClick={() => setAll(true)}>
            {t('welcome.backups.older', { count: backups.length - shown.length })}
          </LinkButton>
        </p>
      )}
      <div className={styles['action']}>
        <Button
          // Where the passphrase is lost, a backup of the same days hardly opens: nothing to press first.
          kind={situation === 'locked' ? 'plain' : 'primary'}
          icon={<IconHistory />}
          disabled={chosen === null}
          onClick={() => setRestoring(chosen)}
        >
          {t('welcome.backups.restore')}
        </Button>
        {more}
      </div>
      {restoring !== null && (
        <RestoreDialog
          backup={restoring}
          situation={situation}
          onClose={() => setRestoring(null)}
        />
      )}
    </>
  );
}

export interface BackupOfferProps {
  /** What a restored backup is put in place of. */
  readonly situation: RestoreSituation;
}

/** The newest good backup with its contents, older ones on request, and those that lie in another folder. */
export function BackupOffer({ situation }: BackupOfferProps): ReactNode {
  const t = useText();
  const here = useLoaded(() => call('backup.list', {}), []);
  const [elsewhere, setElsewhere] = useState<Elsewhere | null>(null);

  const choose = async (): Promise<void> => {
    try {
      const answer = await call('restore.chooseFolder', {});
      if (answer.outcome === 'chosen') setElsewhere(answer);
    } catch (error) {
      reportFailure(error, choose);
    }
  };
  const folders = (kind: 'primary' | 'quiet'): ReactNode => (
    <>
      <Button kind={kind} icon={<IconFolderOpen />} onClick={() => void choose()}>
        {elsewhere === null ? t('welcome.backups.elsewhere') : t('welcome.backups.otherFolder')}
      </Button>
      {elsewhere !== null && here.kind === 'ready' && here.data.length > 0 && (
        <Button kind="quiet" onClick={() => setElsewhere(null)}>
          {t('welcome.backups.backHere')}
        </Button>
      )}
    </>
  );
  const nothing = (words: string): ReactNode => (
    <>
      <p className={styles['quiet']}>{words}</p>
      <div className={styles['action']}>{folders('primary')}</div>
    </>
  );
  const fromFolder = ({ path, backups }: Elsewhere): ReactNode =>
    backups.length === 0 ? (
      nothing(t('welcome.backups.noneInFolder', { path }))
    ) : (
      <>
        <p className={styles['quiet']}>{t('welcome.backups.inFolder', { path })}</p>
        <Offer key={path} situation={situation} backups={backups} whole more={folders('quiet')} />
      </>
    );

  return (
    <section className={styles['offer']} aria-label={t('welcome.backups.title')}>
      <h2 className={styles['heading']}>{t('welcome.backups.title')}</h2>
      {elsewhere === null ? (
        <LoadedView of={here} failedTitle={t('welcome.backups.failed')}>
          {(backups) =>
            backups.length === 0 ? (
              nothing(t('welcome.backups.none'))
            ) : (
              <Offer
                situation={situation}
                backups={backups}
                whole={false}
                more={folders('quiet')}
              />
            )
          }
        </LoadedView>
      ) : (
        fromFolder(elsewhere)
      )}
    </section>
  );
}
