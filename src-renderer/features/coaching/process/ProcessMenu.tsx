import { Menu } from '@mantine/core';
import {
  IconArchive,
  IconCalendarPlus,
  IconDots,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { HistoryMenuItem } from '../../../shell/history/HistoryMenuItem.tsx';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { goTo } from '../../../state/route.ts';
import { addDays, today } from '../../../ui/calendarDate.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { ProcessDialog } from './ProcessDialog.tsx';
import { engagementForm } from './engagementForm.ts';
import { createSession } from './startSession.ts';

type EngagementPage = CallOutput<'engagement.get'>;

const A_WEEK = 7;

async function endOrReopen({ engagement }: EngagementPage): Promise<void> {
  const endedOn = engagement.endedOn === null ? today() : null;
  await call('engagement.save', { ...engagementForm(engagement), endedOn });
}

/** What is done to a process rarely: plan ahead, change its facts, end it, remove it. */
export function ProcessMenu({ page }: { readonly page: EngagementPage }): ReactNode {
  const t = useText();
  const [editing, setEditing] = useState(false);
  const { engagement } = page;

  const plan = async (): Promise<void> => {
    const sessionId = await createSession(page, addDays(today(), A_WEEK), 'planned');
    goTo({ place: 'coaching', engagementId: engagement.id, sessionId });
  };
  const remove = async (): Promise<void> => {
    await call('bin.remove', { entity: 'engagement', id: engagement.id });
    goTo({ place: 'coaching' });
    notifyWithUndo(t('coaching.process.removed'), async () => {
      await call('bin.restore', { entity: 'engagement', id: engagement.id });
    });
  };
  const run = (work: () => Promise<void>): void => {
    work().catch((error: unknown) => reportFailure(error));
  };
  return (
    <>
      <Menu>
        <Menu.Target>
          <IconButton label={t('coaching.process.more')} icon={<IconDots />} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCalendarPlus size={16} />} onClick={() => run(plan)}>
            {t('coaching.process.plan')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)}>
            {t('coaching.process.edit')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArchive size={16} />}
            onClick={() => run(() => endOrReopen(page))}
          >
            {engagement.endedOn === null ? t('coaching.process.end') : t('coaching.process.reopen')}
          </Menu.Item>
          <Menu.Divider />
          <HistoryMenuItem entity="engagement" id={engagement.id} />
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => run(remove)}>
            {t('coaching.process.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {editing && <ProcessDialog page={page} onClose={() => setEditing(false)} />}
    </>
  );
}
