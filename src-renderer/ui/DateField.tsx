import { Popover, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState, type ComponentType, type ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { fieldClassNames, inputProps, type FieldProps } from './field.ts';
import { today } from './calendarDate.ts';
import { formatDateShort, formatWeekday } from './format.ts';
import { IconButton } from './IconButton.tsx';
import type { MonthPickerProps } from './MonthPicker.tsx';
import { parseDate } from './parse.ts';
import { useTypedValue } from './useTypedValue.ts';
import styles from './DateField.module.css';

export interface DateFieldProps extends FieldProps<string | null> {
  /** `YYYY-MM-DD` */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** A calendar day `YYYY-MM-DD`, typed as people write it ("12.3", "jutro", "pt") or picked in a calendar. */
export function DateField(props: DateFieldProps): ReactNode {
  const t = useText();
  const { value, onChange, min, max, disabled = false } = props;
  const [open, setOpen] = useState(false);
  const [Picker, setPicker] = useState<ComponentType<MonthPickerProps> | null>(null);
  const { typed, problem, onType, read } = useTypedValue(
    value,
    onChange,
    formatDateShort,
    (words) => parseDate(words, today()),
  );
  const problemText = {
    unclear: t('ui.field.dateUnclear'),
    missing: t('ui.field.dateMissing'),
  };
  // The month grid brings a date library along, so it is read when a calendar is first opened.
  const toggle = async (): Promise<void> => {
    const { default: loaded } = await import('./MonthPicker.tsx');
    setPicker(() => loaded);
    setOpen((now) => !now);
  };
  const pick = (date: string): void => {
    onChange(date);
    setOpen(false);
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      offset={4}
      trapFocus
      returnFocus
      // A text field is no button that expands; the calendar button beside it says so itself.
      withRoles={false}
    >
      <Popover.Target>
        <TextInput
          {...inputProps({
            ...props,
            error: problem === null ? props.error : problemText[problem],
          })}
          classNames={fieldClassNames}
          autoComplete="off"
          placeholder={t('ui.field.datePlaceholder')}
          value={typed}
          onChange={(event) => onType(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') read();
            if (event.key === 'ArrowDown' && event.altKey && !open) void toggle();
          }}
          onBlur={() => {
            read();
            props.onBlur?.();
          }}
          rightSectionWidth={value === null ? 32 : 64}
          rightSection={
            <span className={styles['end']}>
              {value !== null && typed === formatDateShort(value) && (
                <span className={styles['weekday']}>{formatWeekday(value, 'short')}</span>
              )}
              <IconButton
                small
                disabled={disabled}
                aria-expanded={open}
                aria-haspopup="dialog"
                label={t('ui.field.openCalendar')}
                icon={<IconCalendar />}
                onClick={() => void toggle()}
              />
            </span>
          }
        />
      </Popover.Target>
      <Popover.Dropdown>
        {Picker !== null && <Picker value={value} onPick={pick} min={min} max={max} />}
      </Popover.Dropdown>
    </Popover>
  );
}
