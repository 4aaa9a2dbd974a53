import { Checkbox, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldProps } from './field.ts';

export interface CheckFieldProps extends FieldProps<boolean> {
  /** A box is for an agreement or a list, a switch for what takes effect at once. */
  readonly kind?: 'box' | 'switch' | undefined;
}

/** Yes or no, with its words beside it. */
export function CheckField(props: CheckFieldProps): ReactNode {
  const { kind = 'box', value, onChange, label, hint, error, disabled = false, onBlur } = props;
  const shared = {
    label,
    description: hint,
    error,
    disabled,
    name: props.name ?? '',
    autoFocus: props.autoFocus ?? false,
    checked: value,
    onBlur: onBlur ?? (() => undefined),
    onChange: (event: { readonly currentTarget: { readonly checked: boolean } }) =>
      onChange(event.currentTarget.checked),
    ...(props.hideLabel === true && typeof label === 'string'
      ? { 'aria-label': label, label: undefined }
      : {}),
  };
  return kind === 'switch' ? (
    <Switch {...shared} size="sm" withThumbIndicator={false} />
  ) : (
    <Checkbox {...shared} size="sm" />
  );
}
