import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { STRENGTH_STEPS, strengthOf } from './passphrase.ts';
import styles from './StrengthMeter.module.css';

export interface StrengthMeterProps {
  readonly passphrase: string;
}

/** How strong a passphrase is: four quiet steps and a word, said aloud when it changes. */
export function StrengthMeter({ passphrase }: StrengthMeterProps): ReactNode {
  const t = useText();
  const strength = strengthOf(passphrase);
  const reached = STRENGTH_STEPS.findIndex((step) => step === strength) + 1;
  return (
    <div className={styles['meter']} data-strength={strength}>
      <span className={styles['steps']} aria-hidden="true">
        {STRENGTH_STEPS.map((step, index) => (
          <span key={step} className={styles['step']} data-on={index < reached || undefined} />
        ))}
      </span>
      <span role="status">
        {t('recovery.strength.label')}: {t(`recovery.strength.${strength}`)}
      </span>
    </div>
  );
}
