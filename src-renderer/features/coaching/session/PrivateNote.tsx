import { IconLock } from '@tabler/icons-react';
import { useId, useRef, type ReactNode } from 'react';
import { z } from 'zod';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { call, CallFailure } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notify } from '../../../state/notices.ts';
import { SaveStatus } from '../../../ui/SaveStatus.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useAutosave } from '../../../ui/useAutosave.ts';
import { keepDraft, type KeptDraft } from '../../../state/keptDraft.ts';
import { joinNotes } from './joinNotes.ts';
import styles from './PrivateNote.module.css';

/** The private note as its form holds it. */
export const NoteValues = z.object({ body: z.string() });
export type NoteValues = z.infer<typeof NoteValues>;

interface PrivateNoteProps {
  readonly sessionId: string;
  readonly note: CallOutput<'privateNote.get'>;
  readonly kept: KeptDraft<NoteValues> | null;
}

/** The coach's own note: apart from everything else on the screen as it is in the store. */
export function PrivateNote({ sessionId, note, kept }: PrivateNoteProps): ReactNode {
  const t = useText();
  const id = useId();
  const saved = useRef(note);
  const form = useAutosave<NoteValues>({
    initial: kept?.values ?? { body: note?.body ?? '' },
    initialIsDraft: kept !== null,
    commit: async ({ body }) => {
      try {
        saved.current = await call('privateNote.save', {
          sessionId,
          revision: saved.current?.revision ?? null,
          body,
        });
      } catch (error) {
        const isBehind = error instanceof CallFailure && error.failure.code === 'changed-meanwhile';
        if (!isBehind) throw error;
        saved.current = await call('privateNote.get', { sessionId });
        form.set('body', joinNotes(body, saved.current?.body ?? ''));
        notify(t('coaching.note.changedMeanwhile'), 'info');
      }
    },
    keepDraft: (values) =>
      keepDraft('privateNote', sessionId, saved.current?.revision ?? 0, values),
  });
  return (
    <aside className={styles['panel']} aria-labelledby={id} data-part="">
      <div className={styles['head']}>
        <IconLock className={styles['lock']} aria-hidden="true" />
        <h2 id={id} className={styles['title']}>
          {t('coaching.note.title')}
        </h2>
      </div>
      <p className={styles['promise']}>{t('coaching.note.promise')}</p>
      <div className={styles['paper']}>
        <TextAreaField
          label={t('coaching.note.label')}
          hideLabel
          placeholder={t('coaching.note.hint')}
          minRows={16}
          maxRows={40}
          {...form.field('body')}
        />
      </div>
      <SaveStatus status={form.status} onRetry={() => void form.retry()} />
    </aside>
  );
}
