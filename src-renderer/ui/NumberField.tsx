import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { fieldClassNames, inputProps, type FieldProps } from './field.ts';

export interface NumberFieldProps extends FieldProps<number | null> {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  /** Digits after the comma. */
  readonly decimals?: number | undefined;
  readonly suffix?: string | undefined;
}

/** A number, written the Polish way; arrows change it. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { min, max, step = 1, decimals = 0, suffix, value, onChange } = props;
  return (
    <NumberInput
      {...inputProps(props)}
      classNames={fieldClassNames}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      {...(suffix === undefined ? {} : { suffix })}
      step={step}
      decimalScale={decimals}
      decimalSeparator=","
      allowedDecimalSeparators={[',', '.']}
      thousandSeparator=" "
      clampBehavior="blur"
      hideControls
    />
  );
}
