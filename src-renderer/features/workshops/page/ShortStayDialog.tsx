import { useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import styles from './attendance.module.css';
import { dayLabel, hoursOf } from './dayText.ts';
import type { AttendancePerson, TrainingDay } from './pageData.ts';
import type { Mark, Marks } from './useMarks.ts';

/** Whose stay on which day. */
export interface Stay {
  readonly personId: string | null;
  readonly dayId: string | null;
}

export interface ShortStayDialogProps {
  readonly start: Stay;
  readonly people: readonly AttendancePerson[];
  /** Days that may still be changed. */
  readonly days: readonly TrainingDay[];
  readonly marks: Marks;
  readonly onClose: () => void;
}

/** Somebody came late or left early: how many hours they were there, and why. */
export function ShortStayDialog(props: ShortStayDialogProps): ReactNode {
  const t = useText();
  const { start, people, days, marks, onClose } = props;
  const before: Mark | null =
    start.personId === null || start.dayId === null
      ? null
      : marks.markOf(start.personId, start.dayId);
  const [personId, setPersonId] = useState(start.personId);
  const [dayId, setDayId] = useState(start.dayId ?? days[0]?.id ?? null);
  const [hours, setHours] = useState(before?.hours ?? null);
  const [reason, setReason] = useState(before?.reason ?? '');
  const [insist, setInsist] = useState(false);
  const day = days.find(({ id }) => id === dayId);
  const most = day === undefined ? 24 : hoursOf(day);

  const save = (): void => {
    if (personId === null || dayId === null || hours === null || hours > most) {
      setInsist(true);
      return;
    }
    const whole = hours === most;
    marks.setMark(personId, dayId, {
      mark: 'present',
      hours: whole ? null : hours,
      reason: whole ? '' : reason.trim(),
    });
    onClose();
  };

  return (
    <Dialog
      title={t('workshops.stay.title')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.dialog.cancel')}</Button>
          <Button kind="primary" onClick={save}>
            {t('workshops.stay.save')}
          </Button>
        </>
      }
    >
      <form
        className={styles['stay']}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <SelectField
          label={t('workshops.stay.who')}
          searchable
          autoFocus={start.personId === null}
          error={insist && personId === null ? t('workshops.stay.whoMissing') : null}
          options={people.map(({ participantId, name, libraryTown }) => ({
            value: participantId as string,
            label: `${name}, ${libraryTown}`,
          }))}
          value={personId}
          onChange={setPersonId}
        />
        <SelectField
          label={t('workshops.stay.day')}
          options={days.map((one) => ({ value: one.id as string, label: dayLabel(one) }))}
          value={dayId}
          onChange={setDayId}
        />
        <NumberField
          label={t('workshops.stay.hours')}
          hint={t('workshops.stay.hoursHint', { most: formatNumber(most) })}
          autoFocus={start.personId !== null}
          error={
            insist && (hours === null || hours > most)
              ? t('workshops.stay.hoursMissing', { most: formatNumber(most) })
              : null
          }
          min={0}
          max={24}
          step={0.5}
          decimals={2}
          value={hours}
          onChange={setHours}
        />
        <TextField
          label={t('workshops.stay.reason')}
          placeholder={t('workshops.stay.reasonPlaceholder')}
          value={reason}
          onChange={setReason}
        />
        {/* Lets Enter in a field save the hours. */}
        <button type="submit" hidden aria-label={t('workshops.stay.save')} />
      </form>
    </Dialog>
  );
}
