import { Autocomplete } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useRef, useState, type SubmitEvent, type ReactNode } from 'react';
import { describeFailure } from '../../../i18n/failures.ts';
import { useText } from '../../../i18n/text.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { fieldClassNames, inputProps, listClassNames } from '../../../ui/field.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { filterOptions } from '../../../ui/options.ts';
import { TextField } from '../../../ui/TextField.tsx';
import styles from './Steps.module.css';
import type { StepValues } from './stepValues.ts';

interface StepLineProps {
  readonly values: StepValues;
  readonly onChange: (part: Partial<StepValues>) => void;
  readonly onSave: () => Promise<void>;
  readonly names: readonly string[];
  readonly saved: boolean;
  readonly autoFocus?: boolean | undefined;
}

/** What, who, by when on one line; Enter saves it, and the line is ready for the next. */
export function StepLine(props: StepLineProps): ReactNode {
  const t = useText();
  const { values, onChange, onSave, names, saved, autoFocus = false } = props;
  const line = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (values.what.trim() === '') {
      setProblem(t('coaching.step.noWhat'));
      return;
    }
    try {
      await onSave();
      setProblem(null);
      line.current?.querySelector('input')?.focus();
    } catch (error) {
      setProblem(describeFailure(error));
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <form ref={line} onSubmit={submit}>
      <div className={styles['add']}>
        <TextField
          label={t('coaching.step.what')}
          placeholder={t('coaching.step.whatHint')}
          autoFocus={autoFocus}
          value={values.what}
          onChange={(what) => onChange({ what })}
        />
        <Autocomplete
          {...inputProps({
            label: t('coaching.step.who'),
            value: values.who,
            onChange: (who: string) => onChange({ who }),
          })}
          classNames={{ ...fieldClassNames, ...listClassNames }}
          data={[...names]}
          filter={filterOptions}
          placeholder={t('coaching.step.wholeTeam')}
          value={values.who}
          onChange={(who) => onChange({ who })}
          comboboxProps={{ offset: 4, transitionProps: { duration: 80 } }}
        />
        <DateField
          label={t('coaching.step.dueOn')}
          value={values.dueOn}
          onChange={(dueOn) => onChange({ dueOn })}
        />
        <IconButton
          label={saved ? t('coaching.step.keep') : t('coaching.step.add')}
          icon={saved ? <IconCheck /> : <IconPlus />}
          onClick={() => void save()}
        />
      </div>
      {/* Makes Enter in any of the three fields save the line. */}
      <button type="submit" hidden>
        {t('coaching.step.add')}
      </button>
      {problem !== null && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
