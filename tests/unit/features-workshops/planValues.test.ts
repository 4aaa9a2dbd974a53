import { describe, expect, it } from 'vitest';
import {
  editionOn,
  newPlan,
  planProblems,
  suggestedTitle,
  toCheck,
  toInput,
  withNextDay,
  type PlanValues,
} from '../../../src-renderer/features/workshops/plan/planValues.ts';

const NEW = { id: null, revision: null };

/** A plan that can be saved, with some parts changed. */
function plan(changed: Partial<PlanValues> = {}): PlanValues {
  return {
    ...newPlan({ date: '2015-03-10', libraryIds: ['library.lapy'], leadTrainerId: 'person.a' }),
    title: 'Diagnoza',
    ...changed,
  };
}

function day(date: string | null, start: string | null = '09:00', end: string | null = '16:00') {
  return { key: `${date} ${start}`, id: null, date, start, end, half: false };
}

describe('planProblems', () => {
  it('finds nothing in a complete plan', () => {
    expect(planProblems(plan())).toEqual([]);
  });

  it('names everything that is missing, in the order of the form', () => {
    const empty = newPlan({});
    expect(planProblems(empty)).toEqual(['title', 'libraries', 'lead', 'date']);
    expect(planProblems(plan({ days: [] }))).toEqual(['days']);
  });

  it('refuses an end before its start, and two days over each other', () => {
    expect(planProblems(plan({ days: [day('2015-03-10', '16:00', '09:00')] }))).toEqual([
      'endBeforeStart',
    ]);
    const half = [day('2015-03-10', '09:00', '12:00'), day('2015-03-10', '12:00', '15:00')];
    expect(planProblems(plan({ days: half }))).toEqual([]);
    const over = [day('2015-03-10', '09:00', '12:30'), day('2015-03-10', '12:00', '15:00')];
    expect(planProblems(plan({ days: over }))).toEqual(['sameDay']);
  });
});

describe('toInput', () => {
  it('trims words, drops the lead from the others, and sends only reasons that say something', () => {
    const input = toInput(
      plan({
        title: '  Diagnoza ',
        trainerIds: ['person.a', 'person.b'],
        days: [{ ...day('2015-03-10'), half: true }],
        reasons: { 'sunday:2015-03-15': ' tak ustalono ', 'holiday:2015-03-10': ' ' },
      }),
      NEW,
    );
    expect(input).toMatchObject({
      id: null,
      title: 'Diagnoza',
      trainerIds: ['person.b'],
      days: [{ id: null, date: '2015-03-10', start: '09:00', end: '16:00', value: 0.5 }],
      accepted: [{ key: 'sunday:2015-03-15', reason: 'tak ustalono' }],
    });
  });

  it('is nothing while the plan is incomplete; a check needs no title', () => {
    expect(toInput(plan({ title: '' }), NEW)).toBeNull();
    expect(toCheck(plan({ title: '' }), NEW)).not.toBeNull();
    expect(toCheck(plan({ leadTrainerId: null }), NEW)).toBeNull();
  });
});

describe('days and suggestions', () => {
  it('adds the next day at the same hours, also over the end of a month', () => {
    const [, next] = withNextDay([day('2015-03-31', '10:00', '15:30')]);
    expect(next).toMatchObject({ date: '2015-04-01', start: '10:00', end: '15:30', id: null });
  });

  it('takes the title from the module until the person writes their own', () => {
    const modules = [
      { id: 'm1', name: 'Diagnoza' },
      { id: 'm2', name: 'Planowanie strategiczne' },
    ];
    expect(suggestedTitle('', modules, 'm1')).toBe('Diagnoza');
    expect(suggestedTitle('Diagnoza', modules, 'm2')).toBe('Planowanie strategiczne');
    expect(suggestedTitle('Kawiarenka w Łapach', modules, 'm2')).toBe('Kawiarenka w Łapach');
    expect(suggestedTitle('Diagnoza', modules, null)).toBe('Diagnoza');
  });

  it('finds the edition of a day, one with a curriculum first', () => {
    const editions = [
      { id: 'pilot', from: '2013-05-01', to: '2014-09-30', curriculum: [1] },
      { id: 'main', from: '2014-07-01', to: '2015-12-31', curriculum: [1] },
      { id: 'network', from: '2014-08-01', to: '2016-12-31', curriculum: [] },
    ];
    expect(editionOn(editions, '2014-01-10')).toBe('pilot');
    expect(editionOn(editions, '2014-09-01')).toBe('main');
    expect(editionOn(editions, '2016-02-01')).toBe('network');
    expect(editionOn(editions, '2027-02-01')).toBeNull();
  });
});
