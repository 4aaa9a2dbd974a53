import { useMemo, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { countText } from '../../../ui/Count.tsx';
import { MultiSelectField } from '../../../ui/MultiSelectField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { DaysEditor } from './DaysEditor.tsx';
import styles from './plan.module.css';
import { planProblems, suggestedTitle, type PlanProblem, type PlanValues } from './planValues.ts';
import { libraryOptions, personOptions, plannedDays, type PlanChoices } from './usePlanChoices.ts';
import { VenueFields } from './VenueFields.tsx';

/** Stand for "none" in lists whose choices need a value. */
const NO_EDITION = 'none';
const NO_MODULE = 'none';

export interface PlanFormProps {
  readonly plan: PlanValues;
  readonly choices: PlanChoices;
  readonly onChange: (part: Partial<PlanValues>) => void;
  /** A field was left. */
  readonly onLeave: () => void;
  /** Says beside each field what is missing, after an attempt to save. */
  readonly insist?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** What a workshop is, for whom, who leads it, when and where; one form for a new and for a saved one. */
export function PlanForm(props: PlanFormProps): ReactNode {
  const t = useText();
  const { plan, choices, onChange, onLeave, insist = false } = props;
  const problems = planProblems(plan);
  const errorOf = (problem: PlanProblem): string | null =>
    insist && problems.includes(problem) ? t(`workshops.problem.${problem}`) : null;
  const libraries = useMemo(
    () => libraryOptions(choices.libraries, plan.editionId),
    [choices.libraries, plan.editionId],
  );
  const people = useMemo(() => personOptions(choices.persons), [choices.persons]);
  const perLibrary = plannedDays(choices.editions, plan.editionId, plan.moduleId);
  const hosts = choices.libraries.filter(({ id }) => plan.libraryIds.includes(id));

  return (
    <div className={styles['form']}>
      <Section title={t('workshops.form.what')}>
        <div className={styles['fields']}>
          <div className={styles['moduleAndEdition']}>
            <SelectField
              label={t('workshops.form.module')}
              autoFocus={props.autoFocus}
              searchable
              placeholder={t('workshops.form.modulePlaceholder')}
              hint={
                perLibrary === null
                  ? undefined
                  : t('workshops.form.moduleDays', { days: countText(perLibrary, 'day') })
              }
              options={[
                ...choices.modules.map(({ id, name }) => ({ value: id as string, label: name })),
                { value: NO_MODULE, label: t('workshops.form.noModule') },
              ]}
              value={plan.moduleId}
              onChange={(chosen) => {
                const moduleId = chosen === NO_MODULE ? null : chosen;
                onChange({
                  moduleId,
                  title: suggestedTitle(plan.title, choices.modules, moduleId),
                });
              }}
              onBlur={onLeave}
            />
            <SelectField
              label={t('workshops.form.edition')}
              options={[
                ...choices.editions.map(({ id, name }) => ({ value: id as string, label: name })),
                { value: NO_EDITION, label: t('workshops.form.noEdition') },
              ]}
              value={plan.editionId ?? NO_EDITION}
              onChange={(chosen) => onChange({ editionId: chosen === NO_EDITION ? null : chosen })}
              onBlur={onLeave}
            />
          </div>
          <TextField
            label={t('workshops.form.title')}
            error={errorOf('title')}
            value={plan.title}
            onChange={(title) => onChange({ title })}
            onBlur={onLeave}
          />
          <MultiSelectField
            label={t('workshops.form.libraries')}
            placeholder={t('workshops.form.librariesPlaceholder')}
            error={errorOf('libraries')}
            options={libraries}
            value={plan.libraryIds}
            onChange={(libraryIds) => onChange({ libraryIds })}
            onBlur={onLeave}
          />
        </div>
      </Section>
      <Section title={t('workshops.form.who')}>
        <div className={styles['pair']}>
          <SelectField
            label={t('workshops.form.lead')}
            hint={t('workshops.form.leadHint')}
            searchable
            error={errorOf('lead')}
            options={people}
            value={plan.leadTrainerId}
            onChange={(leadTrainerId) =>
              onChange({
                leadTrainerId,
                trainerIds: plan.trainerIds.filter((id) => id !== leadTrainerId),
              })
            }
            onBlur={onLeave}
          />
          <MultiSelectField
            label={t('workshops.form.others')}
            placeholder={t('workshops.form.othersPlaceholder')}
            options={people.filter(({ value }) => value !== plan.leadTrainerId)}
            value={plan.trainerIds}
            onChange={(trainerIds) => onChange({ trainerIds })}
            onBlur={onLeave}
          />
        </div>
      </Section>
      <Section title={t('workshops.form.when')}>
        <DaysEditor
          days={plan.days}
          insist={insist}
          onChange={(days) => onChange({ days })}
          onLeave={onLeave}
        />
        {problems.includes('sameDay') && (
          <p className={styles['error']} role="alert">
            {t('workshops.problem.sameDay')}
          </p>
        )}
      </Section>
      <Section title={t('workshops.form.where')}>
        <VenueFields
          venue={plan.venue}
          hosts={hosts}
          onChange={(venue) => onChange({ venue })}
          onLeave={onLeave}
        />
      </Section>
    </div>
  );
}
