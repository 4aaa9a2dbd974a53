import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { today, weekdayOf } from '../../ui/calendarDate.ts';
import { formatDate, formatWeekday } from '../../ui/format.ts';
import { isMovable, isOff } from './calendarTypes.ts';
import { weekOf, weeksOfMonth } from './dates.ts';
import { EventSigns, KindIcon } from './EventMark.tsx';
import { eventText, shortTitle, spokenRest } from './eventText.ts';
import { spansOfWeek, type Span } from './layout.ts';
import styles from './MonthView.module.css';
import { onDayKey, onEventKey } from './useCalendarKeys.ts';
import { useEventDrag, type Draggable } from './useEventDrag.ts';
import { eventsByDay, holidayNames, type ViewProps } from './viewProps.ts';

/** Height of the line with the day's number, and of one bar with its gap, in pixels. */
const HEAD = 30;
const LINE = 23;

interface BarProps extends Pick<ViewProps, 'onOpen' | 'onMoveAsked'> {
  readonly span: Span;
  readonly draggable: Draggable;
}

function Bar({ span, draggable, onOpen, onMoveAsked }: BarProps): ReactNode {
  const [event] = span.events;
  const label = eventText(event, span.length);
  return (
    <button
      type="button"
      className={styles['bar']}
      style={{
        gridColumn: `${span.from + 1} / span ${span.length}`,
        gridRow: span.lane + 1,
      }}
      data-kind={event.kind}
      data-state={event.state}
      data-off={isOff(event) || undefined}
      data-movable={isMovable(event) || undefined}
      data-dragged={draggable.drag?.event.openId === event.openId || undefined}
      data-before={span.before || undefined}
      data-after={span.after || undefined}
      data-event-dates={span.events.map(({ date }) => date).join(' ')}
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
      <KindIcon kind={event.kind} spoken />
      {event.start !== null && (
        <span className={styles['time']}>{event.start.replace(/^0/, '')} </span>
      )}
      <span className={styles['title']}>{shortTitle(event)} </span>
      {event.libraries.length > 0 && span.length > 1 && (
        <span className={styles['where']}>{event.libraries.join(', ')}</span>
      )}
      <EventSigns event={event} />
      <span className="visually-hidden">
        {event.kind === 'session' && event.title}
        {spokenRest(event, span.length)}
      </span>
    </button>
  );
}

interface WeekProps extends ViewProps {
  readonly week: readonly string[];
  readonly month: string;
  readonly holidayOf: ReadonlyMap<string, string>;
  /** How many bars fit under a day's number. */
  readonly lines: number;
  readonly draggable: Draggable;
}

function Week(props: WeekProps): ReactNode {
  const t = useText();
  const { week, month, date: selected, events, holidayOf, lines, draggable } = props;
  const spans = useMemo(() => spansOfWeek(events, week), [events, week]);
  const byDay = useMemo(() => eventsByDay(events), [events]);
  const now = today();
  // The last line says how many more there are, on the days that have more.
  const hiddenOn = (column: number): number => {
    const on = spans.filter(({ from, length }) => from <= column && column < from + length);
    const over = on.filter(({ lane }) => lane >= lines).length;
    return over === 0 ? 0 : on.filter(({ lane }) => lane >= lines - 1).length;
  };
  const hidden = week.map((_, column) => hiddenOn(column));
  const isShown = ({ lane, from, length }: Span): boolean =>
    lane < lines - 1 ||
    (lane === lines - 1 && hidden.slice(from, from + length).every((count) => count === 0));

  return (
    <div className={styles['week']}>
      <div className={styles['days']}>
        {week.map((date) => {
          const holiday = holidayOf.get(date);
          const count = byDay.get(date)?.length ?? 0;
          return (
            <div
              key={date}
              // The mouse's way to what the day's button in it does by keys.
              role="presentation"
              className={styles['day']}
              data-date={date}
              data-outside={!date.startsWith(month) || undefined}
              data-weekend={weekdayOf(date) > 5 || undefined}
              data-holiday={holiday !== undefined || undefined}
              data-selected={date === selected || undefined}
              data-drop={draggable.isTarget(date) || undefined}
              onClick={() => props.onSelect(date)}
              onDoubleClick={() => props.onPlan(date)}
            >
              <button
                type="button"
                className={styles['number']}
                data-day-button={date}
                data-today={date === now || undefined}
                tabIndex={date === selected ? 0 : -1}
                aria-current={date === now ? 'date' : undefined}
                aria-pressed={date === selected}
                aria-label={[
                  `${formatWeekday(date)} ${formatDate(date)}`,
                  holiday ?? '',
                  t('calendar.dayEvents', { count }),
                ]
                  .filter((part) => part !== '')
                  .join(', ')}
                onKeyDown={(event) => onDayKey(event, date, 7, props.onSelect)}
              >
                {Number(date.slice(8))}
              </button>
              {holiday !== undefined && (
                <span className={styles['holiday']} title={holiday} aria-hidden="true">
                  {holiday}
                </span>
              )}
            </div>
          );
        })}
      </div>
      <div className={styles['bars']}>
        {spans.filter(isShown).map((span) => (
          <Bar
            key={span.key}
            span={span}
            draggable={draggable}
            onOpen={props.onOpen}
            onMoveAsked={props.onMoveAsked}
          />
        ))}
        {week.map((date, column) =>
          (hidden[column] ?? 0) === 0 ? null : (
            <button
              key={date}
              type="button"
              className={styles['more']}
              style={{ gridColumn: column + 1, gridRow: lines }}
              tabIndex={-1}
              data-event-dates={date}
              data-order={`${date} ~`}
              aria-label={t('calendar.moreOn', {
                count: hidden[column] ?? 0,
                date: formatDate(date),
              })}
              onClick={() => props.onOpenDay(date)}
            >
              {t('calendar.more', { count: hidden[column] ?? 0 })}
            </button>
          ),
        )}
      </div>
    </div>
  );
}

/** How many bars fit into a week of the month as it is drawn. */
function useLines(weeks: number) {
  const frame = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState(3);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = (): void =>
      setLines(Math.max(1, Math.floor((element.clientHeight / weeks - HEAD - 2) / LINE)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [weeks]);
  return { frame, lines };
}

/** A month of weeks: workshops as bars over their days, sessions by their hour. */
export function MonthView(props: ViewProps): ReactNode {
  const t = useText();
  const { date, events, holidays, onMove } = props;
  const month = date.slice(0, 7);
  const weeks = useMemo(() => weeksOfMonth(`${month}-01`), [month]);
  const holidayOf = useMemo(() => holidayNames(holidays), [holidays]);
  const draggable = useEventDrag(events, onMove);
  const { frame, lines } = useLines(weeks.length);
  return (
    <div className={styles['month']} role="group" aria-label={t('calendar.view.month')}>
      <div className={styles['weekdays']} aria-hidden="true">
        {weekOf(date).map((day) => (
          <span key={day} data-weekend={weekdayOf(day) > 5 || undefined}>
            {formatWeekday(day, 'short')}
          </span>
        ))}
      </div>
      <div
        ref={frame}
        className={styles['weeks']}
        data-dragging={draggable.drag !== null || undefined}
      >
        {weeks.map((week) => (
          <Week
            key={week[0]}
            {...props}
            week={week}
            month={month}
            holidayOf={holidayOf}
            lines={lines}
            draggable={draggable}
          />
        ))}
      </div>
    </div>
  );
}
