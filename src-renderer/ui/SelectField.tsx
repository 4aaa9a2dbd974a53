import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import {
  fieldClassNames,
  inputProps,
  listClassNames,
  type FieldProps,
  type Option,
} from './field.ts';
import { filterOptions, toItems } from './options.ts';

export interface SelectFieldProps<Value extends string> extends FieldProps<Value | null> {
  readonly options: readonly Option<Value>[];
  /** Typing narrows the list; `lapy` finds Łapy. */
  readonly searchable?: boolean | undefined;
  readonly clearable?: boolean | undefined;
  readonly placeholder?: string | undefined;
}

/** One of a list. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>): ReactNode {
  const t = useText();
  const { options, searchable = false, clearable = false, placeholder = '', onChange } = props;
  return (
    <Select
      {...inputProps(props)}
      classNames={{ ...fieldClassNames, ...listClassNames }}
      data={toItems(options)}
      value={props.value}
      onChange={(chosen) =>
        onChange(options.find((option) => option.value === chosen)?.value ?? null)
      }
      searchable={searchable}
      clearable={clearable}
      allowDeselect={false}
      placeholder={placeholder}
      nothingFoundMessage={t('ui.field.nothingFound')}
      filter={filterOptions}
      maxDropdownHeight={280}
      comboboxProps={{ offset: 4, transitionProps: { duration: 80 } }}
      clearButtonProps={{ 'aria-label': t('ui.field.clear') }}
      checkIconPosition="right"
    />
  );
}
