import { IconClockExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import styles from './attendance.module.css';
import { dayLabel, hoursOf } from './dayText.ts';
import type { AttendancePerson, TrainingDay } from './pageData.ts';
import type { Stay } from './ShortStayDialog.tsx';
import type { Marks } from './useMarks.ts';

export interface ShortStaysProps {
  readonly people: readonly AttendancePerson[];
  readonly marks: Marks;
  readonly days: readonly TrainingDay[];
  readonly onEdit: (stay: Stay) => void;
  readonly canAdd: boolean;
}

/** Everybody who was there for a part of a day. */
export function ShortStays({ days, people, marks, onEdit, canAdd }: ShortStaysProps): ReactNode {
  const t = useText();
  const stays = people.flatMap((person) =>
    days
      .map((day) => ({ person, day, mark: marks.markOf(person.participantId, day.id) }))
      .filter(({ mark }) => mark.hours !== null || mark.reason !== ''),
  );
  return (
    <Section
      title={t('workshops.stay.section')}
      count={stays.length}
      actions={
        canAdd && (
          <Button
            kind="quiet"
            icon={<IconClockExclamation />}
            onClick={() => onEdit({ personId: null, dayId: null })}
          >
            {t('workshops.stay.add')}
          </Button>
        )
      }
    >
      {stays.length === 0 ? (
        <p className={styles['cardWords']}>{t('workshops.stay.none')}</p>
      ) : (
        <ul className={styles['stays']}>
          {stays.map(({ person, day, mark }) => (
            <li key={`${person.participantId} ${day.id}`}>
              <span className={styles['stayDay']}>{dayLabel(day)}</span>
              <span>
                <b>{person.name}</b>
                {mark.hours !== null &&
                  `, ${t('workshops.stay.ofHours', {
                    hours: formatNumber(mark.hours),
                    most: formatNumber(hoursOf(day)),
                  })}`}
                {mark.reason !== '' && `, ${mark.reason}`}
              </span>
              {day.attendanceConfirmedAt === null && (
                <LinkButton
                  onClick={() => onEdit({ personId: person.participantId, dayId: day.id })}
                >
                  {t('workshops.stay.change')}
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
