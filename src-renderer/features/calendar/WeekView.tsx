import { useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useText } from '../../i18n/text.ts';
import { today, weekdayOf } from '../../ui/calendarDate.ts';
import { formatDate, formatWeekday } from '../../ui/format.ts';
import { isMovable, isOff, type CalendarEvent } from './calendarTypes.ts';
import { minutesOf, timeOf } from './dates.ts';
import { EventSigns, KindIcon } from './EventMark.tsx';
import { eventText, hoursText, shortTitle, spokenRest } from './eventText.ts';
import { hoursOf, placesInDay, shownHours, type Placed } from './layout.ts';
import { onDayKey, onEventKey } from './useCalendarKeys.ts';
import { useEventDrag, type Draggable } from './useEventDrag.ts';
import { useNow } from './useNow.ts';
import { eventsByDay, holidayNames, type ViewProps } from './viewProps.ts';
import styles from './WeekView.module.css';

/** The least height of an hour, in pixels; a tall window shares out what it has. */
const LEAST_HOUR = 48;
/** Height of a line of words in an event, in pixels. */
const LINE = 16;

interface BlockProps extends Pick<ViewProps, 'onOpen' | 'onMoveAsked'> {
  readonly event: CalendarEvent;
  readonly draggable: Draggable;
  /** Where it lies in its day; without it, it has no hour and is drawn above the hours. */
  readonly placed?: Placed | undefined;
  readonly firstHour: number;
  /** Height of an hour, in pixels. */
  readonly hour: number;
}

function Block({
  event,
  draggable,
  placed,
  firstHour,
  hour,
  onOpen,
  onMoveAsked,
}: BlockProps): ReactNode {
  const label = eventText(event);
  const { from, to } = hoursOf(event);
  const { drag } = draggable;
  const isDragged = drag?.event.openId === event.openId;
  const shifted = isDragged ? drag.shift.minutes : 0;
  const height = ((to - from) / 60) * hour - 2;
  // Only whole lines are drawn, and beside another event the picture gives its place to the words.
  const lines = placed === undefined ? 2 : Math.max(1, Math.floor((height - 6) / LINE));
  const narrow = placed !== undefined && placed.lanes > 1;
  return (
    <button
      type="button"
      className={styles['block']}
      style={
        placed === undefined
          ? undefined
          : {
              top: ((from + shifted) / 60 - firstHour) * hour + 1,
              height,
              left: `calc(${(placed.lane / placed.lanes) * 100}% + 2px)`,
              width: `calc(${100 / placed.lanes}% - 4px)`,
            }
      }
      data-kind={event.kind}
      data-off={isOff(event) || undefined}
      data-movable={isMovable(event) || undefined}
      data-dragged={isDragged || undefined}
      data-event-dates={event.date}
      data-order={`${event.date} ${event.start ?? ''} ${event.id}`}
      tabIndex={-1}
      title={label}
      aria-keyshortcuts={isMovable(event) ? 'M' : undefined}
      onPointerDown={(pointer) => draggable.onPointerDown(event, pointer)}
      onKeyDown={(key) => onEventKey(key, event, onMoveAsked)}
      onClick={() => {
        if (!draggable.wasDragged()) onOpen(event);
      }}
    >
      <span className={styles['body']} style={{ WebkitLineClamp: lines }}>
        <span className={styles['title']}>
          {!narrow && <KindIcon kind={event.kind} spoken />} {shortTitle(event)}
          {'\u00a0'}
          <EventSigns event={event} />
        </span>
        <span className={styles['hours']}>
          {shifted === 0 ? hoursText(event) : `${timeOf(from + shifted)}–${timeOf(to + shifted)}`}
        </span>
        <span className={styles['soft']}>
          {' '}
          {event.kind === 'session' ? event.title : event.libraries.join(', ')}
        </span>
        <span className={styles['soft']}> {event.people.join(', ')}</span>
      </span>
      <span className="visually-hidden">{spokenRest(event)}</span>
    </button>
  );
}

interface DayHeadProps extends Pick<ViewProps, 'onSelect' | 'onOpenDay'> {
  readonly date: string;
  readonly selected: boolean;
  readonly holiday: string | undefined;
  readonly count: number;
}

function DayHead({ date, selected, holiday, count, onSelect, onOpenDay }: DayHeadProps): ReactNode {
  const t = useText();
  const isToday = date === today();
  return (
    <div className={styles['head']} data-weekend={weekdayOf(date) > 5 || undefined}>
      <button
        type="button"
        className={styles['headButton']}
        data-day-button={date}
        data-today={isToday || undefined}
        tabIndex={selected ? 0 : -1}
        aria-current={isToday ? 'date' : undefined}
        aria-pressed={selected}
        onClick={() => onSelect(date)}
        onDoubleClick={() => onOpenDay(date)}
        onKeyDown={(event) => onDayKey(event, date, 0, onSelect)}
      >
        <span className={styles['weekday']}>{formatWeekday(date, 'short')} </span>
        <span className={styles['number']}>{Number(date.slice(8))}</span>
        <span className="visually-hidden">
          {[
            `: ${formatWeekday(date)} ${formatDate(date)}`,
            holiday ?? '',
            t('calendar.dayEvents', { count }),
          ]
            .filter((part) => part !== '')
            .join(', ')}
        </span>
      </button>
      {holiday !== undefined && (
        <span className={styles['holiday']} title={holiday} aria-hidden="true">
          {holiday}
        </span>
      )}
    </div>
  );
}

