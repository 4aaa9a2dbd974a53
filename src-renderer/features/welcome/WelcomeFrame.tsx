import { IconFileCheck, IconLock, IconWifiOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { Mark } from '../../shell/Mark.tsx';
import { WelcomePicture } from './WelcomePicture.tsx';
import styles from './WelcomeFrame.module.css';

export interface WelcomeFrameProps {
  readonly children: ReactNode;
}

function Reason({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className={styles['promise']}>
      <span aria-hidden="true">{icon}</span>
      {children}
    </li>
  );
}

/** The whole window before the work: what this program is, beside the one thing to do now. */
export function WelcomeFrame({ children }: WelcomeFrameProps): ReactNode {
  const t = useText();
  return (
    <div className={styles['frame']}>
      <header className={styles['brand']}>
        <WelcomePicture />
        <p className={styles['product']}>
          <Mark />
          {t('shell.product')}
        </p>
        <div className={styles['words']}>
          <p className={styles['claim']}>{t('welcome.brand.claim')}</p>
          <ul className={styles['promises']}>
            <Reason icon={<IconWifiOff size={18} />}>{t('welcome.brand.offline')}</Reason>
            <Reason icon={<IconLock size={18} />}>{t('welcome.brand.encrypted')}</Reason>
            <Reason icon={<IconFileCheck size={18} />}>{t('welcome.brand.reports')}</Reason>
          </ul>
        </div>
      </header>
      <main className={styles['main']}>
        <div className={styles['inner']}>{children}</div>
      </main>
    </div>
  );
}
