import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { formatDuration } from '../../../ui/format.ts';
import type { AgendaItem } from '../page/pageData.ts';
import styles from './room.module.css';
import type { Standing } from './roomClock.ts';

export interface RoomNowProps {
  readonly standing: Standing;
  /** Blocks of the day in their order. */
  readonly items: readonly AgendaItem[];
  /** When each block begins, and the end of the last. */
  readonly clock: readonly string[];
}

/** What is on now, for how long still, and what comes after. */
export function RoomNow({ standing, items, clock }: RoomNowProps): ReactNode {
  const t = useText();
  const [first] = items;
  if (standing.kind === 'otherDay' || first === undefined) return null;
  if (standing.kind !== 'block') {
    const before = standing.kind === 'before';
    return (
      <div className={styles['now']}>
        <p className={styles['nowTitle']}>
          {before ? t('room.before', { time: clock[0] ?? '' }) : t('room.after')}
        </p>
        <p>{before ? t('room.first', { title: first.title }) : t('room.afterHint')}</p>
      </div>
    );
  }
  const { index, left, share } = standing;
  const next = items[index + 1];
  return (
    <div className={styles['now']}>
      <p className={styles['nowLabel']}>{t('room.now')}</p>
      <p className={styles['nowTitle']}>{items[index]?.title}</p>
      <p className={styles['nowTime']}>
        <span>
          {clock[index]}–{clock[index + 1]}
        </span>
        <b>{t('room.left', { time: formatDuration(left) })}</b>
      </p>
      <div className={styles['track']} aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p>
        {next === undefined
          ? t('room.last')
          : t('room.next', { title: next.title, time: clock[index + 1] ?? '' })}
      </p>
    </div>
  );
}
