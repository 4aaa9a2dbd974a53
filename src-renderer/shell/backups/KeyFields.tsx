import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { RecoveryCodeField } from '../recovery/RecoveryCodeField.tsx';
import styles from './RestoreDialog.module.css';
import type { TypedKey } from './typedKey.ts';

export interface KeyFieldsProps {
  readonly value: TypedKey;
  /** Why this key does not open the copy. */
  readonly problem: string | null;
  readonly onChange: (value: TypedKey) => void;
  readonly onEnter: () => void;
}

/** Passphrase or recovery code of a backup. */
export function KeyFields({ value, problem, onChange, onEnter }: KeyFieldsProps): ReactNode {
  const t = useText();
  return (
    <div className={styles['key']}>
      <ChoiceField
        label={t('safety.restore.keyKind')}
        options={[
          { value: 'passphrase', label: t('safety.restore.passphrase') },
          { value: 'recovery', label: t('safety.restore.recovery') },
        ]}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      {value.kind === 'passphrase' ? (
        <TextField
          key="passphrase"
          label={t('safety.restore.passphraseLabel')}
          hint={t('safety.restore.passphraseHint')}
          type="password"
          autoComplete="current-password"
          autoFocus
          error={problem}
          value={value.passphrase}
          onChange={(passphrase) => onChange({ ...value, passphrase })}
          onEnter={onEnter}
        />
      ) : (
        <RecoveryCodeField
          key="recovery"
          problem={problem}
          value={value.code}
          onChange={(code) => onChange({ ...value, code })}
          onEnter={onEnter}
        />
      )}
    </div>
  );
}
