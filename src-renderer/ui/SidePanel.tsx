import { IconX } from '@tabler/icons-react';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { IconButton } from './IconButton.tsx';
import styles from './SidePanel.module.css';

export interface SidePanelProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The details of the selected row, beside its list; Escape closes it. */
export function SidePanel({
  title,
  subtitle,
  actions,
  onClose,
  children,
}: SidePanelProps): ReactNode {
  const t = useText();
  const id = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <aside className={styles['panel']} aria-labelledby={id} onKeyDown={onKeyDown}>
      <div className={styles['head']}>
        <div className={styles['words']}>
          <h2 id={id} className={styles['title']}>
            {title}
          </h2>
          {subtitle !== undefined && <p className={styles['subtitle']}>{subtitle}</p>}
        </div>
        <IconButton label={t('ui.panel.close')} icon={<IconX />} onClick={onClose} />
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      <div className={styles['body']}>{children}</div>
    </aside>
  );
}
