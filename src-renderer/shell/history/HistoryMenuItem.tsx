import { Menu } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import type { RecordPlace } from '../../state/historyText.ts';
import { openHistory } from '../../state/openHistory.ts';
import { IconButton } from '../../ui/IconButton.tsx';

/** The line of a record's menu that opens its history; the page has a RecordHistory. */
export function HistoryMenuItem(place: RecordPlace): ReactNode {
  const t = useText();
  return (
    <Menu.Item
      leftSection={<IconHistory size={16} />}
      onClick={() => openHistory({ entity: place.entity, id: place.id })}
    >
      {t('history.title')}
    </Menu.Item>
  );
}

/** The same where a record's page has no menu. */
export function HistoryButton(place: RecordPlace): ReactNode {
  const t = useText();
  return (
    <IconButton
      label={t('history.title')}
      icon={<IconHistory />}
      onClick={() => openHistory({ entity: place.entity, id: place.id })}
    />
  );
}
