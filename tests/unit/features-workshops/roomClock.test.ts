import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayToShow, standingAt } from '../../../src-renderer/features/workshops/room/roomClock.ts';

const day = { date: '2027-03-12', start: '09:00' };
const MINUTES = [30, 90, 15];
const at = (time: string, date = day.date) => standingAt(day, MINUTES, { date, time });

describe('where a day stands by the clock', () => {
  it.each([
    ['08:59', { kind: 'before' }],
    ['09:00', { kind: 'block', index: 0, left: 30, share: 0 }],
    ['09:29', { kind: 'block', index: 0, left: 1, share: 29 / 30 }],
    ['09:30', { kind: 'block', index: 1, left: 90, share: 0 }],
    ['10:15', { kind: 'block', index: 1, left: 45, share: 0.5 }],
    ['11:00', { kind: 'block', index: 2, left: 15, share: 0 }],
    ['11:15', { kind: 'after' }],
  ])('at %s', (time, standing) => {
    expect(at(time)).toStrictEqual(standing);
  });

  it('is told for the day itself only', () => {
    expect(at('09:30', '2027-03-13')).toStrictEqual({ kind: 'otherDay' });
  });

  it('without blocks is over as soon as it begins', () => {
    const moment = { date: day.date, time: '09:00' };
    expect(standingAt(day, [], moment)).toStrictEqual({ kind: 'after' });
  });

  it('never leaves a minute of the agenda without its block', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 7 }),
        fc.nat({ max: 14 * 60 }),
        (minutes, passed) => {
          const clock = 9 * 60 + passed;
          const time = [Math.floor(clock / 60), clock % 60]
            .map((part) => String(part).padStart(2, '0'))
            .join(':');
          const standing = standingAt(day, minutes, { date: day.date, time });
          const total = minutes.reduce((sum, length) => sum + length, 0);
          const begun = (index: number): number =>
            minutes.slice(0, index).reduce((sum, length) => sum + length, 0);
          expect(
            standing.kind === 'block'
              ? begun(standing.index) + (minutes[standing.index] ?? 0) - standing.left
              : standing.kind,
          ).toBe(passed < total ? passed : 'after');
        },
      ),
    );
  });
});

describe('the day to show', () => {
  const days = [{ date: '2027-03-12' }, { date: '2027-03-13' }, { date: '2027-04-01' }];

  it.each([
    ['2027-03-13', '2027-03-13'],
    ['2027-03-01', '2027-03-12'],
    ['2027-03-20', '2027-04-01'],
    ['2027-05-01', '2027-04-01'],
  ])('on %s is %s', (today, shown) => {
    expect(dayToShow(days, today)).toStrictEqual({ date: shown });
  });

  it('is none where there are no days', () => {
    expect(dayToShow([], '2027-03-12')).toBeUndefined();
  });
});
