import { describe, expect, it } from 'vitest';
import {
  filterWorkshops,
  NO_FILTERS,
  waitsForAttendance,
  type WorkshopFilters,
  type WorkshopRow,
} from '../../../src-renderer/features/workshops/list/listFilters.ts';
import { WorkshopRow as WorkshopRowSchema } from '../../../src-main/contract/workshopCalls.ts';

const TODAY = '2015-03-12';
const EDITIONS = [
  { id: 'pilot', name: 'Pilotaż', from: '2013-05-01', to: '2014-09-30' },
  { id: 'main', name: 'Faza zasadnicza', from: '2014-10-01', to: '2015-12-31' },
];

/** A row of the list; unsaid parts are those of a workshop planned for tomorrow. */
function row(key: string, changed: Partial<Record<keyof WorkshopRow, unknown>> = {}): WorkshopRow {
  return WorkshopRowSchema.parse({
    id: `workshop.${key}`,
    title: 'Diagnoza',
    moduleName: 'Diagnoza',
    state: 'planned',
    from: '2015-03-13',
    to: '2015-03-14',
    days: 2,
    libraries: [{ id: 'library.lapy', town: 'Łapy' }],
    leadTrainerName: 'Anna Wzorcowa',
    trainerNames: [],
    venueTown: 'Łapy',
    daysToConfirm: 2,
    reportNumber: null,
    ...changed,
  });
}

const ROWS = [
  row('tomorrow'),
  row('yesterday', { from: '2015-03-11', to: '2015-03-12', trainerNames: ['Piotr Drugi'] }),
  row('held', { from: '2014-02-04', to: '2014-02-05', state: 'held', daysToConfirm: 0 }),
  row('cancelled', { from: '2015-01-13', to: '2015-01-13', state: 'cancelled' }),
  row('without-days', { from: null, to: null, days: 0, title: 'Kawiarenka', moduleName: '' }),
];

function shown(filters: Partial<WorkshopFilters>): string[] {
  return filterWorkshops(ROWS, { ...NO_FILTERS, ...filters }, EDITIONS, TODAY).map(({ id }) =>
    id.replace('workshop.', ''),
  );
}

describe('filterWorkshops', () => {
  it('shows everything without filters', () => {
    expect(shown({})).toHaveLength(ROWS.length);
  });

  it('shows as to be confirmed only what has begun, and is not off', () => {
    expect(shown({ standing: 'confirm' })).toEqual(['yesterday']);
    expect(ROWS.filter((one) => waitsForAttendance(one, TODAY))).toHaveLength(1);
    expect(shown({ standing: 'held' })).toEqual(['held']);
    expect(shown({ standing: 'cancelled' })).toEqual(['cancelled']);
  });

  it('finds people in both roles, modules and editions', () => {
    expect(shown({ trainer: 'Piotr Drugi' })).toEqual(['yesterday']);
    expect(shown({ module: 'Diagnoza' })).not.toContain('without-days');
    expect(shown({ edition: 'pilot' })).toEqual(['held']);
  });

  it('searches without Polish letters, in titles, towns and people', () => {
    expect(shown({ query: 'lapy diag' })).toHaveLength(4);
    expect(shown({ query: 'kawiar' })).toEqual(['without-days']);
    expect(shown({ query: 'drugi' })).toEqual(['yesterday']);
    expect(shown({ query: 'sopot' })).toEqual([]);
  });
});
