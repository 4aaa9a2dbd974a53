import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: ReactNode;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly size?: 'small' | 'medium' | 'large' | undefined;
  /** The buttons of the decision, the main one last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

const WIDTHS = { small: 440, medium: 640, large: 960 } as const;

/** A question or a small task above the page; Escape closes it, focus returns to where it was. */
export function Dialog(props: DialogProps): ReactNode {
  const t = useText();
  const { title, open, onClose, size = 'small', actions, children } = props;
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={title}
      size={WIDTHS[size]}
      classNames={{
        content: styles['content'] ?? '',
        header: styles['header'] ?? '',
        title: styles['title'] ?? '',
        body: styles['body'] ?? '',
        close: styles['close'] ?? '',
        overlay: styles['overlay'] ?? '',
      }}
      closeButtonProps={{ 'aria-label': t('ui.dialog.close') }}
    >
      {children}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </Modal>
  );
}
