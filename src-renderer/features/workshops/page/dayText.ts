import { formatDateShort, formatWeekday } from '../../../ui/format.ts';
import type { TrainingDay } from './pageData.ts';

/** A training day in a few letters: `pt. 12.03`. */
export function dayLabel(day: Pick<TrainingDay, 'date'>): string {
  return `${formatWeekday(day.date, 'short')} ${formatDateShort(day.date).slice(0, 5)}`;
}

/** Clock hours of a whole day, to a tenth. */
export function hoursOf({ start, end }: Pick<TrainingDay, 'start' | 'end'>): number {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return Math.round(((minutes(end) - minutes(start)) / 60) * 10) / 10;
}
