import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { planNewWorkshop } from '../../state/newWorkshop.ts';
import { goTo, useRouteOf } from '../../state/route.ts';
import { useNewThing, useShortcut } from '../../state/shortcuts.ts';
import { useStored } from '../../state/useStored.ts';
import { assertNever } from '../../ui/assertNever.ts';
import { Button } from '../../ui/Button.tsx';
import { today } from '../../ui/calendarDate.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LoadedView } from '../../ui/LoadedView.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { AgendaView } from './AgendaView.tsx';
import { CalendarFilters } from './CalendarFilters.tsx';
import { showCalendar, useCalendarStore } from './calendarStore.ts';
import styles from './Calendar.module.css';
import { VIEWS, type CalendarEvent, type View } from './calendarTypes.ts';
import { rangeOf, stepped, titleOf, weekOf } from './dates.ts';
import { MonthView } from './MonthView.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { focusDay } from './useCalendarKeys.ts';
import { useMoving } from './useMoving.ts';
import type { ViewProps } from './viewProps.ts';
import { WeekView } from './WeekView.tsx';

function openEvent({ kind, openId }: CalendarEvent): void {
  switch (kind) {
    case 'workshop':
      goTo({ place: 'workshops', workshopId: openId });
      return;
    case 'session':
      goTo({ place: 'coaching', sessionId: openId });
      return;
    default:
      assertNever(kind);
  }
}

function Shown({ view, ...props }: ViewProps & { readonly view: View }): ReactNode {
  switch (view) {
    case 'month':
      return <MonthView {...props} />;
    case 'week':
      return <WeekView {...props} days={weekOf(props.date)} />;
    case 'day':
      return <WeekView {...props} days={[props.date]} />;
    case 'agenda':
      return <AgendaView {...props} />;
    default:
      return assertNever(view);
  }
}

function useViewShortcut(view: View): void {
  const t = useText();
  useShortcut({
    id: `calendar-${view}`,
    keys: String(VIEWS.indexOf(view) + 1),
    label: t(`calendar.view.${view}`),
    run: () => showCalendar({ view }),
  });
}

/** Keys of the calendar: today, back and forward, and the views by their number. */
function useCalendarShortcuts(view: View, date: string): void {
  const t = useText();
  useShortcut({
    id: 'calendar-today',
    keys: 't',
    label: t('calendar.today'),
    run: () => showCalendar({ date: today() }),
  });
  useShortcut({
    id: 'calendar-back',
    keys: 'pageup',
    label: t(`calendar.previous.${view}`),
    run: () => showCalendar({ date: stepped(view, date, -1) }),
  });
  useShortcut({
    id: 'calendar-forward',
    keys: 'pagedown',
    label: t(`calendar.next.${view}`),
    run: () => showCalendar({ date: stepped(view, date, 1) }),
  });
  useViewShortcut('month');
  useViewShortcut('week');
  useViewShortcut('day');
  useViewShortcut('agenda');
}

function Steps({ view, date }: { readonly view: View; readonly date: string }): ReactNode {
  const t = useText();
  return (
    <span className={styles['steps']}>
      <IconButton
        label={t(`calendar.previous.${view}`)}
        icon={<IconChevronLeft />}
        shortcut="pageup"
        onClick={() => showCalendar({ date: stepped(view, date, -1) })}
      />
      <Button
        shortcut="t"
        onClick={() => {
          showCalendar({ date: today() });
          requestAnimationFrame(() => focusDay(today()));
        }}
      >
        {t('calendar.today')}
      </Button>
      <IconButton
        label={t(`calendar.next.${view}`)}
        icon={<IconChevronRight />}
        shortcut="pagedown"
        onClick={() => showCalendar({ date: stepped(view, date, 1) })}
      />
    </span>
  );
}

/** Kalendarz: workshops and sessions by month, week, day or as a list; workshops can be moved in it. */
export default function Calendar(): ReactNode {
  const t = useText();
  const route = useRouteOf('calendar');
  const { view, date, person, hidden } = useCalendarStore();
  const moving = useMoving();
  const range = useMemo(() => rangeOf(view, date), [view, date]);
  const stored = useStored('calendar.events', range, [range.from, range.to]);

  // Another place may ask for a view and a day.
  const [asked, askedView] = [route?.date, route?.view];
  useEffect(() => {
    useCalendarStore.setState((now) => ({
      date: asked ?? now.date,
      view: askedView ?? now.view,
    }));
  }, [asked, askedView]);

  useCalendarShortcuts(view, date);
  const plan = (day: string): void => planNewWorkshop({ date: day });
  useNewThing(t('calendar.new'), () => plan(date));

  return (
    <Page
      fill
      header={
        <PageHeader
          title={
            <>
              <span className="visually-hidden">{t('calendar.title')}: </span>
              {titleOf(view, date)}
            </>
          }
          meta={<Steps view={view} date={date} />}
          actions={
            <>
              <ChoiceField
                label={t('calendar.viewLabel')}
                hideLabel
                options={VIEWS.map((value) => ({ value, label: t(`calendar.view.${value}`) }))}
                value={view}
                onChange={(next) => showCalendar({ view: next })}
              />
              <Button kind="primary" icon={<IconPlus />} shortcut="n" onClick={() => plan(date)}>
                {t('calendar.new')}
              </Button>
            </>
          }
        />
      }
    >
      <CalendarFilters />
      <div className={styles['view']}>
        <LoadedView of={stored} failedTitle={t('calendar.failed')}>
          {({ events, holidays }) => (
            <Shown
              view={view}
              date={date}
              events={events.filter(
                ({ kind, people }) =>
                  !hidden.includes(kind) && (person === null || people.includes(person)),
              )}
              holidays={holidays}
              onSelect={(day) => showCalendar({ date: day })}
              onOpen={openEvent}
              onMove={moving.move}
              onMoveAsked={moving.ask}
              onPlan={plan}
              onOpenDay={(day) => showCalendar({ view: 'day', date: day })}
            />
          )}
        </LoadedView>
      </div>
      {moving.question !== null && (
        <MoveDialog
          key={moving.question.data.workshop.id}
          question={moving.question}
          moving={moving}
        />
      )}
    </Page>
  );
}
