import { TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { fieldClassNames, inputProps, type FieldProps } from './field.ts';
import { parseTime } from './parse.ts';
import { useTypedValue } from './useTypedValue.ts';

export interface TimeFieldProps extends FieldProps<string | null> {
  /** Minutes an arrow key moves by. */
  readonly step?: number | undefined;
}

const DAY_MINUTES = 24 * 60;

function moved(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  const total = (hours * 60 + rest + minutes + DAY_MINUTES) % DAY_MINUTES;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** A time `HH:mm`, typed as people write it ("9", "9.30", "930"); arrows move it by a quarter. */
export function TimeField(props: TimeFieldProps): ReactNode {
  const t = useText();
  const { value, onChange, step = 15 } = props;
  const { typed, problem, onType, read } = useTypedValue(
    value,
    onChange,
    (time) => time,
    parseTime,
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') read();
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    const parsed = parseTime(typed);
    if (parsed.kind !== 'value') return;
    event.preventDefault();
    const next = moved(parsed.value, event.key === 'ArrowUp' ? step : -step);
    onType(next);
    onChange(next);
  };
  return (
    <TextInput
      {...inputProps({
        ...props,
        error: problem === null ? props.error : t('ui.field.timeUnclear'),
      })}
      classNames={fieldClassNames}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('ui.field.timePlaceholder')}
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        read();
        props.onBlur?.();
      }}
    />
  );
}
