import { IconUsersGroup } from '@tabler/icons-react';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { notify } from '../../../state/notices.ts';
import { goTo } from '../../../state/route.ts';
import { AttendanceGrid, type AttendanceMark } from '../../../ui/AttendanceGrid.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import styles from './attendance.module.css';
import { AttendanceDayCard } from './AttendanceDayCard.tsx';
import { dayLabel } from './dayText.ts';
import type { AttendancePerson, TrainingDay, WorkshopData } from './pageData.ts';
import { ShortStayDialog, type Stay } from './ShortStayDialog.tsx';
import { ShortStays } from './ShortStays.tsx';
import { useMarks } from './useMarks.ts';

/** The cell of the grid that has the focus, read from its place in rows and columns. */
function focusedStay(
  people: readonly AttendancePerson[],
  days: readonly TrainingDay[],
): Stay | null {
  const place = document.activeElement?.getAttribute('data-place')?.split('-').map(Number);
  const [person, day] = [people[place?.[0] ?? -1], days[place?.[1] ?? -1]];
  return person === undefined || day === undefined
    ? null
    : { personId: person.participantId, dayId: day.id };
}

/** Who came on which day; nothing counts before a day is confirmed. */
export function AttendanceTab({ data }: { readonly data: WorkshopData }): ReactNode {
  const t = useText();
  const { people, days, libraries } = data;
  const marks = useMarks(people);
  const [stay, setStay] = useState<Stay | null>(null);
  const openDays = days.filter(({ attendanceConfirmedAt }) => attendanceConfirmedAt === null);
  const gridPeople = useMemo(
    () =>
      people.map(({ participantId, name, libraryTown }) => ({
        id: participantId,
        name,
        group: libraryTown,
      })),
    [people],
  );

  const onMark = (personId: string, dayId: string, mark: AttendanceMark): void => {
    if (!openDays.some(({ id }) => id === dayId)) {
      notify(t('workshops.attendance.locked'), 'info');
      return;
    }
    marks.setMark(personId, dayId, { mark, hours: null, reason: '' });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 's' || event.ctrlKey || event.metaKey || event.altKey) return;
    const focused = focusedStay(people, days);
    if (focused === null || !openDays.some(({ id }) => id === focused.dayId)) return;
    event.preventDefault();
    setStay(focused);
  };

  if (people.length === 0) {
    return (
      <EmptyState icon={<IconUsersGroup />} title={t('workshops.attendance.emptyTitle')}>
        {t('workshops.attendance.emptyBody')}{' '}
        {libraries.map(({ id, town }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            <LinkButton onClick={() => goTo({ place: 'libraries', libraryId: id })}>
              {town}
            </LinkButton>
          </span>
        ))}
      </EmptyState>
    );
  }
  return (
    <div className={styles['layout']}>
      <div role="presentation" onKeyDown={onKeyDown}>
        <AttendanceGrid
          label={t('workshops.tab.attendance')}
          people={gridPeople}
          days={days.map((day) => ({
            id: day.id,
            label: dayLabel(day),
            detail: `${day.start}–${day.end}`,
          }))}
          markOf={(personId, dayId) => marks.markOf(personId, dayId).mark}
          onMark={onMark}
          locked={openDays.length === 0}
        />
        {openDays.length > 0 && <p className={styles['stayKey']}>{t('workshops.stay.key')}</p>}
      </div>
      <div className={styles['side']}>
        {days.map((day) => (
          <AttendanceDayCard key={day.id} day={day} people={people} marks={marks} />
        ))}
        <ShortStays
          days={days}
          people={people}
          marks={marks}
          canAdd={openDays.length > 0}
          onEdit={setStay}
        />
      </div>
      {stay !== null && (
        <ShortStayDialog
          start={stay}
          people={people}
          days={openDays}
          marks={marks}
          onClose={() => setStay(null)}
        />
      )}
    </div>
  );
}
