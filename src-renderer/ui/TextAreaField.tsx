import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { fieldClassNames, inputProps, type FieldProps } from './field.ts';

export interface TextAreaFieldProps extends FieldProps<string> {
  readonly placeholder?: string | undefined;
  readonly minRows?: number | undefined;
  readonly maxRows?: number | undefined;
}

/** Several lines of text; grows with what is written. */
export function TextAreaField(props: TextAreaFieldProps): ReactNode {
  const { placeholder = '', minRows = 2, maxRows = 16 } = props;
  return (
    <Textarea
      {...inputProps(props)}
      classNames={fieldClassNames}
      placeholder={placeholder}
      autosize
      minRows={minRows}
      maxRows={maxRows}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
