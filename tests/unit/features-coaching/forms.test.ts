import { describe, expect, test } from 'vitest';
import { EMPTY_GRROW } from '../../../src-main/domain/coachingSession.ts';
import {
  freshGoal,
  goalProblem,
} from '../../../src-renderer/features/coaching/goals/goalValues.ts';
import { mergeChanges } from '../../../src-renderer/features/coaching/parts/mergeChanges.ts';
import { joinNotes } from '../../../src-renderer/features/coaching/session/joinNotes.ts';
import {
  sessionProblem,
  type SessionValues,
} from '../../../src-renderer/features/coaching/session/sessionValues.ts';
import { whoOf } from '../../../src-renderer/features/coaching/session/stepValues.ts';
import { worstOf } from '../../../src-renderer/features/coaching/session/worstStatus.ts';
import {
  sessionToLog,
  usualMinutes,
} from '../../../src-renderer/features/coaching/process/startSession.ts';
import { EngagementPage } from '../../../src-main/contract/coachingCalls.ts';

const session: SessionValues = {
  date: '2026-11-22',
  start: null,
  minutes: 60,
  mode: 'in-person',
  place: '',
  state: 'held',
  stateReason: '',
  topic: '',
  presentIds: [],
  reportNotes: '',
  grrow: EMPTY_GRROW,
  nextSessionOn: null,
};

test('a session needs a day that exists and a length of a session', () => {
  expect(sessionProblem(session)).toBeNull();
  expect(sessionProblem({ ...session, date: null })).toBe('noDate');
  expect(sessionProblem({ ...session, date: '2026-02-30' })).toBe('noDate');
  expect(sessionProblem({ ...session, minutes: null })).toBe('noMinutes');
  expect(sessionProblem({ ...session, minutes: 3 })).toBe('minutesOff');
  expect(sessionProblem({ ...session, topic: 'a'.repeat(301) })).toBe('lineTooLong');
});

test('a goal measured by sentences needs all five', () => {
  const goal = { ...freshGoal(), title: 'Klub młodych' };
  expect(goalProblem(goal)).toBeNull();
  expect(goalProblem({ ...goal, title: ' ' })).toBe('noTitle');
  expect(goalProblem({ ...goal, scale: 'gas', gasLevels: ['a', 'b', '', 'd', 'e'] })).toBe(
    'noLevels',
  );
  expect(goalProblem({ ...goal, scale: 'gas', gasLevels: ['a', 'b', 'c', 'd', 'e'] })).toBeNull();
});

test('a change made elsewhere stays, and what was changed here goes over it', () => {
  const base = { topic: 'plan', place: '', present: ['a'] };
  const mine = { topic: 'plan i zespół', place: '', present: ['a'] };
  const theirs = { topic: 'diagnoza', place: 'Łapy', present: ['a', 'b'] };
  expect(mergeChanges(base, mine, theirs)).toEqual({
    topic: 'plan i zespół',
    place: 'Łapy',
    present: ['a', 'b'],
  });
});

test('two texts of a private note are both kept', () => {
  expect(joinNotes('nowe', 'stare')).toBe('stare\n\nnowe');
  expect(joinNotes('stare i nowe', 'stare')).toBe('stare i nowe');
  expect(joinNotes('', 'stare')).toBe('stare');
  expect(joinNotes('nowe', '')).toBe('nowe');
});

test('a typed name is a member, somebody outside, or the whole team', () => {
  const team = [{ id: 'p1', name: 'Łucja Żak' }];
  expect(whoOf('lucja zak', team, 'cały zespół')).toEqual({ whoParticipantId: 'p1', whoName: '' });
  expect(whoOf('Cały zespół', team, 'cały zespół')).toEqual({
    whoParticipantId: null,
    whoName: '',
  });
  expect(whoOf('', team, 'cały zespół')).toEqual({ whoParticipantId: null, whoName: '' });
  expect(whoOf(' dyrektorka ', team, 'cały zespół')).toEqual({
    whoParticipantId: null,
    whoName: 'dyrektorka',
  });
});

test('the status of a page is that of the form that needs the person most', () => {
  const saved = { kind: 'saved', at: '14:05' } as const;
  expect(worstOf({ kind: 'clean' }, saved)).toEqual(saved);
  expect(worstOf(saved, { kind: 'saved', at: '14:06' })).toEqual({ kind: 'saved', at: '14:06' });
  expect(worstOf(saved, { kind: 'failed', reason: 'dysk' })).toEqual({
    kind: 'failed',
    reason: 'dysk',
  });
});

describe('logging a session', () => {
  const row = (key: string, date: string, state: string, minutes = 60) =>
    EngagementPage.shape.sessions.element.parse({
      id: `coachingSession.${key}`,
      date,
      start: null,
      minutes,
      state,
      topic: '',
      number: null,
      reportNumber: null,
    });

  test('a planned session whose day has come is the one to log', () => {
    const rows = [
      row('future', '2026-12-01', 'planned'),
      row('today', '2026-11-22', 'planned'),
      row('before', '2026-11-10', 'planned'),
    ];
    expect(sessionToLog(rows, '2026-11-22')?.id).toBe('coachingSession.today');
    expect(sessionToLog(rows, '2026-11-09')).toBeUndefined();
  });

  test('a new session is as long as the last one held', () => {
    expect(usualMinutes([])).toBe(60);
    expect(
      usualMinutes([
        row('a', '2026-09-01', 'held', 90),
        row('b', '2026-10-01', 'held', 45),
        row('c', '2026-11-01', 'cancelled', 120),
      ]),
    ).toBe(45);
  });
});
