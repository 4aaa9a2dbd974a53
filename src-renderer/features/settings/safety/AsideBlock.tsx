import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { momentText, sizeText } from '../../../shell/backups/backupText.ts';
import { confirm } from '../../../state/confirm.ts';
import { notify } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { useAttempt } from './attempt.ts';
import { Block } from './Block.tsx';
import type { SafetyView } from './guards.ts';
import styles from './safety.module.css';

export interface AsideBlockProps {
  readonly aside: SafetyView['aside'];
  readonly onChanged: () => void;
}

/** What restores set aside because it could not be opened: when, how much, and a way to let go of it. */
export function AsideBlock({ aside, onChanged }: AsideBlockProps): ReactNode {
  const t = useText();
  const { busy, run } = useAttempt();
  const remove = async ({ name, at }: SafetyView['aside'][number]): Promise<void> => {
    const sure = await confirm({
      title: t('safety.aside.removeTitle'),
      body: t('safety.aside.removeBody', { when: momentText(at) }),
      confirmLabel: t('safety.aside.removeNow'),
      tone: 'danger',
    });
    if (!sure) return;
    await run(async () => {
      await call('aside.remove', { name });
      notify(t('safety.aside.removed'));
      onChanged();
    });
  };
  return (
    <Block title={t('safety.aside.title')} hint={t('safety.aside.hint')}>
      <ul className={styles['guards']} aria-label={t('safety.aside.title')}>
        {aside.map((one) => (
          <li key={one.name} className={styles['check']}>
            <span className={styles['guardWords']}>
              <strong>{t(`safety.aside.${one.holds}`, { when: momentText(one.at) })}</strong>
              <span className={styles['quiet']}>
                {t('safety.aside.where', { name: one.name, size: sizeText(one.bytes) })}
              </span>
            </span>
            <Button
              kind="quiet"
              icon={<IconTrash />}
              disabled={busy}
              onClick={() => void remove(one)}
            >
              {t('safety.aside.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </Block>
  );
}
