import { Menu } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { HistoryMenuItem } from '../../../shell/history/HistoryMenuItem.tsx';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { goTo } from '../../../state/route.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import type { SessionPageData } from './SessionView.tsx';

interface SessionMenuProps {
  readonly page: SessionPageData;
  /** Saves what waits, so that nothing comes after the removal. */
  readonly onLeave: () => Promise<void>;
}

/** What is done to a session rarely. */
export function SessionMenu({ page, onLeave }: SessionMenuProps): ReactNode {
  const t = useText();
  const { id } = page.session;
  const engagementId = page.engagement.id;
  const remove = async (): Promise<void> => {
    try {
      await onLeave();
      await call('bin.remove', { entity: 'coachingSession', id });
      goTo({ place: 'coaching', engagementId }, { replace: true });
      notifyWithUndo(t('coaching.session.removed'), async () => {
        await call('bin.restore', { entity: 'coachingSession', id });
      });
    } catch (error) {
      reportFailure(error);
    }
  };
  return (
    <Menu>
      <Menu.Target>
        <IconButton label={t('coaching.session.more')} icon={<IconDots />} />
      </Menu.Target>
      <Menu.Dropdown>
        <HistoryMenuItem entity="coachingSession" id={id} />
        <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
          {t('coaching.session.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
