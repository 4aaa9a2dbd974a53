import { IconArrowBackUp, IconArrowForwardUp, IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { deedOf, type RecordPast, type RecordPlace } from '../../state/historyText.ts';
import { closeHistory } from '../../state/openHistory.ts';
import { turnBack } from '../../state/turnBack.ts';
import { useStored } from '../../state/useStored.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadedView } from '../../ui/LoadedView.tsx';
import styles from './history.module.css';
import { HistorySteps } from './HistorySteps.tsx';
import { REDO_KEYS, UNDO_KEYS } from './keys.ts';

interface PartProps {
  readonly past: RecordPast;
  readonly place: RecordPlace;
}

function Turning({ past, place }: PartProps): ReactNode {
  const t = useText();
  const { undo, redo } = past;
  const lines = [
    undo === null ? t('history.noneLeft') : t('history.nextUndo', { what: deedOf(undo, place) }),
    redo === null ? null : t('history.nextRedo', { what: deedOf(redo, place) }),
  ].filter((line) => line !== null);
  return (
    <div className={styles['turning']}>
      <div className={styles['buttons']}>
        <Button
          icon={<IconArrowBackUp />}
          shortcut={UNDO_KEYS}
          disabled={undo === null}
          onClick={() => void turnBack('undo', place)}
        >
          {t('history.undo')}
        </Button>
        <Button
          kind="quiet"
          icon={<IconArrowForwardUp />}
          shortcut={REDO_KEYS}
          disabled={redo === null}
          onClick={() => void turnBack('redo', place)}
        >
          {t('history.redoShort')}
        </Button>
      </div>
      {lines.map((line) => (
        <p key={line} className={styles['next']}>
          {line}
        </p>
      ))}
    </div>
  );
}

function Past({ past, place }: PartProps): ReactNode {
  const t = useText();
  if (past.steps.length === 0) {
    return (
      <EmptyState title={t('history.emptyTitle')} icon={<IconHistory />}>
        {t('history.emptyBody')}
      </EmptyState>
    );
  }
  return (
    <>
      <Turning past={past} place={place} />
      <HistorySteps steps={past.steps} next={past.undo?.batch ?? null} place={place} />
      {past.more && <p className={styles['next']}>{t('history.older')}</p>}
    </>
  );
}

export interface HistoryDialogProps {
  readonly place: RecordPlace;
}

/** Everything that was saved about a record, newest first, and undo and redo of the last of it. */
export function HistoryDialog({ place }: HistoryDialogProps): ReactNode {
  const t = useText();
  const past = useStored('history.get', place, [place.entity, place.id]);
  return (
    <Dialog title={t('history.title')} open onClose={closeHistory} size="medium">
      <LoadedView of={past} failedTitle={t('history.failed')}>
        {(data) => <Past past={data} place={place} />}
      </LoadedView>
    </Dialog>
  );
}
