import { describe, expect, test } from 'vitest';
import { GoalWithScores } from '../../../src-main/contract/coachingCalls.ts';
import {
  previousScore,
  scoreAt,
  scoreChanges,
  scoreLine,
  scoreOfKeys,
  scoresAt,
  type ScoredGoal,
} from '../../../src-renderer/features/coaching/session/scores.ts';

const recorded = {
  revision: 1,
  createdAt: '2026-09-01T08:00:00.000Z',
  updatedAt: '2026-09-01T08:00:00.000Z',
  originWorkspace: 'test',
  deletedAt: null,
};

/** A goal scored on the given days; the session of a day is `coachingSession.<day>`. */
function goal(key: string, scores: readonly (readonly [on: string, value: number])[]): ScoredGoal {
  const goalId = `coachingGoal.${key}`;
  return GoalWithScores.parse({
    goal: {
      ...recorded,
      id: goalId,
      engagementId: 'engagement.e',
      ownerParticipantId: null,
      title: 'Kontakt ze szkołami',
      measure: '',
      sense: '',
      dueOn: null,
      scale: '0-10',
      gasLevels: null,
      state: 'open',
    },
    ownerName: null,
    scores: scores.map(([on, value]) => ({
      ...recorded,
      id: `goalScore.${key}-${on}`,
      goalId,
      sessionId: `coachingSession.${on}`,
      value,
      note: value === 7 ? 'dwie szkoły' : '',
      on,
    })),
  });
}

const schools = goal('schools', [
  ['2026-09-01', 3],
  ['2026-10-01', 5],
  ['2026-11-01', 7],
]);
const NOVEMBER = 'coachingSession.2026-11-01';

describe('scores around a session', () => {
  test('the previous one is the last before it, never its own or a later one', () => {
    expect(previousScore(schools, NOVEMBER, '2026-11-01')).toBe(5);
    expect(previousScore(schools, 'coachingSession.2026-10-01', '2026-10-01')).toBe(3);
    expect(previousScore(schools, 'coachingSession.2026-09-01', '2026-09-01')).toBeNull();
  });

  test('the line ends with what is on the screen', () => {
    expect(scoreLine(schools, NOVEMBER, '2026-11-01', 9)).toEqual([3, 5, 9]);
    expect(scoreLine(schools, NOVEMBER, '2026-11-01', null)).toEqual([3, 5]);
  });

  test('a goal without a score at this session has an empty one', () => {
    expect(scoreAt(schools, NOVEMBER)).toEqual({ value: 7, note: 'dwie szkoły' });
    expect(scoreAt(schools, 'coachingSession.other')).toEqual({ value: null, note: '' });
  });
});

describe('what is to be saved', () => {
  const saved = scoresAt([schools, goal('plan', []), goal('team', [])], NOVEMBER);

  test('only what changed; words without a number wait', () => {
    const now = {
      'coachingGoal.schools': { value: 8, note: 'dwie szkoły' },
      'coachingGoal.plan': { value: null, note: 'zaczęli' },
      'coachingGoal.team': { value: null, note: '' },
    };
    expect(scoreChanges(now, saved)).toEqual({
      toSave: [['coachingGoal.schools', { value: 8, note: 'dwie szkoły' }]],
      incomplete: { 'coachingGoal.plan': { value: null, note: 'zaczęli' } },
    });
  });

  test('a score taken back is saved, a goal that is gone is not', () => {
    const now = {
      'coachingGoal.schools': { value: null, note: '' },
      'coachingGoal.gone': { value: 4, note: '' },
    };
    expect(scoreChanges(now, saved)).toEqual({
      toSave: [['coachingGoal.schools', { value: null, note: '' }]],
      incomplete: {},
    });
  });
});

test('digits are scores of the range, and nothing else is', () => {
  expect(['0', '7', '10', '11', '-', '-1', ''].map((keys) => scoreOfKeys(keys, 0, 10))).toEqual([
    0,
    7,
    10,
    null,
    null,
    null,
    null,
  ]);
  expect(['-2', '-3', '2', '3'].map((keys) => scoreOfKeys(keys, -2, 2))).toEqual([
    -2,
    null,
    2,
    null,
  ]);
});
