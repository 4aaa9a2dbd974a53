import { IconLock, IconLockOpen, IconUsers } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notify, notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/calendarDate.ts';
import { formatInstant } from '../../../ui/format.ts';
import { StatusPill } from '../../../ui/StatusPill.tsx';
import { Warning } from '../../../ui/Warning.tsx';
import styles from './attendance.module.css';
import { dayLabel } from './dayText.ts';
import type { AttendancePerson, TrainingDay } from './pageData.ts';
import type { Marks } from './useMarks.ts';

export interface AttendanceDayCardProps {
  readonly day: TrainingDay;
  readonly people: readonly AttendancePerson[];
  readonly marks: Marks;
}

/** A day's standing: how many are unchecked, everybody else present, confirming and reopening. */
export function AttendanceDayCard({ day, people, marks }: AttendanceDayCardProps): ReactNode {
  const t = useText();
  const [unchecked, setUnchecked] = useState<readonly string[]>([]);
  const confirmedAt = day.attendanceConfirmedAt;
  const waiting = people.filter(
    ({ participantId }) => marks.markOf(participantId, day.id).mark === 'unchecked',
  );
  const present = people.filter(
    ({ participantId }) => marks.markOf(participantId, day.id).mark === 'present',
  ).length;
  const label = dayLabel(day);

  const markRest = async (): Promise<void> => {
    try {
      await marks.settled();
      const saved = await call('attendance.markRest', { dayId: day.id, mark: 'present' });
      setUnchecked([]);
      notifyWithUndo(t('workshops.attendance.restMarked', { count: saved.length }), async () => {
        for (const { participantId } of saved) {
          await call('attendance.mark', {
            dayId: day.id,
            participantId,
            mark: 'unchecked',
            hours: null,
            reason: '',
          });
        }
      });
    } catch (error) {
      reportFailure(error, markRest);
    }
  };

  const confirmDay = async (): Promise<void> => {
    try {
      await marks.settled(); // the last key may still be on its way to the store
      const result = await call('attendance.confirm', { dayId: day.id });
      if (result.outcome === 'unchecked') {
        setUnchecked(result.names);
        return;
      }
      setUnchecked([]);
      notifyWithUndo(t('workshops.attendance.confirmed', { day: label }), async () => {
        await call('attendance.reopen', { dayId: day.id });
      });
    } catch (error) {
      reportFailure(error, confirmDay);
    }
  };

  const reopen = async (): Promise<void> => {
    try {
      await call('attendance.reopen', { dayId: day.id });
      notify(t('workshops.attendance.reopened', { day: label }));
    } catch (error) {
      reportFailure(error, reopen);
    }
  };

  return (
    <section className={styles['card']} aria-label={label}>
      <div className={styles['cardHead']}>
        <h2>{label}</h2>
        {confirmedAt === null ? (
          <StatusPill tone={day.date <= today() ? 'waiting' : 'neutral'}>
            {t('workshops.attendance.unconfirmed')}
          </StatusPill>
        ) : (
          <StatusPill tone="ok" icon={<IconLock />}>
            {t('workshops.attendance.confirmedPill')}
          </StatusPill>
        )}
      </div>
      <p className={styles['cardWords']}>
        {confirmedAt === null
          ? waiting.length === 0
            ? t('workshops.attendance.ready', { present, total: people.length })
            : t('workshops.attendance.unchecked', { count: waiting.length })
          : t('workshops.attendance.confirmedAt', {
              at: formatInstant(confirmedAt),
              present,
              total: people.length,
            })}
      </p>
      {unchecked.length > 0 && waiting.length > 0 && (
        <Warning title={t('workshops.attendance.cannotConfirm')}>{unchecked.join(', ')}</Warning>
      )}
      <div className={styles['cardActions']}>
        {confirmedAt === null ? (
          <>
            {waiting.length > 0 && (
              <Button icon={<IconUsers />} onClick={() => void markRest()}>
                {waiting.length === people.length
                  ? t('workshops.attendance.all')
                  : t('workshops.attendance.rest')}
              </Button>
            )}
            <Button
              kind={waiting.length === 0 ? 'primary' : 'plain'}
              icon={<IconLock />}
              onClick={() => void confirmDay()}
            >
              {t('workshops.attendance.confirm')}
            </Button>
          </>
        ) : (
          <Button kind="quiet" icon={<IconLockOpen />} onClick={() => void reopen()}>
            {t('workshops.attendance.reopen')}
          </Button>
        )}
      </div>
    </section>
  );
}
