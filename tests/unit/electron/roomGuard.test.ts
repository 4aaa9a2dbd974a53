import { describe, expect, it } from 'vitest';
import {
  contract,
  isCallName,
  type CallName,
  type CallOutput,
} from '../../../src-main/contract/contract.ts';
import { roomAllows, roomOf, type Room } from '../../../src-main/electron/roomGuard.ts';
import { fake } from './fakes.ts';

const room: Room = {
  workshopId: 'w1',
  dayIds: new Set(['d1', 'd2']),
  participantIds: new Set(['p1']),
};
const names = Object.keys(contract).filter(isCallName);

it('a room holds the days and the attendance list of its workshop', () => {
  const page = fake<CallOutput<'workshop.get'>>('page', {
    workshop: { id: 'w1' },
    days: [{ id: 'd1' }, { id: 'd2' }],
    people: [{ participantId: 'p1', name: 'Iga' }],
  });
  expect(roomOf(page)).toStrictEqual(room);
});

describe('what a room view may still ask', () => {
  it('is this, and nothing that comes to be later by itself', () => {
    // An input that fits every rule at once: what still fails has no rule.
    const input = {
      id: 'w1',
      workshopId: 'w1',
      dayId: 'd1',
      participantId: 'p1',
      entity: 'agendaItem',
    };
    expect(names.filter((name) => roomAllows(room, name, input)).toSorted()).toStrictEqual([
      'agenda.reorder',
      'agenda.save',
      'appearance.apply',
      'attendance.confirm',
      'attendance.mark',
      'attendance.markRest',
      'attendance.reopen',
      'draft.discard',
      'draft.get',
      'draft.keep',
      'lock.get',
      'room.leave',
      'settings.get',
      'workshop.get',
      'workspace.lock',
      'workspace.status',
    ]);
  });

  it.each<[CallName, object]>([
    ['workshop.get', { id: 'w2' }],
    ['attendance.mark', { dayId: 'd3', participantId: 'p1' }],
    ['attendance.mark', { dayId: 'd1', participantId: 'p2' }],
    ['attendance.mark', { dayId: 'd1' }],
    ['attendance.markRest', { dayId: 'd3' }],
    ['attendance.confirm', { dayId: 'd3' }],
    ['attendance.reopen', { dayId: 'd3' }],
    ['agenda.save', { workshopId: 'w2', dayId: 'd1' }],
    ['agenda.save', { workshopId: 'w1', dayId: 'd3' }],
    ['agenda.reorder', { dayId: 'd3' }],
    ['draft.get', { entity: 'coachingSession' }],
    ['draft.keep', { entity: 'privateNote' }],
    ['draft.discard', { entity: 'workshop' }],
  ])('is not %s with %j', (name, input) => {
    expect(roomAllows(room, name, input)).toBe(false);
  });
});
