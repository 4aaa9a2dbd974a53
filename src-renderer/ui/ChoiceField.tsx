import { useId, type ReactNode } from 'react';
import type { FieldProps, Option } from './field.ts';
import styles from './field.module.css';

export interface ChoiceFieldProps<Value extends string> extends Omit<
  FieldProps<Value | null>,
  'onChange'
> {
  /** A choice once made can be changed, and not taken back. */
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
  /** Narrow cells in the accent colour, for scores. */
  readonly tight?: boolean | undefined;
}

/** One of a few, all in sight: a row of radio buttons; arrows move the choice. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>): ReactNode {
  const {
    options,
    value,
    onChange,
    label,
    hideLabel = false,
    hint,
    error,
    disabled = false,
  } = props;
  const name = useId();
  const hintId = useId();
  return (
    <fieldset
      className={styles['fieldset']}
      disabled={disabled}
      aria-describedby={hintId}
      onBlur={props.onBlur}
    >
      <legend className={hideLabel ? 'visually-hidden' : styles['label']}>{label}</legend>
      <div className={styles['choices']} data-tight={props.tight || undefined}>
        {options.map((option) => (
          <label key={option.value} className={styles['choice']}>
            <input
              type="radio"
              name={props.name ?? name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      <div id={hintId}>
        {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
        {error !== undefined && error !== null && error !== false && (
          <p className={styles['error']}>{error}</p>
        )}
      </div>
    </fieldset>
  );
}
