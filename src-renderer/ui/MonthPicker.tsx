import { DatePicker, DatesProvider } from '@mantine/dates';
import type { ReactNode } from 'react';
import 'dayjs/locale/pl';
import '@mantine/dates/styles.layer.css';
import { useText } from '../i18n/text.ts';
import { today } from './calendarDate.ts';
import { formatDate } from './format.ts';
import styles from './MonthPicker.module.css';

export interface MonthPickerProps {
  readonly value: string | null;
  readonly onPick: (date: string) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** A month to pick a day from: Polish, Monday first. Loaded lazily by {@link DateField}. */
export default function MonthPicker({ value, onPick, min, max }: MonthPickerProps): ReactNode {
  const t = useText();
  return (
    <DatesProvider settings={{ locale: 'pl', firstDayOfWeek: 1, weekendDays: [6, 0] }}>
      <DatePicker
        className={styles['picker'] ?? ''}
        classNames={{
          day: styles['day'] ?? '',
          weekday: styles['weekday'] ?? '',
          calendarHeaderLevel: styles['level'] ?? '',
          calendarHeaderControl: styles['control'] ?? '',
        }}
        value={value}
        onChange={(date) => {
          if (date !== null) onPick(date);
        }}
        defaultDate={value ?? today()}
        {...(min === undefined ? {} : { minDate: min })}
        {...(max === undefined ? {} : { maxDate: max })}
        highlightToday
        hideOutsideDates
        getDayAriaLabel={formatDate}
        getDayProps={(date) => (date === (value ?? today()) ? { 'data-autofocus': true } : {})}
        ariaLabels={{
          previousMonth: t('ui.field.previousMonth'),
          nextMonth: t('ui.field.nextMonth'),
          previousYear: t('ui.field.previousYear'),
          nextYear: t('ui.field.nextYear'),
          previousDecade: t('ui.field.previousDecade'),
          nextDecade: t('ui.field.nextDecade'),
        }}
      />
    </DatesProvider>
  );
}
