import { IconFileExport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type {
  ReleasableNote,
  SubjectRef,
} from '../../../../src-main/contract/personalDataCalls.ts';
import { call } from '../../../bridge/bridge.ts';
import { describeFailure } from '../../../i18n/failures.ts';
import { useText } from '../../../i18n/text.ts';
import { useWorkspaceGate } from '../../../state/workspaceGate.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { formatDate } from '../../../ui/format.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { Warning } from '../../../ui/Warning.tsx';
import { failedWith, useAttempt } from '../safety/attempt.ts';
import styles from './personalData.module.css';

const FORM = 'show-private-notes';

interface AskProps {
  /** A demonstration has no passphrase. */
  readonly needed: boolean;
  readonly subject: SubjectRef;
  readonly onShown: (notes: readonly ReleasableNote[], passphrase: string) => void;
}

/** Asks for the passphrase before any note is shown; its button stands below, in the dialog. */
function AskPassphrase({ needed, subject, onShown }: AskProps): ReactNode {
  const t = useText();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const show = async (): Promise<void> => {
    if (busy) return;
    if (needed && passphrase === '') {
      setProblem(t('personalData.notes.missing'));
      return;
    }
    setBusy(true);
    try {
      onShown(await call('subject.privateNotes', { subject, passphrase }), passphrase);
    } catch (error) {
      const wrong = failedWith(error, 'wrong-passphrase');
      setProblem(wrong ? t('personalData.notes.wrong') : describeFailure(error));
      setBusy(false);
    }
  };
  return (
    <form
      id={FORM}
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void show();
      }}
    >
      {needed && (
        <div className={styles['narrow']}>
          <TextField
            label={t('personalData.notes.passphrase')}
            type="password"
            autoComplete="current-password"
            autoFocus
            value={passphrase}
            onChange={(typed) => {
              setPassphrase(typed);
              setProblem(null);
            }}
          />
        </div>
      )}
      {problem !== null && (
        <p role="alert" className={styles['error']}>
          {problem}
        </p>
      )}
    </form>
  );
}

interface NoteProps {
  readonly note: ReleasableNote;
  readonly subject: SubjectRef;
  readonly passphrase: string;
}

/** One note with its own decision. */
function Note({ note, subject, passphrase }: NoteProps): ReactNode {
  const t = useText();
  const { busy, run } = useAttempt();
  const [path, setPath] = useState<string | null>(null);
  const release = (): Promise<void> =>
    run(async () => {
      const saved = await call('subject.releaseNote', { subject, noteId: note.id, passphrase });
      if (saved.outcome === 'saved') setPath(saved.path);
    });
  const heading = t('personalData.notes.of', {
    on: formatDate(note.sessionOn),
    process: note.processTitle,
  });
  return (
    <li className={styles['note']}>
      <h3>{heading}</h3>
      <p className={styles['noteBody']}>{note.body}</p>
      <div className={styles['noteEnd']}>
        <p role="status" className={styles['released']}>
          {path !== null && t('personalData.notes.released', { path })}
        </p>
        <Button icon={<IconFileExport />} busy={busy} onClick={() => void release()}>
          {t('personalData.notes.release')}
        </Button>
      </div>
    </li>
  );
}

export interface NotesDialogProps {
  readonly subject: SubjectRef;
  readonly name: string;
  readonly onClose: () => void;
}

/** The coach's private notes about somebody, released by hand, one by one (domain rule 4). */
export function NotesDialog({ subject, name, onClose }: NotesDialogProps): ReactNode {
  const t = useText();
  const gate = useWorkspaceGate();
  const needed = !(gate.kind === 'open' && gate.demonstration);
  const [opened, setOpened] = useState<{
    readonly notes: readonly ReleasableNote[];
    readonly passphrase: string;
  } | null>(null);
  return (
    <Dialog
      title={t('personalData.notes.title', { name })}
      open
      size="medium"
      onClose={onClose}
      actions={
        opened === null ? (
          <>
            <Button onClick={onClose}>{t('ui.dialog.cancel')}</Button>
            <Button kind="primary" type="submit" form={FORM} autoFocus={!needed}>
              {t('personalData.notes.show')}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{t('personalData.notes.close')}</Button>
        )
      }
    >
      <div className={styles['form']}>
        <p>{t('personalData.notes.lead')}</p>
        {opened === null ? (
          <AskPassphrase
            needed={needed}
            subject={subject}
            onShown={(notes, passphrase) => setOpened({ notes, passphrase })}
          />
        ) : opened.notes.length === 0 ? (
          <p className={styles['quiet']}>{t('personalData.notes.none')}</p>
        ) : (
          <>
            <Warning title={t('personalData.notes.clear')} />
            <ul className={styles['notes']}>
              {opened.notes.map((note) => (
                <Note key={note.id} note={note} subject={subject} passphrase={opened.passphrase} />
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}
