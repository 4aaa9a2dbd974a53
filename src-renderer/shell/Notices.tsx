import { IconAlertTriangle, IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { dismissNotice, useNoticeStore, type Notice, type NoticeTone } from '../state/notices.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './Notices.module.css';

const ICONS: Readonly<Record<NoticeTone, ReactNode>> = {
  done: <IconCheck />,
  info: <IconInfoCircle />,
  problem: <IconAlertTriangle />,
};

function NoticeCard({ notice }: { readonly notice: Notice }): ReactNode {
  const t = useText();
  const { id, tone, message, action, lasts } = notice;
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (lasts === null || held) return undefined;
    const timer = setTimeout(() => dismissNotice(id), lasts);
    return () => clearTimeout(timer);
  }, [id, lasts, held]);

  const act = (): void => {
    dismissNotice(id);
    void action?.run();
  };
  return (
    <li
      className={styles['notice']}
      data-tone={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles['icon']} aria-hidden="true">
        {ICONS[tone]}
      </span>
      <span className={styles['message']}>{message}</span>
      {action !== null && (
        <button type="button" className={styles['action']} onClick={act}>
          {action.label}
        </button>
      )}
      <IconButton
        small
        label={t('shell.notices.dismiss')}
        icon={<IconX />}
        onClick={() => dismissNotice(id)}
      />
    </li>
  );
}

/** The toasts at the lower edge; read aloud as they come, held while pointed at or focused. */
export function Notices(): ReactNode {
  const t = useText();
  const notices = useNoticeStore((state) => state.notices);
  return (
    <section className={styles['place']} aria-label={t('shell.notices.label')}>
      <ol className={styles['list']} aria-live="polite" aria-relevant="additions">
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </ol>
    </section>
  );
}
