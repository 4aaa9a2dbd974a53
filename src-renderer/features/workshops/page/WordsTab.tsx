import { useEffect, useState, type ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { reportFailure } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { SaveStatus } from '../../../ui/SaveStatus.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useAutosave } from '../../../ui/useAutosave.ts';
import { Warning } from '../../../ui/Warning.tsx';
import { isChangedMeanwhile, useBase, type DraftParts, type WorkshopData } from './pageData.ts';
import styles from './words.module.css';

interface Words {
  readonly summary: string;
  readonly conclusions: string;
}

interface EditorProps {
  readonly data: WorkshopData;
  readonly drafts: DraftParts;
  /** Starts the form again from what is saved. */
  readonly onReread: () => void;
}

function printOf({ summary, conclusions }: Words): string {
  return JSON.stringify([summary, conclusions]);
}

function Editor({ data, drafts, onReread }: EditorProps): ReactNode {
  const t = useText();
  const { id, revision, summary, conclusions } = data.workshop;
  const [draft] = useState(() => drafts.current().words);
  const [outdated, setOutdated] = useState(false);
  const form = useAutosave<Words>({
    initial: draft ?? { summary, conclusions },
    initialIsDraft: draft !== null,
    commit: async (words) => {
      try {
        const saved = await call('workshop.describe', {
          id,
          revision: base.current.revision,
          ...words,
        });
        base.current = { revision: saved.revision, print: printOf(saved) };
        await drafts.committed('words', saved.revision);
      } catch (error) {
        setOutdated(isChangedMeanwhile(error));
        throw error;
      }
    },
    keepDraft: (words) => drafts.keep({ words }, base.current.revision),
  });
  const { status, reset } = form;
  const base = useBase(
    { revision, print: printOf({ summary, conclusions }) },
    () => status.kind === 'clean' || status.kind === 'saved',
  );
  useEffect(() => reset({ summary, conclusions }), [summary, conclusions, reset]);
  return (
    <div className={styles['tab']}>
      {outdated && (
        <Warning
          title={t('workshops.outdated.title')}
          action={<Button onClick={onReread}>{t('workshops.outdated.reread')}</Button>}
        >
          {t('workshops.outdated.body')}
        </Warning>
      )}
      <p className={styles['saved']}>
        <SaveStatus status={status} onRetry={() => void form.retry()} />
      </p>
      <TextAreaField
        label={t('workshops.words.summary')}
        hint={t('workshops.words.summaryHint')}
        minRows={7}
        maxRows={24}
        {...form.field('summary')}
      />
      <TextAreaField
        label={t('workshops.words.conclusions')}
        hint={t('workshops.words.conclusionsHint')}
        minRows={5}
        maxRows={24}
        {...form.field('conclusions')}
      />
    </div>
  );
}

export interface WordsTabProps {
  readonly data: WorkshopData;
  readonly drafts: DraftParts;
}

/** The trainer's words for the report, saved while they are written. */
export function WordsTab({ data, drafts }: WordsTabProps): ReactNode {
  const [generation, setGeneration] = useState(0);
  const reread = (): void => {
    drafts
      .drop('words', data.workshop.revision)
      .then(() => setGeneration((now) => now + 1), reportFailure);
  };
  return <Editor key={generation} data={data} drafts={drafts} onReread={reread} />;
}
