import { useRef, type ReactNode } from 'react';
import { z } from 'zod';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { useStored } from '../../../state/useStored.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { SaveStatus } from '../../../ui/SaveStatus.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useAutosave } from '../../../ui/useAutosave.ts';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { keepDraft, readDraft } from '../../../state/keptDraft.ts';
import { PersonChips } from '../parts/PersonChips.tsx';
import { engagementForm } from './engagementForm.ts';
import styles from './Process.module.css';

type EngagementPage = CallOutput<'engagement.get'>;

const Values = z.object({
  title: z.string(),
  coachId: z.string(),
  participantIds: z.array(z.string()),
  startedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
});
type Values = z.infer<typeof Values>;

interface ProcessFormProps {
  readonly page: EngagementPage;
  readonly kept: Values | null;
  readonly onClose: () => void;
}

function ProcessForm({ page, kept, onClose }: ProcessFormProps): ReactNode {
  const t = useText();
  const { engagement, team } = page;
  const base = useRef(engagement);
  const persons = useStored('person.list', {});
  const coaches = (persons.kind === 'ready' ? persons.data : []).filter(
    (person) => person.roles.includes('coach') || person.id === engagement.coachId,
  );
  const form = useAutosave<Values>({
    initial: kept ?? Values.parse(engagement),
    initialIsDraft: kept !== null,
    check: (values) => {
      if (values.title.trim() === '') return t('coaching.create.problem.noTitle');
      if (values.participantIds.length === 0) return t('coaching.create.problem.noPeople');
      return values.startedOn === null ? t('coaching.create.problem.noStart') : null;
    },
    commit: async (values) => {
      const { startedOn } = values;
      if (startedOn === null) return;
      base.current = await call('engagement.save', {
        ...engagementForm(base.current),
        ...values,
        startedOn,
      });
    },
    keepDraft: (values) => keepDraft('engagement', engagement.id, base.current.revision, values),
  });
  return (
    <Dialog
      open
      size="medium"
      title={t('coaching.process.edit')}
      onClose={onClose}
      actions={
        <>
          <SaveStatus status={form.status} onRetry={() => void form.retry()} />
          <Button onClick={onClose}>{t('ui.dialog.close')}</Button>
        </>
      }
    >
      <div className={styles['editor']}>
        <TextField label={t('coaching.create.name')} {...form.field('title')} />
        <PersonChips
          label={t('coaching.create.people')}
          people={team}
          selected={form.values.participantIds}
          single={engagement.form === 'individual'}
          onChange={(participantIds) => form.set('participantIds', participantIds)}
        />
        <SelectField
          label={t('coaching.create.coach')}
          options={coaches.map((person) => ({ value: person.id, label: person.name }))}
          value={coaches.find((person) => person.id === form.values.coachId)?.id ?? null}
          onChange={(coachId) => coachId !== null && form.set('coachId', coachId)}
        />
        <div className={styles['pair']}>
          <DateField label={t('coaching.create.startedOn')} {...form.field('startedOn')} />
          <DateField label={t('coaching.process.endedOn')} {...form.field('endedOn')} />
        </div>
      </div>
    </Dialog>
  );
}

/** Changes the facts of a process. */
export function ProcessDialog({ page, onClose }: Omit<ProcessFormProps, 'kept'>): ReactNode {
  const draft = useLoaded(
    () => readDraft('engagement', page.engagement.id, Values),
    [page.engagement.id],
  );
  return (
    <LoadedView of={draft} loading={null}>
      {(found) => <ProcessForm page={page} kept={found?.values ?? null} onClose={onClose} />}
    </LoadedView>
  );
}
