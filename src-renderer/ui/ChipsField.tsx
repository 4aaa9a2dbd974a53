import { TagsInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { fieldClassNames, inputProps, listClassNames, type FieldProps } from './field.ts';
import styles from './field.module.css';
import { filterOptions } from './options.ts';

export interface ChipsFieldProps extends FieldProps<readonly string[]> {
  /** Words offered while typing; any other word may be written too. */
  readonly suggestions?: readonly string[] | undefined;
  readonly placeholder?: string | undefined;
}

/** Free words as chips; Enter or a comma closes a word. */
export function ChipsField(props: ChipsFieldProps): ReactNode {
  const { suggestions = [], placeholder = '', value, onChange } = props;
  return (
    <TagsInput
      {...inputProps(props)}
      classNames={{
        ...fieldClassNames,
        ...listClassNames,
        pill: styles['pill'] ?? '',
        inputField: styles['pillInput'] ?? '',
      }}
      data={[...suggestions]}
      value={[...value]}
      onChange={onChange}
      splitChars={[',', ';']}
      acceptValueOnBlur
      placeholder={value.length === 0 ? placeholder : ''}
      filter={filterOptions}
      comboboxProps={{ offset: 4, transitionProps: { duration: 80 } }}
    />
  );
}
