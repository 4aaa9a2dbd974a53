import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { fieldClassNames, inputProps, type FieldProps } from './field.ts';
import { formatMoney } from './format.ts';
import { parseMoney } from './parse.ts';
import { useTypedValue } from './useTypedValue.ts';

/** An amount of money in grosze (whole number); asks when what was typed can be read in two ways. */
export function MoneyField(props: FieldProps<number | null>): ReactNode {
  const t = useText();
  const { typed, problem, onType, read } = useTypedValue(
    props.value,
    props.onChange,
    formatMoney,
    parseMoney,
  );
  return (
    <TextInput
      {...inputProps({
        ...props,
        error: problem === null ? props.error : t('ui.field.moneyUnclear'),
      })}
      classNames={fieldClassNames}
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') read();
      }}
      onBlur={() => {
        read();
        props.onBlur?.();
      }}
    />
  );
}
