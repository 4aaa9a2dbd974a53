import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { daysBetween, inWarsaw } from '../../ui/calendarDate.ts';
import { Conflicts, withoutReason } from '../../ui/Conflicts.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatDate, formatWeekday } from '../../ui/format.ts';
import { TimeField } from '../../ui/TimeField.tsx';
import type { Shift } from './calendarTypes.ts';
import { minutesOf } from './dates.ts';
import styles from './MoveDialog.module.css';
import { shiftedDays } from './moving.ts';
import type { Moving, MoveQuestion } from './useMoving.ts';

export interface MoveDialogProps {
  readonly question: MoveQuestion;
  readonly moving: Moving;
}

/** Moves a workshop to a typed date; what stands against it is answered with a reason here. */
export function MoveDialog({ question, moving }: MoveDialogProps): ReactNode {
  const t = useText();
  const { data, clashes } = question;
  const before = data.days[0];
  const proposed = shiftedDays(data.days, question.shift)[0];
  const [date, setDate] = useState<string | null>(proposed?.date ?? null);
  const [start, setStart] = useState<string | null>(proposed?.start ?? null);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [insist, setInsist] = useState(false);
  const [busy, setBusy] = useState(false);

  const shift: Shift | null =
    before === undefined || date === null || start === null
      ? null
      : {
          days: daysBetween(before.date, date),
          minutes: minutesOf(start) - minutesOf(before.start),
        };
  const asked = JSON.stringify(question.shift);
  const isSameMove = shift !== null && JSON.stringify(shift) === asked;
  const conflicts = clashes !== null && isSameMove ? clashes.conflicts : [];
  const stays = shift !== null && shift.days === 0 && shift.minutes === 0;

  const decide = async (): Promise<void> => {
    if (shift === null || stays) return;
    if (withoutReason(conflicts, reasons).length > 0) {
      setInsist(true);
      return;
    }
    setBusy(true);
    await moving.decide(shift, reasons);
    setBusy(false);
  };

  return (
    <Dialog
      title={t('calendar.move.title', { title: data.workshop.title })}
      open
      size={conflicts.length > 0 ? 'medium' : 'small'}
      onClose={moving.cancel}
      actions={
        <>
          <Button onClick={moving.cancel}>{t('ui.dialog.cancel')}</Button>
          <Button
            kind="primary"
            busy={busy}
            disabled={shift === null || stays}
            onClick={() => void decide()}
          >
            {conflicts.length > 0 ? t('calendar.move.anyway') : t('calendar.move.confirm')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void decide();
        }}
      >
        <div className={styles['fields']}>
          <DateField
            label={t('calendar.move.firstDay')}
            autoFocus={clashes === null}
            value={date}
            onChange={setDate}
          />
          <TimeField label={t('calendar.move.start')} value={start} onChange={setStart} />
        </div>
        {shift !== null && (
          <ul className={styles['days']}>
            {shiftedDays(data.days, shift).map((day) => (
              <li key={day.id}>
                {formatWeekday(day.date)} {formatDate(day.date)}, {day.start}–{day.end}
              </li>
            ))}
          </ul>
        )}
        {conflicts.length > 0 && (
          <>
            <p className={styles['intro']} role="status">
              {t('calendar.move.clashes', { count: conflicts.length })}
            </p>
            <Conflicts
              conflicts={conflicts}
              reasons={reasons}
              onReasons={(typed) => setReasons((now) => ({ ...now, ...typed }))}
              insist={insist}
            />
            {clashes !== null && (
              <p className={styles['checked']}>
                {t('calendar.move.checked', {
                  names: [...clashes.checked.people, ...clashes.checked.libraries].join(', '),
                  time: inWarsaw(new Date(clashes.checked.at)).time,
                })}
              </p>
            )}
          </>
        )}
        {/* Lets Enter in a field move the workshop. */}
        <button type="submit" hidden aria-label={t('calendar.move.confirm')} />
      </form>
    </Dialog>
  );
}