/** The height of an hour at which all hours just fill the window, or the least one. */
function useHourHeight(
  scroller: RefObject<HTMLDivElement | null>,
  grid: RefObject<HTMLDivElement | null>,
  hours: number,
): number {
  const [hour, setHour] = useState(LEAST_HOUR);
  useLayoutEffect(() => {
    const [frame, content] = [scroller.current, grid.current];
    if (frame === null || content === null) return undefined;
    const measure = (): void => {
      const room = frame.clientHeight - content.offsetTop;
      setHour(Math.max(LEAST_HOUR, Math.floor(room / hours)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [scroller, grid, hours]);
  return hour;
}

export interface WeekViewProps extends ViewProps {
  /** The days side by side: seven, or one. */
  readonly days: readonly string[];
}

/** Days side by side by the hour, with a line at the present time. */
export function WeekView(props: WeekViewProps): ReactNode {
  const t = useText();
  const { days, date: selected, events, holidays, onSelect, onPlan, onMove } = props;
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const byDay = useMemo(() => eventsByDay(events), [events]);
  const holidayOf = useMemo(() => holidayNames(holidays), [holidays]);
  const hours = useMemo(() => shownHours(events), [events]);
  const hour = useHourHeight(scroller, grid, hours.to - hours.from);
  const draggable = useEventDrag(events, onMove, hour);
  const withoutHour = events.filter(({ start, date }) => start === null && days.includes(date));
  const marks = Array.from({ length: hours.to - hours.from }, (_, index) => hours.from + index);

  const firstDay = days[0];
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element !== null) element.scrollTop = Math.max(0, (8 - hours.from) * hour - 12);
    // Once for each set of days; scrolling is the person's afterwards.
  }, [firstDay, days.length, hours.from, hour]);

  const block = (event: CalendarEvent, placed?: Placed): ReactNode => (
    <Block
      key={event.id}
      event={event}
      placed={placed}
      draggable={draggable}
      firstHour={hours.from}
      hour={hour}
      onOpen={props.onOpen}
      onMoveAsked={props.onMoveAsked}
    />
  );

  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      style={{ '--day-count': days.length }}
      data-dragging={draggable.drag !== null || undefined}
      role="group"
      aria-label={t(days.length === 1 ? 'calendar.view.day' : 'calendar.view.week')}
      // The hours scroll by keys as well.
      tabIndex={0}
    >
      <div className={styles['top']}>
        <div className={styles['heads']}>
          <span />
          {days.map((date) => (
            <DayHead
              key={date}
              date={date}
              selected={date === selected}
              holiday={holidayOf.get(date)}
              count={byDay.get(date)?.length ?? 0}
              onSelect={onSelect}
              onOpenDay={props.onOpenDay}
            />
          ))}
        </div>
        {withoutHour.length > 0 && (
          <div className={styles['untimed']}>
            <span className={styles['untimedLabel']}>{t('calendar.event.noHour')}</span>
            {days.map((date) => (
              <div key={date} data-date={date}>
                {withoutHour.filter((event) => event.date === date).map((event) => block(event))}
              </div>
            ))}
          </div>
        )}
      </div>
      <div ref={grid} className={styles['grid']} style={{ height: marks.length * hour }}>
        <div className={styles['marks']} aria-hidden="true">
          {marks.map((mark) => (
            <span key={mark} style={{ top: (mark - hours.from) * hour }}>
              {mark > hours.from ? `${mark}:00` : ''}
            </span>
          ))}
        </div>
        {days.map((date) => (
          <div
            key={date}
            // The mouse's way to what the day's button in the head does by keys.
            role="presentation"
            className={styles['column']}
            data-date={date}
            data-weekend={weekdayOf(date) > 5 || undefined}
            data-selected={date === selected || undefined}
            data-drop={draggable.isTarget(date) || undefined}
            style={{ '--hour': `${hour}px` }}
            onClick={() => onSelect(date)}
            onDoubleClick={(event) => {
              if (event.target === event.currentTarget) onPlan(date);
            }}
          >
            {placesInDay(byDay.get(date) ?? []).map((placed) => block(placed.event, placed))}
            {date === now.date && minutesOf(now.time) / 60 >= hours.from && (
              <span
                className={styles['now']}
                style={{ top: (minutesOf(now.time) / 60 - hours.from) * hour }}
                aria-hidden="true"
              />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
