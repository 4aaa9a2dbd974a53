import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { NewPassphrase, NewPassphraseProblem } from './passphrase.ts';
import styles from './recovery.module.css';
import { StrengthMeter } from './StrengthMeter.tsx';

export interface NewPassphraseFieldsProps {
  readonly value: NewPassphrase;
  /** What keeps it from being set; null while nothing was tried. */
  readonly problem: NewPassphraseProblem | null;
  readonly autoFocus?: boolean | undefined;
  /** Where another passphrase stands beside it: "Nowe hasło". */
  readonly renewed?: boolean | undefined;
  readonly onChange: (part: Partial<NewPassphrase>) => void;
}

/** A new passphrase, twice, with its strength; length is the only rule. */
export function NewPassphraseFields(props: NewPassphraseFieldsProps): ReactNode {
  const { value, problem, autoFocus = false, renewed = false, onChange } = props;
  const t = useText();
  return (
    <>
      <div className={styles['pair']}>
        <TextField
          label={renewed ? t('recovery.passphrase.renewed') : t('recovery.passphrase.first')}
          type="password"
          autoComplete="new-password"
          autoFocus={autoFocus}
          error={problem === 'short' ? t('recovery.passphrase.short') : undefined}
          value={value.passphrase}
          onChange={(passphrase) => onChange({ passphrase })}
        />
        <TextField
          label={renewed ? t('recovery.passphrase.renewedAgain') : t('recovery.passphrase.again')}
          type="password"
          autoComplete="new-password"
          error={problem === 'differ' ? t('recovery.passphrase.differ') : undefined}
          value={value.again}
          onChange={(again) => onChange({ again })}
        />
      </div>
      <StrengthMeter passphrase={value.passphrase} />
      <p className={styles['quiet']}>{t('recovery.passphrase.hint')}</p>
    </>
  );
}
