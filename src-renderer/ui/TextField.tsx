import { PasswordInput, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { fieldClassNames, inputProps, type FieldProps } from './field.ts';
import styles from './field.module.css';

export interface TextFieldProps extends FieldProps<string> {
  readonly placeholder?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | undefined;
  /** For passphrases: `new-password` or `current-password`. */
  readonly autoComplete?: string | undefined;
  readonly icon?: ReactNode;
  readonly onEnter?: (() => void) | undefined;
}

/** One line of text. */
export function TextField(props: TextFieldProps): ReactNode {
  const t = useText();
  const [visible, setVisible] = useState(false);
  const { type = 'text', placeholder = '', icon, onEnter, autoComplete = 'off' } = props;
  const shared = {
    ...inputProps(props),
    classNames: fieldClassNames,
    placeholder,
    autoComplete,
    leftSection: icon,
    value: props.value,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') onEnter?.();
    },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      props.onChange(event.currentTarget.value),
  };
  if (type !== 'password') return <TextInput type={type} {...shared} />;
  return (
    <PasswordInput
      {...shared}
      // Mantine tells it of a plain text field, but not of this one.
      aria-invalid={typeof props.error === 'string' ? true : undefined}
      classNames={{ ...fieldClassNames, input: `${fieldClassNames.input} ${styles['password']}` }}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{
        'aria-label': visible ? t('ui.field.hidePassword') : t('ui.field.showPassword'),
        tabIndex: 0,
      }}
    />
  );
}
