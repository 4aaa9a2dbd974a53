import type { CallInput, CallOutput } from '../../src-main/contract/contract.ts';
import { text, textIfAny } from '../i18n/text.ts';
import { inWarsaw, isDate } from '../ui/calendarDate.ts';
import { formatDateNear, formatDateShort, formatInstant } from '../ui/format.ts';

/** A record whose history is shown. */
export type RecordPlace = CallInput<'history.get'>;
/** What was saved about it. */
export type RecordPast = CallOutput<'history.get'>;
export type HistoryStep = RecordPast['steps'][number];
export type ChangedThing = HistoryStep['things'][number];
type ChangedField = ChangedThing['fields'][number];

/** Choices whose words another place of the interface has already. */
const WORDS_ELSEWHERE: Readonly<Record<string, string>> = {
  'workshop.state': 'workshops.state',
  'agendaItem.outcome': 'workshops.outcome',
  'engagement.form': 'coaching.form',
  'agreement.shared': 'coaching.fieldInline',
  'coachingSession.state': 'coaching.state',
  'coachingGoal.state': 'coaching.goal.state',
  'coachingGoal.scale': 'coaching.goal.scaleName',
  'resource.kind': 'coaching.resources.kind',
  'resource.direction': 'coaching.resources.short',
  'actionStep.state': 'coaching.step.state',
  'participation.state': 'libraries.state',
  'person.form': 'settings.form',
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What people call a field of a thing. */
export function fieldText(entity: string, field: string): string {
  return textIfAny(`history.field.${entity}.${field}`) ?? text('history.otherField');
}

function oneValue(entity: string, field: string, raw: string): string {
  const words = WORDS_ELSEWHERE[`${entity}.${field}`] ?? `history.value.${entity}.${field}`;
  const known = raw === '' ? null : textIfAny(`${words}.${raw.replaceAll('.', '_')}`);
  if (known !== null) return known;
  if (INSTANT.test(raw)) return formatInstant(raw);
  if (isDate(raw)) return formatDateShort(raw);
  return /^-?\d+\.\d+$/.test(raw) ? raw.replace('.', ',') : raw;
}

/** A value of a field as people read it; a list has a line each. */
export function valueText(entity: string, field: string, raw: string): string {
  return raw
    .split('\n')
    .map((line) => oneValue(entity, field, line))
    .join('\n');
}

const MOST_IN_LINE = 48;

function inLine(value: string): string {
  const line = value.split('\n').join(', ').trim();
  const letters = [...line];
  return letters.length > MOST_IN_LINE ? `${letters.slice(0, MOST_IN_LINE).join('')}…` : line;
}

/** What people call a thing: `krok „Plakat”`. */
export function thingText({ entity, title }: Pick<ChangedThing, 'entity' | 'title'>): string {
  const name = textIfAny(`history.entity.${entity}`) ?? text('history.otherThing');
  if (title === '') return name;
  if (isDate(title)) return text('history.thingOn', { entity: name, date: formatDateShort(title) });
  const dated = title.replace(/\d{4}-\d{2}-\d{2}/g, (date) =>
    isDate(date) ? formatDateShort(date) : date,
  );
  return text('history.thing', { entity: name, title: inLine(dated) });
}

function fromTo(entity: string, { field, before, after }: ChangedField): string {
  const label = fieldText(entity, field);
  const [old, young] = [before, after].map((raw) => inLine(valueText(entity, field, raw)));
  if (old === undefined || old === '') {
    return text('history.filled', { field: label, after: young ?? '' });
  }
  if (young === undefined || young === '') {
    return text('history.cleared', { field: label, before: old });
  }
  return text('history.fromTo', { field: label, before: old, after: young });
}

/** Does a sentence tell all of the change: one field, short before and after? */
export function isToldInLine(step: HistoryStep): boolean {
  const changes = step.things.flatMap(({ fields }) => fields);
  return (
    step.things.length === 1 &&
    changes.length <= 1 &&
    changes.every(({ before, after }) => [before, after].every((raw) => inLine(raw) === raw))
  );
}

function fieldsText({ entity, fields }: ChangedThing, withValues: boolean): string {
  const [first, second] = fields;
  if (withValues && first !== undefined && second === undefined) return fromTo(entity, first);
  const labels = new Set(fields.map(({ field }) => fieldText(entity, field)));
  return labels.size === 0 ? text('history.otherField') : [...labels].join(', ');
}

/** Things that were changed alike: one line for the eighteen marks of a day. */
function alike(things: readonly ChangedThing[]): readonly (readonly ChangedThing[])[] {
  const kind = ({ entity, action, fields }: ChangedThing) =>
    JSON.stringify([entity, action, fields.map(({ field }) => field)]);
  return [...Map.groupBy(things, kind).values()];
}

function said(
  form: 'said' | 'deed',
  [first, ...others]: readonly ChangedThing[],
  place: RecordPlace,
): string {
  if (first === undefined) return '';
  const { entity, id, action } = first;
  const alone = others.length === 0;
  const thing = alone
    ? thingText(first)
    : text('history.many', {
        entity: thingText({ entity, title: '' }),
        count: others.length + 1,
      });
  if (action !== 'changed') {
    return form === 'said'
      ? text(`history.said.${action}`, { thing })
      : text(`history.deed.${action}`, { thing });
  }
  const fields = fieldsText(first, alone);
  const itself = alone && entity === place.entity && id === place.id;
  if (itself)
    return text(form === 'said' ? 'history.said.changed' : 'history.deed.changed', { fields });
  return text(form === 'said' ? 'history.said.changedThing' : 'history.deed.changedThing', {
    thing,
    fields,
  });
}

/** What a step did, in sentences: `Zmieniono: miejsce, godzina`, `Zmieniono: temat z „A” na „B”`. */
export function sentencesOf(step: HistoryStep, place: RecordPlace): readonly string[] {
  return alike(step.things).map((things) => said('said', things, place));
}

/** What a step did, to be said after "Cofnięto": `zmianę: temat z „A” na „B”`. */
export function deedOf(step: HistoryStep, place: RecordPlace): string {
  const [first = [], second, ...others] = alike(step.things);
  const what = said('deed', first, place);
  if (second === undefined) return what;
  return others.length === 0
    ? text('history.and', { what, other: said('deed', second, place) })
    : text('history.andMore', { what, count: step.things.length - first.length });
}

/** When a step was saved: `dziś 14:05`. */
export function whenText(at: string, today: string): string {
  const { date, time } = inWarsaw(new Date(at));
  return text('history.when', { day: formatDateNear(date, today), time });
}
