import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import type { Grrow } from '../../../../src-main/domain/coachingSession.ts';
import { useText } from '../../../i18n/text.ts';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { AutosaveForm } from '../../../ui/useAutosave.ts';
import { Part, SeenBy } from './Part.tsx';
import styles from './Session.module.css';
import type { SessionPageData } from './SessionView.tsx';
import type { SessionValues } from './sessionValues.ts';

interface ReportWordsProps {
  readonly page: SessionPageData;
  readonly form: AutosaveForm<SessionValues>;
}

/** The prompts in the order of the conversation: Cel, Rzeczywistość, Zasoby, Opcje, Wola. */
const PROMPTS = [
  'goal',
  'reality',
  'resources',
  'options',
  'will',
] as const satisfies readonly (keyof Grrow)[];

function Prompts({ page, form }: ReportWordsProps): ReactNode {
  const t = useText();
  const id = useId();
  const { grrow } = form.values;
  const [open, setOpen] = useState(() => PROMPTS.some((prompt) => grrow[prompt] !== ''));
  return (
    <div className={styles['prompts']}>
      <div className={styles['promptsHead']}>
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? <IconChevronDown aria-hidden="true" /> : <IconChevronRight aria-hidden="true" />}
          {t('coaching.grrow.title')}
          <span className={styles['optional']}>{t('ui.field.optional')}</span>
        </button>
        <SeenBy agreement={page.agreement} field="grrow" />
      </div>
      <div id={id} className={styles['promptFields']} hidden={!open}>
        {open &&
          PROMPTS.map((prompt) => (
            <TextAreaField
              key={prompt}
              label={t(`coaching.grrow.name.${prompt}`)}
              placeholder={t(`coaching.grrow.question.${prompt}`)}
              minRows={1}
              value={grrow[prompt]}
              onChange={(words) => form.set('grrow', { ...grrow, [prompt]: words })}
              onBlur={() => void form.flush()}
            />
          ))}
      </div>
    </div>
  );
}

/** What is written for the report: the topic, the notes, and the prompts when one works with them. */
export function ReportWords({ page, form }: ReportWordsProps): ReactNode {
  const t = useText();
  return (
    <Part title={t('coaching.words.title')}>
      <div className={styles['words']}>
        <div className={styles['marked']}>
          <TextField
            label={t('coaching.words.topic')}
            placeholder={t('coaching.words.topicHint')}
            {...form.field('topic')}
          />
          <SeenBy agreement={page.agreement} field="topic" />
        </div>
        <div className={styles['marked']}>
          <TextAreaField
            label={t('coaching.words.notes')}
            placeholder={t('coaching.words.notesHint')}
            minRows={3}
            {...form.field('reportNotes')}
          />
          <SeenBy agreement={page.agreement} field="reportNotes" />
        </div>
        <Prompts page={page} form={form} />
      </div>
    </Part>
  );
}
