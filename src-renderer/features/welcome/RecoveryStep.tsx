import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { RecoveryCode } from '../../shell/recovery/RecoveryCode.tsx';
import { StepTitle } from './StepTitle.tsx';
import styles from './welcome.module.css';

export interface RecoveryStepProps {
  readonly passphrase: string;
  /** The code works, or was put off. */
  readonly onLeft: () => void;
}

/** The last step of the first run: the recovery code, before the work is shown. */
export function RecoveryStep({ passphrase, onLeft }: RecoveryStepProps): ReactNode {
  const t = useText();
  return (
    <div className={styles['page']}>
      <StepTitle>{t('recovery.title')}</StepTitle>
      <p className={styles['subtitle']}>{t('welcome.first.lastStep')}</p>
      <RecoveryCode passphrase={passphrase} onDone={onLeft} onLater={onLeft} />
    </div>
  );
}
