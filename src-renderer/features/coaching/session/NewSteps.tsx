import { IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { newDraftId } from '../../../../src-main/domain/draft.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { today } from '../../../ui/calendarDate.ts';
import { formatDateNear } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { keepDraft, readDraft, type KeptDraft } from '../../../state/keptDraft.ts';
import { useKeeping } from '../../../state/useKeeping.ts';
import { Part, SeenBy } from './Part.tsx';
import { StepLine } from './StepLine.tsx';
import styles from './Steps.module.css';
import type { SessionPageData } from './SessionView.tsx';
import { EMPTY_STEP, stepForm, valuesOfStep, whoOf, StepValues } from './stepValues.ts';

type Step = SessionPageData['steps'][number];

interface LineProps {
  readonly page: SessionPageData;
  readonly saved: Step | null;
  readonly initial: StepValues;
  readonly onSaved?: (() => void) | undefined;
}

/** A line that keeps its words until they are saved: an empty one for the next step, or a saved one. */
function Line({ page, saved, initial, onSaved }: LineProps): ReactNode {
  const t = useText();
  const { session, engagement, team } = page;
  const draftId = saved?.id ?? newDraftId(session.id);
  const form = useKeeping(initial, (values) =>
    keepDraft('actionStep', draftId, saved?.revision ?? 0, values),
  );
  const wholeTeam = t('coaching.step.wholeTeam');
  const save = async (): Promise<void> => {
    const { values } = form;
    await form.end();
    await call(
      'step.save',
      stepForm(
        values,
        whoOf(values.who, team, wholeTeam),
        { libraryId: engagement.libraryId, engagementId: engagement.id, sessionId: session.id },
        saved,
      ),
    );
    if (saved === null) form.reset(EMPTY_STEP);
    onSaved?.();
  };
  return (
    <StepLine
      values={form.values}
      onChange={form.patch}
      onSave={save}
      names={[...team.map((person) => person.name), wholeTeam]}
      saved={saved !== null}
      autoFocus={saved !== null}
    />
  );
}

function remove(step: Step, removed: string): void {
  call('bin.remove', { entity: 'actionStep', id: step.id }).then(
    () =>
      notifyWithUndo(removed, async () => {
        await call('bin.restore', { entity: 'actionStep', id: step.id });
      }),
    (error: unknown) => reportFailure(error),
  );
}

function Agreed({ step, onEdit }: { readonly step: Step; readonly onEdit: () => void }): ReactNode {
  const t = useText();
  const who = step.who === '' ? t('coaching.step.wholeTeam') : step.who;
  return (
    <div className={styles['agreed']}>
      <button type="button" className={styles['agreedWords']} onClick={onEdit}>
        <span className={styles['words']}>{step.what}</span>
        <br />
        <span className={styles['facts']}>
          {step.dueOn === null
            ? who
            : `${who} · ${t('coaching.step.until', { date: formatDateNear(step.dueOn, today()) })}`}
          {step.state !== 'open' && ` · ${t(`coaching.step.state.${step.state}`)}`}
        </span>
      </button>
      <IconButton
        small
        label={t('coaching.step.removeOne', { step: step.what })}
        icon={<IconTrash />}
        onClick={() => remove(step, t('coaching.step.removed'))}
      />
    </div>
  );
}

/** The saved step that is being changed, with the words kept from an earlier try if there were any. */
interface Editing {
  readonly id: string;
  readonly values: StepValues;
}

interface NewStepsProps {
  readonly page: SessionPageData;
  readonly kept: KeptDraft<StepValues> | null;
}

/** What was agreed today: who does what by when; Enter adds the next. */
export function NewSteps({ page, kept }: NewStepsProps): ReactNode {
  const t = useText();
  const [editing, setEditing] = useState<Editing | null>(null);
  const { steps } = page;
  const edit = async (step: Step): Promise<void> => {
    try {
      const draft = await readDraft('actionStep', step.id, StepValues);
      setEditing({ id: step.id, values: draft?.values ?? valuesOfStep(step) });
    } catch (error) {
      reportFailure(error);
    }
  };
  return (
    <Part
      title={t('coaching.step.newTitle')}
      count={steps.length}
      seenBy={<SeenBy agreement={page.agreement} field="steps" />}
    >
      <ul className={styles['list']}>
        {steps.map((step) => (
          <li key={step.id}>
            {editing?.id === step.id ? (
              <Line
                page={page}
                saved={step}
                initial={editing.values}
                onSaved={() => setEditing(null)}
              />
            ) : (
              <Agreed step={step} onEdit={() => void edit(step)} />
            )}
          </li>
        ))}
      </ul>
      <Line page={page} saved={null} initial={kept?.values ?? EMPTY_STEP} />
    </Part>
  );
}
