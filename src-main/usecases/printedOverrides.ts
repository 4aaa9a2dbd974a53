import { assertNever } from '../domain/assertNever.ts';
import type { OverriddenConflict } from '../domain/workshop.ts';

/** A warning that was gone against, as the report prints it. */
export interface PrintedOverride {
  readonly about: 'holiday' | 'phase' | 'day-count';
  readonly text: string;
  readonly reason: string;
}

function polishDay(date: string | null): string {
  return date === null ? '' : date.split('-').reverse().join('.');
}

/**
 * A warning as the report prints it, in Polish whatever the language of the interface; null for clashes of
 * persons and libraries, which are never printed (domain rule 2).
 */
function printed(conflict: OverriddenConflict): Omit<PrintedOverride, 'reason'> | null {
  const day = polishDay(conflict.date);
  const { name, planned, days, from, to } = conflict.details;
  switch (conflict.kind) {
    case 'holiday':
      return { about: 'holiday', text: `${day}: dzień ustawowo wolny (${name})` };
    case 'sunday':
      return { about: 'holiday', text: `${day}: niedziela` };
    case 'outside-phase': {
      const span = `${polishDay(String(from))}–${polishDay(String(to))}`;
      return { about: 'phase', text: `${day}: poza terminem warsztatów (${span})` };
    }
    case 'too-many-days':
      return {
        about: 'day-count',
        text: `${name}: więcej dni niż w planie modułu (${days} zamiast ${planned})`,
      };
    case 'person-booked':
    case 'library-booked':
    case 'travel':
      return null;
    default:
      return assertNever(conflict.kind);
  }
}

/** Overridden warnings that the report prints, with their reasons. */
export function printedOverrides(overridden: readonly OverriddenConflict[]): PrintedOverride[] {
  return overridden.flatMap((conflict) => {
    const override = printed(conflict);
    return override === null ? [] : [{ ...override, reason: conflict.reason }];
  });
}
