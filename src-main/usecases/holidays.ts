import type { PlainDate } from '../domain/calendar.ts';
import type { Holidays } from './tools.ts';

interface HolidayLibrary {
  getHolidays(year: number): readonly { date: string; name: string; type: string }[];
}

/** Polish public holidays from a calendar library, a year at a time as they are asked for. */
export function polishHolidays(calendar: HolidayLibrary): Holidays {
  const years = new Map<string, ReadonlyMap<string, string>>();
  function holidaysOf(year: string): ReadonlyMap<string, string> {
    let known = years.get(year);
    if (known === undefined) {
      known = new Map(
        calendar
          .getHolidays(Number(year))
          .filter((holiday) => holiday.type === 'public')
          .map((holiday) => [holiday.date.slice(0, 10), holiday.name]),
      );
      years.set(year, known);
    }
    return known;
  }
  return { nameOn: (date) => holidaysOf(date.slice(0, 4)).get(date) ?? null };
}

/** All days from `from` to `to` that are public holidays. */
export function holidaysBetween(
  holidays: Holidays,
  days: Iterable<PlainDate>,
): { date: PlainDate; name: string }[] {
  const found: { date: PlainDate; name: string }[] = [];
  for (const date of days) {
    const name = holidays.nameOn(date);
    if (name !== null) found.push({ date, name });
  }
  return found;
}
