import { IconDatabaseExport, IconFolderOpen, IconHistory, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { byText } from '../../../../src-main/domain/order.ts';
import { call } from '../../../bridge/bridge.ts';
import { textIfAny, useText } from '../../../i18n/text.ts';
import { BackupList } from '../../../shell/backups/BackupList.tsx';
import {
  backupKey,
  momentText,
  newestGood,
  type BackupRow,
} from '../../../shell/backups/backupText.ts';
import { RestoreDialog } from '../../../shell/backups/RestoreDialog.tsx';
import { confirm } from '../../../state/confirm.ts';
import { notify } from '../../../state/notices.ts';
import { useStored } from '../../../state/useStored.ts';
import { refreshGate } from '../../../state/workspaceGate.ts';
import { Button } from '../../../ui/Button.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { Warning } from '../../../ui/Warning.tsx';
import { useAttempt } from './attempt.ts';
import { Block } from './Block.tsx';
import type { SafetyView } from './guards.ts';
import styles from './safety.module.css';
import { UndoOtherDialog } from './UndoOtherDialog.tsx';

/** How many backups are shown before the person asks for all. */
const SHORT = 6;

interface ChoiceProps {
  readonly rows: readonly BackupRow[];
  readonly onChanged: () => void;
}

/** The list with what can be done to the chosen backup. */
function Choice({ rows, onChanged }: ChoiceProps): ReactNode {
  const t = useText();
  const { busy, run } = useAttempt();
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [restoring, setRestoring] = useState<BackupRow | null>(null);
  const shown = all ? rows : rows.slice(0, SHORT);
  const selected = shown.find((row) => backupKey(row) === chosen) ?? null;
  const kept = newestGood(rows.filter(({ place }) => place === selected?.place));

  const remove = async ({ place, id, createdAt }: BackupRow): Promise<void> => {
    const sure = await confirm({
      title: t('safety.copies.removeTitle'),
      body: t('safety.copies.removeBody', { when: momentText(createdAt) }),
      confirmLabel: t('safety.copies.remove'),
      tone: 'danger',
    });
    if (!sure) return;
    await run(async () => {
      await call('backup.remove', { place, id });
      onChanged();
    });
  };

  if (rows.length === 0) return <p className={styles['quiet']}>{t('safety.copies.none')}</p>;
  return (
    <>
      <BackupList
        label={t('safety.copies.title')}
        backups={shown}
        selected={selected}
        onSelect={(row) => setChosen(backupKey(row))}
        onOpen={setRestoring}
      />
      {shown.length < rows.length && (
        <p className={styles['more']}>
          <LinkButton onClick={() => setAll(true)}>
            {t('safety.copies.all', { count: rows.length })}
          </LinkButton>
        </p>
      )}
      <div className={styles['actions']}>
        <Button
          icon={<IconHistory />}
          disabled={selected === null || selected.state === 'damaged'}
          onClick={() => setRestoring(selected)}
        >
          {t('safety.copies.restore')}
        </Button>
        <Button
          kind="quiet"
          icon={<IconTrash />}
          busy={busy}
          disabled={selected === null || selected === kept}
          onClick={selected === null ? undefined : () => void remove(selected)}
        >
          {t('safety.copies.remove')}
        </Button>
        {selected === null && <span className={styles['quiet']}>{t('safety.copies.choose')}</span>}
        {selected !== null && selected === kept && (
          <span className={styles['quiet']}>{t('safety.copies.lastStays')}</span>
        )}
      </div>
      {restoring !== null && (
        <RestoreDialog
          backup={restoring}
          situation="open"
          onClose={() => setRestoring(null)}
          onRestored={onChanged}
        />
      )}
    </>
  );
}

interface UndoRestoreProps {
  readonly last: NonNullable<SafetyView['lastRestore']>;
}

/** The last restore, as long as it can be taken back. */
function UndoRestore({ last }: UndoRestoreProps): ReactNode {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const { busy, run } = useAttempt();
  const undo = async (): Promise<void> => {
    if (last.needsKey) {
      setAsking(true);
      return;
    }
    const sure = await confirm({
      title: t('safety.copies.undoTitle'),
      body: t('safety.copies.undoBody', { at: momentText(last.at) }),
      confirmLabel: t('safety.copies.undo'),
    });
    if (!sure) return;
    await run(async () => {
      await call('restore.undo', {});
      await refreshGate();
      notify(t('safety.copies.undone'));
    });
  };
  return (
    <Warning
      tone="info"
      title={t('safety.copies.restored', { from: momentText(last.from) })}
      action={
        <Button busy={busy} onClick={() => void undo()}>
          {t('safety.copies.undo')}
        </Button>
      }
    >
      {t('safety.copies.restoredBody', { at: momentText(last.at) })}
      {asking && <UndoOtherDialog at={last.at} onClose={() => setAsking(false)} />}
    </Warning>
  );
}

export interface BackupsBlockProps {
  /** Null where damage keeps it from being read: going back to a backup is wanted most then. */
  readonly view: SafetyView | null;
  readonly onChanged: () => void;
}

/** Backups: making one now, what there is, going back to one and taking that back. */
export function BackupsBlock({ view, onChanged }: BackupsBlockProps): ReactNode {
  const t = useText();
  const backups = useStored('backup.list', {});
  const { busy, run } = useAttempt();
  const reread = (): void => {
    backups.reload();
    onChanged();
  };
  const make = (): Promise<void> =>
    run(async () => {
      await call('backup.make', {});
      notify(t('safety.copies.made'));
      reread();
    });
  const show = (): Promise<void> =>
    run(async () => {
      await call('backup.showFolder', {});
    });
  return (
    <Block title={t('safety.copies.title')} hint={t('safety.copies.hint')}>
      {view !== null && view.backupProblem !== null && (
        <Warning tone="danger" title={t('safety.copies.problem')}>
          {textIfAny(`safety.copies.problems.${view.backupProblem}`) ??
            t('safety.copies.problems.unexpected')}
        </Warning>
      )}
      {view !== null && view.lastRestore !== null && <UndoRestore last={view.lastRestore} />}
      <div className={styles['actions']}>
        <Button icon={<IconDatabaseExport />} busy={busy} onClick={() => void make()}>
          {t('safety.copies.make')}
        </Button>
        <Button kind="quiet" icon={<IconFolderOpen />} onClick={() => void show()}>
          {t('safety.copies.show')}
        </Button>
      </div>
      <LoadedView of={backups} failedTitle={t('safety.copies.failed')}>
        {(rows) => (
          <Choice
            rows={rows.toSorted((one, other) => byText(other.createdAt, one.createdAt))}
            onChanged={reread}
          />
        )}
      </LoadedView>
    </Block>
  );
}
