import { Tabs } from '@mantine/core';
import { IconDoorExit, IconLock } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { goTo } from '../../../state/route.ts';
import { useShortcut } from '../../../state/shortcuts.ts';
import { useStored } from '../../../state/useStored.ts';
import type { SaveState } from '../../../ui/autosave.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { formatDate, formatWeekday } from '../../../ui/format.ts';
import { Hint } from '../../../ui/Hint.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { SaveStatus } from '../../../ui/SaveStatus.tsx';
import { StatusPill } from '../../../ui/StatusPill.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { AttendanceTab } from '../page/AttendanceTab.tsx';
import { findBlockDrafts, type BlockDrafts } from '../page/blockDrafts.ts';
import { dayLabel } from '../page/dayText.ts';
import type { TrainingDay, WorkshopData } from '../page/pageData.ts';
import styles from './room.module.css';
import { RoomAgenda } from './RoomAgenda.tsx';
import { dayToShow, type Moment } from './roomClock.ts';
import { useNow } from './useNow.ts';
import { useRoom } from './useRoom.ts';

const PARTS = ['agenda', 'attendance'] as const;
type Part = (typeof PARTS)[number];

interface HeadProps {
  readonly data: WorkshopData;
  readonly day: TrainingDay;
  readonly now: Moment;
  readonly locked: boolean;
  readonly onEnd: () => void;
}

function Head({ data, day, now, locked, onEnd }: HeadProps): ReactNode {
  const t = useText();
  const { workshop, days, libraries } = data;
  const number = days.findIndex(({ id }) => id === day.id) + 1;
  return (
    <header className={styles['head']}>
      <div className={styles['words']}>
        <h1>{workshop.title}</h1>
        <p>
          {days.length > 1 && `${t('room.day', { number })} · `}
          {formatWeekday(day.date)}, {formatDate(day.date)}, {day.start}–{day.end}
          {` · ${libraries.map(({ town }) => town).join(', ')}`}
        </p>
      </div>
      <div className={styles['side']}>
        <time className={styles['clock']} aria-label={t('room.clock')}>
          {now.time}
        </time>
        <div className={styles['end']}>
          <Button icon={<IconDoorExit />} shortcut="escape" onClick={onEnd}>
            {t('room.end')}
          </Button>
          {locked && (
            <Hint label={t('room.lockedHint')}>
              <span role="status">
                <StatusPill tone="neutral" icon={<IconLock />}>
                  {t('room.locked')}
                </StatusPill>
              </span>
            </Hint>
          )}
        </div>
      </div>
    </header>
  );
}

function usePartShortcut(part: Part, open: (part: Part) => void): void {
  const t = useText();
  useShortcut({
    id: `room-${part}`,
    keys: String(PARTS.indexOf(part) + 1),
    label: t(`workshops.tab.${part}`),
    run: () => open(part),
  });
}

interface RoomProps {
  readonly data: WorkshopData;
  readonly drafts: BlockDrafts;
}

function Room({ data, drafts }: RoomProps): ReactNode {
  const t = useText();
  const { id: workshopId } = data.workshop;
  const now = useNow();
  const { locked, leave } = useRoom(workshopId);
  const [part, setPart] = useState<Part>('agenda');
  const [chosen, setChosen] = useState<string | null>(null);
  const [status, setStatus] = useState<SaveState>({ kind: 'clean' });
  const day = data.days.find(({ id }) => id === chosen) ?? dayToShow(data.days, now.date);

  const end = async (): Promise<void> => {
    await leave();
    goTo({ place: 'workshops', workshopId, tab: part }, { replace: true });
  };
  useShortcut({
    id: 'room-end',
    keys: 'escape',
    label: t('room.end'),
    run: () => void end(),
  });
  usePartShortcut('agenda', setPart);
  usePartShortcut('attendance', setPart);

  if (day === undefined) return null;
  return (
    <div className={styles['room']}>
      <Head data={data} day={day} now={now} locked={locked} onEnd={() => void end()} />
      <Tabs
        value={part}
        onChange={(next) => setPart(PARTS.find((one) => one === next) ?? 'agenda')}
        keepMounted={false}
        classNames={{ root: styles['parts'] ?? '', panel: styles['panel'] ?? '' }}
      >
        <div className={styles['bar']}>
          <Tabs.List aria-label={t('room.parts')} className={styles['tabs'] ?? ''}>
            {PARTS.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`workshops.tab.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {(status.kind === 'saving' || status.kind === 'saved') && <SaveStatus status={status} />}
          {data.days.length > 1 && (
            <ChoiceField
              label={t('room.days')}
              hideLabel
              options={data.days.map((one) => ({ value: one.id, label: dayLabel(one) }))}
              value={day.id}
              onChange={setChosen}
            />
          )}
        </div>
        <Tabs.Panel value="agenda">
          <RoomAgenda
            key={day.id}
            day={day}
            items={data.agenda.filter(({ dayId }) => dayId === day.id)}
            drafts={drafts}
            now={now}
            onStatus={setStatus}
          />
        </Tabs.Panel>
        <Tabs.Panel value="attendance">
          <div className={styles['attendance']}>
            <AttendanceTab key={day.id} data={{ ...data, days: [day] }} />
          </div>
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

export interface RoomViewProps {
  readonly workshopId: string;
}

/**
 * A workshop in front of its people, on the whole window: the day's agenda with the clock, and the attendance
 * list. It stays usable when the rest of the program locks itself.
 */
export function RoomView({ workshopId }: RoomViewProps): ReactNode {
  const t = useText();
  const page = useStored('workshop.get', { id: workshopId }, [workshopId]);
  const drafts = useLoaded(findBlockDrafts, []);
  if (page.kind === 'ready' && drafts.kind === 'ready') {
    return <Room data={page.data} drafts={drafts.data} />;
  }
  return (
    <div className={styles['waiting']}>
      <LoadedView of={page} failedTitle={t('room.failed')}>
        {() => (
          <LoadedView of={drafts} failedTitle={t('room.failed')}>
            {() => null}
          </LoadedView>
        )}
      </LoadedView>
    </div>
  );
}
