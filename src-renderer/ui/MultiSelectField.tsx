import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import {
  fieldClassNames,
  inputProps,
  listClassNames,
  type FieldProps,
  type Option,
} from './field.ts';
import styles from './field.module.css';
import { filterOptions, toItems } from './options.ts';

export interface MultiSelectFieldProps<Value extends string> extends FieldProps<readonly Value[]> {
  readonly options: readonly Option<Value>[];
  readonly placeholder?: string | undefined;
  /** How many may be chosen. */
  readonly max?: number | undefined;
}

/** Several of a list, in the order they were chosen. */
export function MultiSelectField<Value extends string>(
  props: MultiSelectFieldProps<Value>,
): ReactNode {
  const t = useText();
  const { options, placeholder = '', max = Infinity, value, onChange } = props;
  const valueOf = (chosen: string): Value[] =>
    options.filter((option) => option.value === chosen).map((option) => option.value);
  return (
    <MultiSelect
      {...inputProps(props)}
      classNames={{
        ...fieldClassNames,
        ...listClassNames,
        pill: styles['pill'] ?? '',
        inputField: styles['pillInput'] ?? '',
      }}
      data={toItems(options)}
      value={[...value]}
      onChange={(chosen) => onChange(chosen.flatMap(valueOf))}
      searchable
      hidePickedOptions
      maxValues={max}
      placeholder={value.length === 0 ? placeholder : ''}
      nothingFoundMessage={t('ui.field.nothingFound')}
      filter={filterOptions}
      maxDropdownHeight={280}
      comboboxProps={{ offset: 4, transitionProps: { duration: 80 } }}
    />
  );
}
