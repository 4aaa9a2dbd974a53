import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { TextField } from '../../ui/TextField.tsx';
import { CODE_LENGTH, lookAtCode, tidyCode } from './codeText.ts';
import styles from './recovery.module.css';

export interface RecoveryCodeFieldProps {
  readonly value: string;
  /** Why this code opens nothing. */
  readonly problem: string | null;
  readonly autoFocus?: boolean | undefined;
  readonly onChange: (value: string) => void;
  readonly onEnter?: (() => void) | undefined;
}

/** A recovery code from the sheet: in capitals or not, with whatever separators; says how much of it is there. */
export function RecoveryCodeField(props: RecoveryCodeFieldProps): ReactNode {
  const { value, problem, onChange, onEnter, autoFocus = true } = props;
  const t = useText();
  const { count, foreign } = lookAtCode(value);
  const hint = (): string => {
    if (count === 0) return t('recovery.field.hint');
    if (count > CODE_LENGTH) return t('recovery.field.tooLong', { total: CODE_LENGTH });
    if (count < CODE_LENGTH) return t('recovery.field.progress', { count, total: CODE_LENGTH });
    return t('recovery.field.complete');
  };
  return (
    <div className={styles['typed']}>
      <TextField
        label={t('recovery.field.label')}
        hint={<span role="status">{hint()}</span>}
        error={foreign === null ? problem : t('recovery.field.foreign', { symbol: foreign })}
        autoFocus={autoFocus}
        value={value}
        onChange={onChange}
        onBlur={() => {
          const tidy = tidyCode(value);
          if (tidy !== value) onChange(tidy);
        }}
        onEnter={onEnter}
      />
    </div>
  );
}
