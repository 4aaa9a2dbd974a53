import { IconCalendarPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TimeField } from '../../../ui/TimeField.tsx';
import styles from './plan.module.css';
import { problemOfDay, withNextDay, type DayValues } from './planValues.ts';

interface DayRowProps {
  readonly day: DayValues;
  readonly number: number;
  readonly onChange: (day: DayValues) => void;
  readonly onRemove: (() => void) | null;
  readonly onLeave: () => void;
  /** Says what is missing, after an attempt to save. */
  readonly insist: boolean;
}

function DayRow({ day, number, onChange, onRemove, onLeave, insist }: DayRowProps): ReactNode {
  const t = useText();
  const first = number === 1;
  const problem = problemOfDay(day);
  const said = (name: string): string => (first ? name : t('workshops.days.of', { name, number }));
  return (
    <div className={styles['day']} role="group" aria-label={t('workshops.days.day', { number })}>
      <span className={styles['dayNumber']} aria-hidden="true">
        {number}
      </span>
      <DateField
        label={said(t('workshops.days.date'))}
        hideLabel={!first}
        error={insist && problem === 'date' ? t('workshops.problem.date') : null}
        value={day.date}
        onChange={(date) => onChange({ ...day, date })}
        onBlur={onLeave}
      />
      <TimeField
        label={said(t('workshops.days.start'))}
        hideLabel={!first}
        error={insist && problem === 'hours' ? t('workshops.problem.hours') : null}
        value={day.start}
        onChange={(start) => onChange({ ...day, start })}
        onBlur={onLeave}
      />
      <TimeField
        label={said(t('workshops.days.end'))}
        hideLabel={!first}
        error={problem === 'endBeforeStart' ? t('workshops.problem.endBeforeStart') : null}
        value={day.end}
        onChange={(end) => onChange({ ...day, end })}
        onBlur={onLeave}
      />
      <ChoiceField
        label={said(t('workshops.days.value'))}
        hideLabel={!first}
        options={[
          { value: 'whole', label: t('workshops.days.whole') },
          { value: 'half', label: t('workshops.days.half') },
        ]}
        value={day.half ? 'half' : 'whole'}
        onChange={(value) => onChange({ ...day, half: value === 'half' })}
        onBlur={onLeave}
      />
      <span className={styles['dayEnd']}>
        {onRemove !== null && (
          <IconButton
            label={t('workshops.days.remove', { number })}
            icon={<IconX />}
            onClick={onRemove}
          />
        )}
      </span>
    </div>
  );
}

export interface DaysEditorProps {
  readonly days: readonly DayValues[];
  readonly onChange: (days: readonly DayValues[]) => void;
  readonly onLeave: () => void;
  readonly insist: boolean;
}

/** The training days of a workshop: dates, hours and whole or half; another day keeps the hours. */
export function DaysEditor({ days, onChange, onLeave, insist }: DaysEditorProps): ReactNode {
  const t = useText();
  return (
    <div className={styles['days']}>
      {days.map((day, index) => (
        <DayRow
          key={day.key}
          day={day}
          number={index + 1}
          insist={insist}
          onLeave={onLeave}
          onChange={(next) => onChange(days.map((one) => (one.key === day.key ? next : one)))}
          onRemove={
            days.length > 1 ? () => onChange(days.filter((one) => one.key !== day.key)) : null
          }
        />
      ))}
      <div>
        <Button
          kind="quiet"
          icon={<IconCalendarPlus />}
          onClick={() => onChange(withNextDay(days))}
        >
          {t('workshops.days.add')}
        </Button>
      </div>
    </div>
  );
}
