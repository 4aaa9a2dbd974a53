import { describe, expect, it } from 'vitest';
import { AgendaItem } from '../../../src-main/domain/agendaItem.ts';
import { recorded } from '../../../src-main/domain/noun.ts';
import {
  agendaTotals,
  moved,
  readQuickBlock,
  runningClock,
} from '../../../src-renderer/features/workshops/page/agendaClock.ts';

describe('readQuickBlock', () => {
  it.each([
    ['Wywiad w praktyce 90', { title: 'Wywiad w praktyce', minutes: 90, isBreak: false }],
    ['Wywiad w praktyce 1h30', { title: 'Wywiad w praktyce', minutes: 90, isBreak: false }],
    ['Mapa zasobów, 2 h', { title: 'Mapa zasobów', minutes: 120, isBreak: false }],
    ['Powitanie 45 min', { title: 'Powitanie', minutes: 45, isBreak: false }],
    ['Powitanie', { title: 'Powitanie', minutes: 45, isBreak: false }],
    ['Przerwa', { title: 'Przerwa', minutes: 15, isBreak: true }],
    ['przerwa na kawę 20', { title: 'przerwa na kawę', minutes: 20, isBreak: true }],
    ['Obiad 60', { title: 'Obiad', minutes: 60, isBreak: true }],
    ['Przerwanie ciszy 30', { title: 'Przerwanie ciszy', minutes: 30, isBreak: false }],
    ['Strefa 2015', { title: 'Strefa 2015', minutes: 45, isBreak: false }],
    ['Zadanie 0', { title: 'Zadanie', minutes: 45, isBreak: false }],
  ])('%s', (line, block) => {
    expect(readQuickBlock(line)).toEqual(block);
  });

  it('is nothing without words', () => {
    expect(readQuickBlock('   ')).toBeNull();
  });
});

describe('runningClock', () => {
  it('says when each block begins, and when the last one ends', () => {
    expect(runningClock('09:00', [45, 15, 90])).toEqual(['09:00', '09:45', '10:00', '11:30']);
    expect(runningClock('23:30', [60])).toEqual(['23:30', '00:30']);
  });
});

describe('agendaTotals', () => {
  /** A block as the store has it; unsaid, it is planned for 90 minutes and has no outcome. */
  function block(changed: Readonly<Record<string, unknown>> = {}) {
    return recorded(AgendaItem).parse({
      id: 'agendaItem.one',
      workshopId: 'workshop.one',
      dayId: 'trainingDay.one',
      position: 0,
      title: 'Wywiad w praktyce',
      plannedMinutes: 90,
      isBreak: false,
      aim: '',
      content: '',
      method: '',
      materials: '',
      outcome: null,
      doneMinutes: null,
      reason: '',
      revision: 1,
      createdAt: '2027-01-01T10:00:00.000Z',
      updatedAt: '2027-01-01T10:00:00.000Z',
      originWorkspace: 'test',
      deletedAt: null,
      ...changed,
    });
  }
  const items = [
    block({ outcome: 'done' }),
    block({ isBreak: true, plannedMinutes: 30 }),
    block({ outcome: 'shortened', doneMinutes: 60 }),
    block({ outcome: 'skipped' }),
    block(),
  ];

  it('puts planned and done side by side; breaks are no training', () => {
    expect(agendaTotals(items, { start: '09:00', end: '16:00' }, 45)).toEqual({
      planned: 360,
      plannedBreaks: 30,
      done: 150,
      hoursDone: 3.3,
      spare: 30,
    });
  });

  it('says by how much a day is too short', () => {
    expect(agendaTotals(items, { start: '09:00', end: '15:00' }, 60).spare).toBe(-30);
  });
});

describe('moved', () => {
  it('takes one out and puts it elsewhere', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('leaves the list as it is at its ends', () => {
    const list = ['a', 'b'];
    expect(moved(list, 0, -1)).toBe(list);
    expect(moved(list, 1, 2)).toBe(list);
  });
});
