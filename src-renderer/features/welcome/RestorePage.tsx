import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { BackupOffer } from './BackupOffer.tsx';
import { StepTitle } from './StepTitle.tsx';
import styles from './welcome.module.css';

export interface RestorePageProps {
  /** Where the restored data will lie. */
  readonly folder: string;
  readonly onBack: () => void;
}

/** Starting from a backup instead of a new workspace: a stick, another laptop's disk, an older copy here. */
export function RestorePage({ folder, onBack }: RestorePageProps): ReactNode {
  const t = useText();
  return (
    <div className={styles['page']}>
      <StepTitle>{t('welcome.restore.title')}</StepTitle>
      <p className={styles['subtitle']}>{t('welcome.restore.subtitle')}</p>
      <BackupOffer situation="empty" />
      <div className={styles['back']}>
        <Button kind="quiet" icon={<IconArrowLeft />} onClick={onBack}>
          {t('welcome.restore.back')}
        </Button>
      </div>
      <p className={styles['folder']}>{t('welcome.first.folder', { folder })}</p>
    </div>
  );
}
