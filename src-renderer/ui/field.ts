import type { ReactNode } from 'react';
import styles from './field.module.css';

/** What every field of the kit understands. */
export interface FieldProps<Value> {
  readonly label: ReactNode;
  /** Keeps the label for readers only; something else on the screen must say it. */
  readonly hideLabel?: boolean | undefined;
  readonly hint?: ReactNode;
  /** Why the value cannot stay, in words. */
  readonly error?: ReactNode;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly name?: string | undefined;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur?: (() => void) | undefined;
}

/** One choice of a select, with the value the code knows and the words people see. */
export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

function only(name: string): string {
  return styles[name] ?? '';
}

/** The looks shared by Mantine's inputs. */
export const fieldClassNames = {
  root: only('root'),
  label: only('label'),
  required: only('required'),
  description: only('hint'),
  error: only('error'),
  input: only('input'),
  section: only('section'),
};

/** The looks of drop-down lists. */
export const listClassNames = {
  dropdown: only('dropdown'),
  option: only('option'),
  empty: only('empty'),
};

/** The common props as Mantine's inputs name them. */
export function inputProps<Value>(props: FieldProps<Value>) {
  const { label, hideLabel = false, hint, error, required = false, disabled = false } = props;
  return {
    label,
    description: hint,
    error,
    disabled,
    required,
    withAsterisk: false,
    'data-autofocus': props.autoFocus === true ? true : undefined,
    autoFocus: props.autoFocus ?? false,
    name: props.name ?? '',
    onBlur: props.onBlur ?? (() => undefined),
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as Array<
      'label' | 'input' | 'description' | 'error'
    >,
    labelProps: hideLabel ? { className: 'visually-hidden' } : {},
  };
}
