import { useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import type { SaveState } from '../../../ui/autosave.ts';
import { runningClock } from '../page/agendaClock.ts';
import type { BlockDrafts } from '../page/blockDrafts.ts';
import type { AgendaItem, TrainingDay } from '../page/pageData.ts';
import styles from './room.module.css';
import { RoomBlock } from './RoomBlock.tsx';
import { standingAt, type Moment } from './roomClock.ts';
import { RoomNow } from './RoomNow.tsx';

export interface RoomAgendaProps {
  readonly day: TrainingDay;
  /** Blocks of the day in their order. */
  readonly items: readonly AgendaItem[];
  readonly drafts: BlockDrafts;
  readonly now: Moment;
  readonly onStatus: (status: SaveState) => void;
}

/** The day's agenda for everybody in the room: what is on, what comes, and how each block went. */
export function RoomAgenda({ day, items, drafts, now, onStatus }: RoomAgendaProps): ReactNode {
  const t = useText();
  const [flushers] = useState(() => new Map<string, () => Promise<void>>());
  const minutes = items.map(({ plannedMinutes }) => plannedMinutes);
  const clock = runningClock(day.start, minutes);
  const standing = standingAt(day, minutes, now);
  if (items.length === 0) return <p className={styles['empty']}>{t('room.noAgenda')}</p>;
  return (
    <>
      <RoomNow standing={standing} items={items} clock={clock} />
      <ol className={styles['blocks']}>
        {items.map((item, index) => (
          <RoomBlock
            key={item.id}
            item={item}
            from={clock[index] ?? day.start}
            to={clock[index + 1] ?? day.end}
            current={standing.kind === 'block' && standing.index === index}
            drafts={drafts}
            flushers={flushers}
            onStatus={onStatus}
          />
        ))}
      </ol>
    </>
  );
}
