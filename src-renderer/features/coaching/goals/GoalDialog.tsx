import { useRef, type ReactNode } from 'react';
import type { CallInput, CallOutput } from '../../../../src-main/contract/contract.ts';
import { newDraftId } from '../../../../src-main/domain/draft.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { SaveStatus } from '../../../ui/SaveStatus.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useAutosave, type AutosaveForm } from '../../../ui/useAutosave.ts';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { keepDraft, readDraft } from '../../../state/keptDraft.ts';
import styles from './Goal.module.css';
import { freshGoal, GAS_VALUES, goalProblem, GoalValues, valuesOfGoal } from './goalValues.ts';

type SavedGoal = CallOutput<'goal.save'>;

/** What the dialog edits. */
export type GoalTarget =
  | { readonly kind: 'new' }
  | { readonly kind: 'saved'; readonly goal: SavedGoal };

interface GoalDialogProps {
  readonly target: GoalTarget;
  readonly engagementId: string;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** The team's own entry in a list of people. */
const TEAM = 'team';

function goalForm(
  values: GoalValues,
  engagementId: string,
  saved: SavedGoal | null,
): CallInput<'goal.save'> {
  return {
    ...values,
    id: saved?.id ?? null,
    revision: saved?.revision ?? null,
    engagementId,
    gasLevels: values.scale === 'gas' ? values.gasLevels : null,
  };
}

/** A goal's form that saves by itself; a new goal is made once it has a title. */
function useGoalForm(
  { target, engagementId }: Pick<GoalDialogProps, 'target' | 'engagementId'>,
  kept: GoalValues | null,
): { readonly form: AutosaveForm<GoalValues>; readonly saved: () => SavedGoal | null } {
  const t = useText();
  const saved = useRef<SavedGoal | null>(target.kind === 'saved' ? target.goal : null);
  const form = useAutosave<GoalValues>({
    initial: kept ?? (target.kind === 'saved' ? valuesOfGoal(target.goal) : freshGoal()),
    initialIsDraft: kept !== null,
    check: (values) => {
      const problem = goalProblem(values);
      return problem === null ? null : t(`coaching.goal.problem.${problem}`);
    },
    commit: async (values) => {
      saved.current = await call('goal.save', goalForm(values, engagementId, saved.current));
    },
    keepDraft: (values) =>
      keepDraft(
        'coachingGoal',
        saved.current?.id ?? newDraftId(engagementId),
        saved.current?.revision ?? 0,
        values,
      ),
  });
  return { form, saved: () => saved.current };
}

function Levels({ form }: { readonly form: AutosaveForm<GoalValues> }): ReactNode {
  const t = useText();
  const { gasLevels } = form.values;
  return (
    <fieldset className={styles['levels']}>
      <legend className={styles['legend']}>{t('coaching.goal.levels')}</legend>
      {GAS_VALUES.map((value, index) => (
        <div key={value} className={styles['level']}>
          <span className={styles['value']} aria-hidden="true">
            {value > 0 ? `+${value}` : String(value).replace('-', '−')}
          </span>
          <TextField
            label={t(`coaching.goal.level.${value}`)}
            hideLabel
            placeholder={t(`coaching.goal.level.${value}`)}
            value={gasLevels[index] ?? ''}
            onChange={(words) =>
              form.set(
                'gasLevels',
                gasLevels.map((level, at) => (at === index ? words : level)),
              )
            }
            onBlur={() => void form.flush()}
          />
        </div>
      ))}
    </fieldset>
  );
}

function GoalFields({
  form,
  members,
}: { readonly form: AutosaveForm<GoalValues> } & Pick<GoalDialogProps, 'members'>): ReactNode {
  const t = useText();
  const { values } = form;
  return (
    <div className={styles['fields']}>
      <TextField
        label={t('coaching.goal.what')}
        placeholder={t('coaching.goal.whatHint')}
        autoFocus
        {...form.field('title')}
      />
      <div className={styles['pair']}>
        <SelectField
          label={t('coaching.goal.whose')}
          options={[
            { value: TEAM, label: t('coaching.goal.team') },
            ...members.map((person) => ({ value: person.id, label: person.name })),
          ]}
          value={values.ownerParticipantId ?? TEAM}
          onChange={(owner) => form.set('ownerParticipantId', owner === TEAM ? null : owner)}
        />
        <DateField label={t('coaching.goal.dueOn')} {...form.field('dueOn')} />
      </div>
      <TextField label={t('coaching.goal.measure')} {...form.field('measure')} />
      <TextAreaField label={t('coaching.goal.sense')} {...form.field('sense')} />
      <ChoiceField
        label={t('coaching.goal.scale')}
        hint={t(`coaching.goal.scaleHint.${values.scale}`)}
        options={[
          { value: '0-10', label: t('coaching.goal.scaleName.0-10') },
          { value: 'gas', label: t('coaching.goal.scaleName.gas') },
        ]}
        value={values.scale}
        onChange={(scale) => form.set('scale', scale ?? '0-10')}
      />
      {values.scale === 'gas' && <Levels form={form} />}
      <ChoiceField
        label={t('coaching.goal.stateLabel')}
        options={[
          { value: 'open', label: t('coaching.goal.state.open') },
          { value: 'reached', label: t('coaching.goal.state.reached') },
          { value: 'dropped', label: t('coaching.goal.state.dropped') },
        ]}
        value={values.state}
        onChange={(state) => form.set('state', state ?? 'open')}
      />
    </div>
  );
}

function GoalForm(props: GoalDialogProps & { readonly kept: GoalValues | null }): ReactNode {
  const t = useText();
  const { target, members, onClose } = props;
  const { form, saved } = useGoalForm(props, props.kept);
  const remove = async (): Promise<void> => {
    const goal = saved();
    if (goal === null) return;
    try {
      await form.flush();
      await call('bin.remove', { entity: 'coachingGoal', id: goal.id });
      onClose();
      notifyWithUndo(t('coaching.goal.removed'), async () => {
        await call('bin.restore', { entity: 'coachingGoal', id: goal.id });
      });
    } catch (error) {
      reportFailure(error);
    }
  };
  const close = (): void => void form.flush().then(onClose);
  return (
    <Dialog
      open
      size="medium"
      title={target.kind === 'new' ? t('coaching.goal.add') : t('coaching.goal.edit')}
      onClose={close}
      actions={
        <>
          <span className={styles['status']}>
            <SaveStatus status={form.status} onRetry={() => void form.retry()} />
          </span>
          {target.kind === 'saved' && (
            <Button kind="quiet" onClick={() => void remove()}>
              {t('coaching.goal.remove')}
            </Button>
          )}
          <Button kind="primary" onClick={close}>
            {t('coaching.goal.done')}
          </Button>
        </>
      }
    >
      <GoalFields form={form} members={members} />
    </Dialog>
  );
}

/** Adds a goal, or changes one: what, whose, how one will know, by when, and how it is measured. */
export function GoalDialog(props: GoalDialogProps): ReactNode {
  const { target, engagementId } = props;
  const entityId = target.kind === 'saved' ? target.goal.id : newDraftId(engagementId);
  const draft = useLoaded(() => readDraft('coachingGoal', entityId, GoalValues), [entityId]);
  return (
    <LoadedView of={draft} loading={null}>
      {(found) => <GoalForm {...props} kept={found?.values ?? null} />}
    </LoadedView>
  );
}
