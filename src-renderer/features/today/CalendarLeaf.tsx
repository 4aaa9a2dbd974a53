import type { ReactNode } from 'react';
import { formatDate, formatMonth, formatWeekday } from '../../ui/format.ts';
import styles from './CalendarLeaf.module.css';

export interface CalendarLeafProps {
  /** `YYYY-MM-DD` */
  readonly date: string;
}

/** A day as a leaf of a tear-off calendar. */
export function CalendarLeaf({ date }: CalendarLeafProps): ReactNode {
  return (
    <time className={styles['leaf']} dateTime={date}>
      <span className="visually-hidden">{formatDate(date)}</span>
      <span className={styles['weekday']} aria-hidden="true">
        {formatWeekday(date)}
      </span>
      <span className={styles['day']} aria-hidden="true">
        {Number(date.slice(8))}
      </span>
      <span className={styles['month']} aria-hidden="true">
        {formatMonth(date)}
      </span>
    </time>
  );
}
