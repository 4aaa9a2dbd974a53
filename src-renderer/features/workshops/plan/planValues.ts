import type { CallInput, CallOutput } from '../../../../src-main/contract/contract.ts';
import { addDays, today } from '../../../ui/calendarDate.ts';
import type { WorkshopDraftParts } from '../workshopDraft.ts';

/** A planned workshop as the store's call takes it. */
export type PlanInput = CallInput<'workshop.plan'>;

/** Where a workshop takes place. */
export type VenueValues = PlanInput['venue'];

/** A training day in the form; what is not typed yet is null. */
export interface DayValues {
  /** Stays the same while the day is edited: the day's id, or one made up for a new day. */
  readonly key: string;
  readonly id: string | null;
  readonly date: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly half: boolean;
}

/** A workshop's plan as the form holds it. */
export interface PlanValues {
  readonly editionId: string | null;
  readonly moduleId: string | null;
  readonly title: string;
  readonly libraryIds: readonly string[];
  readonly leadTrainerId: string | null;
  readonly trainerIds: readonly string[];
  readonly venue: VenueValues;
  readonly days: readonly DayValues[];
  /** Reasons for going against warnings, by conflict key. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** Which workshop the form is about; nulls for a new one. */
export interface PlanIdentity {
  readonly id: string | null;
  readonly revision: number | null;
}

/** Why a plan cannot be saved yet. */
export type PlanProblem =
  | 'title'
  | 'libraries'
  | 'lead'
  | 'days'
  | 'date'
  | 'hours'
  | 'endBeforeStart'
  | 'sameDay';

const NO_VENUE: VenueValues = {
  name: '',
  town: '',
  address: '',
  room: '',
  equipment: '',
  contact: '',
  access: '',
  meals: '',
  lodging: '',
};

const USUAL_START = '09:00';
const USUAL_END = '16:00';

function dayKey(days: readonly DayValues[]): string {
  const used = days.map(({ key }) => Number(/^new-(\d+)$/.exec(key)?.[1] ?? 0));
  return `new-${Math.max(0, ...used) + 1}`;
}

/** The form of a new workshop. */
export function newPlan(start: {
  readonly date?: string | undefined;
  readonly libraryIds?: readonly string[] | undefined;
  readonly leadTrainerId?: string | null | undefined;
}): PlanValues {
  return {
    editionId: null,
    moduleId: null,
    title: '',
    libraryIds: start.libraryIds ?? [],
    leadTrainerId: start.leadTrainerId ?? null,
    trainerIds: [],
    venue: NO_VENUE,
    days: [
      {
        key: 'new-1',
        id: null,
        date: start.date ?? null,
        start: USUAL_START,
        end: USUAL_END,
        half: false,
      },
    ],
    reasons: {},
  };
}

/**
 * The form of a saved workshop.
 * @param keys names of days in the form by their id, where they differ (days that were new in this form)
 */
export function planOf(
  page: Pick<CallOutput<'workshop.get'>, 'workshop' | 'days'>,
  keys: ReadonlyMap<string, string> = new Map(),
): PlanValues {
  const { workshop, days } = page;
  return {
    editionId: workshop.editionId,
    moduleId: workshop.moduleId,
    title: workshop.title,
    libraryIds: workshop.libraryIds,
    leadTrainerId: workshop.leadTrainerId,
    trainerIds: workshop.trainerIds,
    venue: workshop.venue,
    days: days.map((day) => ({
      key: keys.get(day.id) ?? day.id,
      id: day.id,
      date: day.date,
      start: day.start,
      end: day.end,
      half: day.value === 0.5,
    })),
    reasons: {},
  };
}

/** The form as its draft keeps it. */
export function draftOf(plan: PlanValues): NonNullable<WorkshopDraftParts['plan']> {
  return {
    ...plan,
    libraryIds: [...plan.libraryIds],
    trainerIds: [...plan.trainerIds],
    days: [...plan.days],
    reasons: { ...plan.reasons },
  };
}

/** Another day after the last one, at the same hours. */
export function withNextDay(days: readonly DayValues[]): readonly DayValues[] {
  const last = days.at(-1);
  const next: DayValues = {
    key: dayKey(days),
    id: null,
    date: last?.date == null ? null : addDays(last.date, 1),
    start: last?.start ?? USUAL_START,
    end: last?.end ?? USUAL_END,
    half: last?.half ?? false,
  };
  return [...days, next];
}

/** What is wrong with one day of the form, or null. */
export function problemOfDay(day: DayValues): PlanProblem | null {
  if (day.date === null) return 'date';
  if (day.start === null || day.end === null) return 'hours';
  return day.end <= day.start ? 'endBeforeStart' : null;
}

/** Whether two days of the plan share the same hours of the same date. */
function overlaps(days: readonly DayValues[]): boolean {
  return days.some((one, index) =>
    days
      .slice(index + 1)
      .some(
        (other) =>
          one.date !== null &&
          one.date === other.date &&
          (one.start ?? '') < (other.end ?? '') &&
          (other.start ?? '') < (one.end ?? ''),
      ),
  );
}

/** Everything that keeps a plan from being saved, in the order of the form. */
export function planProblems(plan: PlanValues): readonly PlanProblem[] {
  const found: PlanProblem[] = [];
  if (plan.title.trim() === '') found.push('title');
  if (plan.libraryIds.length === 0) found.push('libraries');
  if (plan.leadTrainerId === null) found.push('lead');
  if (plan.days.length === 0) found.push('days');
  for (const day of plan.days) {
    const problem = problemOfDay(day);
    if (problem !== null && !found.includes(problem)) found.push(problem);
  }
  if (overlaps(plan.days)) found.push('sameDay');
  return found;
}

function trimmed(venue: VenueValues): VenueValues {
  return Object.fromEntries(
    Object.entries(venue).map(([name, value]) => [name, value.trim()]),
  ) as VenueValues; // the same names, each with its text trimmed
}

/** The plan for the store, or null while something is missing in it. */
export function toInput(plan: PlanValues, identity: PlanIdentity): PlanInput | null {
  const { leadTrainerId } = plan;
  if (leadTrainerId === null || planProblems(plan).length > 0) return null;
  const days = plan.days.flatMap(({ id, date, start, end, half }) =>
    date === null || start === null || end === null
      ? []
      : [{ id, date, start, end, value: half ? (0.5 as const) : (1 as const) }],
  );
  return {
    ...identity,
    editionId: plan.editionId,
    moduleId: plan.moduleId,
    title: plan.title.trim(),
    libraryIds: [...plan.libraryIds],
    leadTrainerId,
    trainerIds: plan.trainerIds.filter((trainerId) => trainerId !== leadTrainerId),
    venue: trimmed(plan.venue),
    days,
    accepted: Object.entries(plan.reasons)
      .filter(([, reason]) => reason.trim() !== '')
      .map(([key, reason]) => ({ key, reason: reason.trim() })),
  };
}

/**
 * The plan for a check of warnings only, or null while there is nothing to check: it needs a day, a library and
 * a person, but no title.
 */
export function toCheck(plan: PlanValues, identity: PlanIdentity): PlanInput | null {
  const titled = plan.title.trim() === '' ? { ...plan, title: '–' } : plan;
  return toInput({ ...titled, reasons: {} }, identity);
}

/** The title that a module suggests, unless the person wrote one of their own. */
export function suggestedTitle(
  title: string,
  modules: readonly { readonly id: string; readonly name: string }[],
  moduleId: string | null,
): string {
  const own = title.trim() !== '' && !modules.some(({ name }) => name === title.trim());
  return own ? title : (modules.find(({ id }) => id === moduleId)?.name ?? title);
}

/** The edition that a day falls into, for a form whose edition nobody chose: one with a curriculum first. */
export function editionOn(
  editions: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly curriculum: readonly unknown[];
  }[],
  date: string = today(),
): string | null {
  const around = editions.filter((edition) => edition.from <= date && date <= edition.to);
  const taught = around.filter((edition) => edition.curriculum.length > 0);
  // Of overlapping editions the one that started last is the one being worked on.
  return (
    (taught.length > 0 ? taught : around).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]?.id ??
    null
  );
}
