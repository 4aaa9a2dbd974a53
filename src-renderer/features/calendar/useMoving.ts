import { useState } from 'react';
import type { CallOutput } from '../../../src-main/contract/contract.ts';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { notify, notifyWithUndo, reportFailure } from '../../state/notices.ts';
import { formatRange } from '../../ui/format.ts';
import type { CalendarEvent, Shift } from './calendarTypes.ts';
import {
  hasConfirmedDay,
  savedReasons,
  shiftedDays,
  type MovedDay,
  type WorkshopToMove,
} from './moving.ts';

type Clashes = Extract<CallOutput<'workshop.moveDays'>, { outcome: 'conflicts' }>;

/** A move that waits for the person: for a date, or for reasons. */
export interface MoveQuestion {
  readonly data: WorkshopToMove;
  readonly shift: Shift;
  /** What stands against the move; null before it was tried. */
  readonly clashes: Clashes | null;
}

/** Moving workshops: by dragging, or by typing a date in a dialog. */
export interface Moving {
  readonly question: MoveQuestion | null;
  /** Moves at once; warnings open the dialog. */
  readonly move: (event: CalendarEvent, shift: Shift) => void;
  /** Opens the dialog. */
  readonly ask: (event: CalendarEvent) => void;
  /** Moves as the dialog says. Answers when it was moved or refused. */
  readonly decide: (shift: Shift, reasons: Readonly<Record<string, string>>) => Promise<void>;
  readonly cancel: () => void;
}

/** Moves workshops with the same warnings as planning, and offers to take each move back. */
export function useMoving(): Moving {
  const t = useText();
  const [question, setQuestion] = useState<MoveQuestion | null>(null);

  const said = (days: readonly MovedDay[]): string => {
    const dates = days.map(({ date }) => date).toSorted();
    return formatRange(dates[0] ?? '', dates.at(-1) ?? '');
  };

  const tryMove = async (
    data: WorkshopToMove,
    shift: Shift,
    reasons: Readonly<Record<string, string>>,
  ): Promise<void> => {
    const { id, title } = data.workshop;
    const days = [...shiftedDays(data.days, shift)];
    const accepted = Object.entries(reasons)
      .filter(([, reason]) => reason.trim() !== '')
      .map(([key, reason]) => ({ key, reason: reason.trim() }));
    const result = await call('workshop.moveDays', { id, days, accepted });
    if (result.outcome === 'conflicts') {
      setQuestion({ data, shift, clashes: result });
      return;
    }
    setQuestion(null);
    notifyWithUndo(t('calendar.move.done', { title, range: said(days) }), async () => {
      const back = [...shiftedDays(data.days, { days: 0, minutes: 0 })];
      await call('workshop.moveDays', { id, days: back, accepted: savedReasons(data) });
    });
  };

  const load = async (event: CalendarEvent): Promise<WorkshopToMove | null> => {
    const data = await call('workshop.get', { id: event.openId });
    if (!hasConfirmedDay(data)) return data;
    notify(t('calendar.move.confirmed', { title: event.title }), 'info');
    return null;
  };

  const move = async (event: CalendarEvent, shift: Shift): Promise<void> => {
    try {
      const data = await load(event);
      if (data !== null) await tryMove(data, shift, {});
    } catch (error) {
      reportFailure(error);
    }
  };

  const ask = async (event: CalendarEvent): Promise<void> => {
    try {
      const data = await load(event);
      if (data !== null) setQuestion({ data, shift: { days: 0, minutes: 0 }, clashes: null });
    } catch (error) {
      reportFailure(error);
    }
  };

  return {
    question,
    move: (event, shift) => void move(event, shift),
    ask: (event) => void ask(event),
    decide: async (shift, reasons) => {
      if (question === null) return;
      try {
        await tryMove(question.data, shift, reasons);
      } catch (error) {
        reportFailure(error);
      }
    },
    cancel: () => setQuestion(null),
  };
}
