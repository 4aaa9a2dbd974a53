import type { CallName, CallOutput, ParsedInput } from '../contract/contract.ts';

/** A workshop whose room view is open. */
export interface Room {
  readonly workshopId: string;
  /** Its training days when the view was opened. */
  readonly dayIds: ReadonlySet<string>;
  /** Who is on its attendance list. */
  readonly participantIds: ReadonlySet<string>;
}

/** The room of a workshop, as its page tells. */
export function roomOf({ workshop, days, people }: CallOutput<'workshop.get'>): Room {
  return {
    workshopId: workshop.id,
    dayIds: new Set(days.map(({ id }) => id)),
    participantIds: new Set(people.map(({ participantId }) => participantId)),
  };
}

type Rule<Name extends CallName> = (input: ParsedInput<Name>, room: Room) => boolean;

const always = (): boolean => true;
const ownDay = ({ dayId }: { readonly dayId: string }, { dayIds }: Room): boolean =>
  dayIds.has(dayId);
/** A draft's key does not tell its workshop; its entity says at least that it is an agenda's. */
const agendaDraft = ({ entity }: { readonly entity: string }): boolean =>
  entity === 'trainingDay' || entity === 'agendaItem';

/** What the room needs; a call that is not here does not pass. */
const RULES: { readonly [Name in CallName]?: Rule<Name> } = {
  'workshop.get': ({ id }, { workshopId }) => id === workshopId,
  'attendance.mark': (mark, room) =>
    ownDay(mark, room) && room.participantIds.has(mark.participantId),
  'attendance.markRest': ownDay,
  'attendance.confirm': ownDay,
  'attendance.reopen': ownDay,
  'agenda.save': (item, room) => item.workshopId === room.workshopId && ownDay(item, room),
  'agenda.reorder': ownDay,
  'draft.keep': agendaDraft,
  'draft.get': agendaDraft,
  'draft.discard': agendaDraft,
  'settings.get': always,
  'workspace.status': always,
  'workspace.lock': always,
  'room.leave': always,
  'lock.get': always,
  'appearance.apply': always,
};

/** May this call pass while everything but the room is locked? `input` was parsed by the contract. */
export function roomAllows(room: Room, name: CallName, input: unknown): boolean {
  // The compiler cannot tie a name chosen at run time to its input; it was parsed under this very name.
  const rule = RULES[name] as ((parsed: unknown, room: Room) => boolean) | undefined;
  return rule?.(input, room) ?? false;
}
