import { IconCalendarOff, IconCalendarShare } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { addDays, daysBetween, today } from '../../ui/calendarDate.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatDate, formatDateNear, formatMonth, formatWeekday } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './AgendaView.module.css';
import { isMovable, isOff, type CalendarEvent } from './calendarTypes.ts';
import { rangeOf } from './dates.ts';
import { EventSigns, KindIcon } from './EventMark.tsx';
import { hoursText, spokenRest } from './eventText.ts';
import { onDayKey, onEventKey } from './useCalendarKeys.ts';
import { eventsByDay, holidayNames, type ViewProps } from './viewProps.ts';

interface LineProps extends Pick<ViewProps, 'onOpen' | 'onMoveAsked'> {
  readonly event: CalendarEvent;
}

function Line({ event, onOpen, onMoveAsked }: LineProps): ReactNode {
  const t = useText();
  return (
    <li className={styles['item']}>
      <button
        type="button"
        className={styles['line']}
        data-off={isOff(event) || undefined}
        data-event-dates={event.date}
        data-order={`${event.date} ${event.start ?? ''} ${event.id}`}
        aria-keyshortcuts={isMovable(event) ? 'M' : undefined}
        onClick={() => onOpen(event)}
        onKeyDown={(key) => onEventKey(key, event, onMoveAsked)}
      >
        <span className={styles['hours']}>{hoursText(event)} </span>
        <span className={styles['kind']}>
          <KindIcon kind={event.kind} />
          {t(`calendar.kind.${event.kind}`)}{' '}
        </span>
        <span className={styles['title']}>
          {event.title} <EventSigns event={event} />
        </span>
        <span className={styles['soft']}>{event.libraries.join(', ')} </span>
        <span className={styles['soft']}>{event.people.join(', ')}</span>
        <span className="visually-hidden">{spokenRest(event)}</span>
      </button>
      {isMovable(event) ? (
        <IconButton
          small
          label={t('calendar.move.of', { title: event.title })}
          icon={<IconCalendarShare />}
          onClick={() => onMoveAsked(event)}
        />
      ) : (
        <span className={styles['noMove']} />
      )}
    </li>
  );
}

/** What is coming, day by day, as a list. */
export function AgendaView(props: ViewProps): ReactNode {
  const t = useText();
  const { date: selected, events, holidays, onSelect } = props;
  const byDay = useMemo(() => eventsByDay(events), [events]);
  const holidayOf = useMemo(() => holidayNames(holidays), [holidays]);
  const { from, to } = rangeOf('agenda', selected);
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (byDay.has(day) || holidayOf.has(day) || day === today()) days.push(day);
  }
  if (events.length === 0) {
    return (
      <EmptyState icon={<IconCalendarOff />} title={t('calendar.agenda.emptyTitle')}>
        {t('calendar.agenda.emptyBody')}
      </EmptyState>
    );
  }
  return (
    <div
      className={styles['agenda']}
      tabIndex={0}
      role="group"
      aria-label={t('calendar.view.agenda')}
    >
      {days.map((date) => {
        const holiday = holidayOf.get(date);
        const away = daysBetween(today(), date);
        const near = Math.abs(away) <= 1 ? formatDateNear(date, today()) : formatMonth(date);
        return (
          <section key={date} className={styles['day']} aria-label={formatDate(date)}>
            <h2
              className={styles['date']}
              data-day-button={date}
              data-today={date === today() || undefined}
              tabIndex={-1}
              onKeyDown={(event) => onDayKey(event, date, 0, onSelect)}
            >
              <span className={styles['number']}>{Number(date.slice(8))}</span>
              <span>
                <span className={styles['weekday']}>{formatWeekday(date)}</span>
                <span className={styles['near']}>{near}</span>
                {holiday !== undefined && <span className={styles['holiday']}>{holiday}</span>}
              </span>
            </h2>
            <ul className={styles['list']}>
              {(byDay.get(date) ?? []).map((event) => (
                <Line
                  key={event.id}
                  event={event}
                  onOpen={props.onOpen}
                  onMoveAsked={props.onMoveAsked}
                />
              ))}
              {!byDay.has(date) && (
                <li className={styles['free']}>
                  {holiday === undefined ? t('calendar.agenda.free') : t('calendar.agenda.holiday')}
                </li>
              )}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
