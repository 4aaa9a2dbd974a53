import { Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconBan,
  IconCalendarEvent,
  IconChecks,
  IconDots,
  IconPresentation,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { confirm } from '../../../state/confirm.ts';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { openRoom } from '../../../state/roomView.ts';
import { HistoryMenuItem } from '../../../shell/history/HistoryMenuItem.tsx';
import { goTo } from '../../../state/route.ts';
import { useShortcut } from '../../../state/shortcuts.ts';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/calendarDate.ts';
import { formatRange, formatWeekday } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { StandingPill, type WorkshopState } from '../StandingPill.tsx';
import styles from './page.module.css';
import type { WorkshopData } from './pageData.ts';

function useActions(data: WorkshopData): {
  readonly setState: (state: WorkshopState) => void;
  readonly remove: () => void;
} {
  const t = useText();
  const { id, title, revision, state: before } = data.workshop;

  const setState = async (state: WorkshopState): Promise<void> => {
    try {
      const saved = await call('workshop.setState', { id, revision, state });
      notifyWithUndo(t(`workshops.stateSet.${state}`), async () => {
        await call('workshop.setState', { id, revision: saved.revision, state: before });
      });
    } catch (error) {
      reportFailure(error);
    }
  };

  const remove = async (): Promise<void> => {
    const agreed = await confirm({
      title: t('workshops.remove.title', { title }),
      body: t('workshops.remove.body'),
      confirmLabel: t('workshops.remove.confirm'),
      tone: 'danger',
    });
    if (!agreed) return;
    try {
      await call('bin.remove', { entity: 'workshop', id });
      goTo({ place: 'workshops' }, { replace: true });
      notifyWithUndo(t('workshops.remove.done', { title }), async () => {
        await call('bin.restore', { entity: 'workshop', id });
        goTo({ place: 'workshops', workshopId: id });
      });
    } catch (error) {
      reportFailure(error);
    }
  };

  return { setState: (state) => void setState(state), remove: () => void remove() };
}

/** When, for whom, by whom and where; the workshop's state and what may be done with it as a whole. */
export function WorkshopHeader({ data }: { readonly data: WorkshopData }): ReactNode {
  const t = useText();
  const { workshop, days, libraries, trainers } = data;
  const { setState, remove } = useActions(data);
  const [first, last] = [days[0], days.at(-1)];
  const hasRoom = first !== undefined && workshop.state !== 'cancelled';
  const showRoom = (): void => openRoom(workshop.id);
  useShortcut({
    id: 'workshop-room',
    keys: 'w',
    label: t('room.title'),
    enabled: hasRoom,
    run: showRoom,
  });
  const waiting = days.some(
    ({ date, attendanceConfirmedAt }) => attendanceConfirmedAt === null && date <= today(),
  );
  const where = [workshop.venue.name, workshop.venue.town].filter((part) => part !== '');
  return (
    <PageHeader
      title={workshop.title}
      back={{ label: t('workshops.title'), onBack: () => goTo({ place: 'workshops' }) }}
      actions={
        hasRoom && (
          <Button icon={<IconPresentation />} shortcut="w" onClick={showRoom}>
            {t('room.title')}
          </Button>
        )
      }
      meta={
        <>
          <StandingPill
            state={workshop.state}
            toConfirm={waiting && workshop.state !== 'cancelled'}
          />
          <Menu>
            <Menu.Target>
              <IconButton label={t('workshops.more')} icon={<IconDots />} />
            </Menu.Target>
            <Menu.Dropdown>
              {workshop.state !== 'planned' && (
                <Menu.Item
                  leftSection={
                    workshop.state === 'cancelled' ? (
                      <IconArrowBackUp size={16} />
                    ) : (
                      <IconCalendarEvent size={16} />
                    )
                  }
                  onClick={() => setState('planned')}
                >
                  {t('workshops.setState.planned')}
                </Menu.Item>
              )}
              {workshop.state !== 'held' && (
                <Menu.Item leftSection={<IconChecks size={16} />} onClick={() => setState('held')}>
                  {t('workshops.setState.held')}
                </Menu.Item>
              )}
              {workshop.state !== 'cancelled' && (
                <Menu.Item
                  leftSection={<IconBan size={16} />}
                  onClick={() => setState('cancelled')}
                >
                  {t('workshops.setState.cancelled')}
                </Menu.Item>
              )}
              <Menu.Divider />
              <HistoryMenuItem entity="workshop" id={workshop.id} />
              <Menu.Item leftSection={<IconTrash size={16} />} onClick={remove}>
                {t('workshops.remove.action')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      }
      subtitle={
        <span className={styles['facts']}>
          <span className={styles['line']}>
            {first !== undefined && last !== undefined && (
              <span className={styles['when']}>
                {formatRange(first.date, last.date)}, {formatWeekday(first.date)} {first.start}
              </span>
            )}
            <span>
              {libraries.map(({ id, town }, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <button
                    type="button"
                    className={styles['town']}
                    onClick={() => goTo({ place: 'libraries', libraryId: id })}
                  >
                    {town}
                  </button>
                </span>
              ))}
            </span>
          </span>
          <span className={styles['line']}>
            <span>{trainers.map(({ name }) => name).join(', ')}</span>
            {where.length > 0 && <span>{where.join(', ')}</span>}
          </span>
        </span>
      }
    />
  );
}
