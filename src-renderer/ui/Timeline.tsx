import { Fragment, type ReactNode } from 'react';
import { formatMonth, formatRange } from './format.ts';
import type { Tone } from './StatusPill.tsx';
import styles from './Timeline.module.css';

/** Something that happened or will happen on a day. */
export interface TimelineItem {
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** The last day of something longer. */
  readonly to?: string | undefined;
  readonly title: ReactNode;
  readonly tone?: Tone | undefined;
  readonly icon?: ReactNode;
  readonly body?: ReactNode;
  readonly onOpen?: (() => void) | undefined;
}

export interface TimelineProps {
  readonly label: string;
  /** In the order they are to be shown. */
  readonly items: readonly TimelineItem[];
}

function Item({ item }: { readonly item: TimelineItem }): ReactNode {
  const { title, onOpen, body, icon, tone = 'neutral', date, to = date } = item;
  return (
    <li className={styles['item']}>
      <span className={styles['sign']} data-tone={tone} aria-hidden="true">
        {icon}
      </span>
      <div className={styles['words']}>
        <div className={styles['line']}>
          {onOpen === undefined ? (
            <span className={styles['title']}>{title}</span>
          ) : (
            <button type="button" className={styles['open']} onClick={onOpen}>
              {title}
            </button>
          )}
          <time className={styles['date']} dateTime={date}>
            {formatRange(date, to)}
          </time>
        </div>
        {body !== undefined && <div className={styles['body']}>{body}</div>}
      </div>
    </li>
  );
}

/** Events on one line of time, month after month. */
export function Timeline({ label, items }: TimelineProps): ReactNode {
  return (
    <ol className={styles['timeline']} aria-label={label}>
      {items.map((item, index) => {
        const month = item.date.slice(0, 7);
        return (
          <Fragment key={item.id}>
            {month !== items[index - 1]?.date.slice(0, 7) && (
              <li className={styles['month']}>{formatMonth(item.date)}</li>
            )}
            <Item item={item} />
          </Fragment>
        );
      })}
    </ol>
  );
}
