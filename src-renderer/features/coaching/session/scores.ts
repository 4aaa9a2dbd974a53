import { z } from 'zod';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';

/** A goal with its scores, as the session's page gets it. */
export type ScoredGoal = CallOutput<'session.get'>['goals'][number];

/** A goal's score at this session, as it stands on the screen. */
export const ScoreValue = z.object({ value: z.number().nullable(), note: z.string() });
export type ScoreValue = z.infer<typeof ScoreValue>;

/** Scores of a session by goal id. */
export const ScoreValues = z.record(z.string(), ScoreValue);
export type ScoreValues = z.infer<typeof ScoreValues>;

const NOT_SCORED: ScoreValue = { value: null, note: '' };

/** The saved score of a goal at a session. */
export function scoreAt(goal: ScoredGoal, sessionId: string): ScoreValue {
  const score = goal.scores.find((one) => one.sessionId === sessionId);
  return score === undefined ? NOT_SCORED : { value: score.value, note: score.note };
}

/** The saved scores of a session. */
export function scoresAt(goals: readonly ScoredGoal[], sessionId: string): ScoreValues {
  return Object.fromEntries(goals.map((goal) => [goal.goal.id, scoreAt(goal, sessionId)]));
}

/** The last score before this session, on or before its day; `null` when the goal is new. */
export function previousScore(goal: ScoredGoal, sessionId: string, on: string): number | null {
  const earlier = goal.scores.filter((score) => score.sessionId !== sessionId && score.on <= on);
  return earlier.at(-1)?.value ?? null;
}

/** Scores in the order of time up to this session, with the one on the screen last. */
export function scoreLine(
  goal: ScoredGoal,
  sessionId: string,
  on: string,
  now: number | null,
): readonly number[] {
  const earlier = goal.scores
    .filter((score) => score.sessionId !== sessionId && score.on <= on)
    .map((score) => score.value);
  return now === null ? earlier : [...earlier, now];
}

function same(one: ScoreValue, other: ScoreValue): boolean {
  return one.value === other.value && one.note.trim() === other.note.trim();
}

/** What the screen holds and the store does not, split by whether it can be saved. */
export interface ScoreChanges {
  readonly toSave: readonly (readonly [goalId: string, score: ScoreValue])[];
  /** Words without a number: kept until one is chosen. */
  readonly incomplete: ScoreValues;
}

/** Compares the screen with what is saved; goals that are gone are left out. */
export function scoreChanges(now: ScoreValues, saved: ScoreValues): ScoreChanges {
  const changed = Object.entries(now).filter(([goalId, score]) => {
    const before = saved[goalId];
    return before !== undefined && !same(score, before);
  });
  const isIncomplete = (score: ScoreValue): boolean =>
    score.value === null && score.note.trim() !== '';
  return {
    toSave: changed.filter(([, score]) => !isIncomplete(score)),
    incomplete: Object.fromEntries(changed.filter(([, score]) => isIncomplete(score))),
  };
}

/**
 * The score that a digit means, typed after another one at most `TWO_DIGITS_MS` earlier: `1` then `0` is 10.
 * `null` when the key is no score of this range. With a scale below zero, `-` before a digit makes it negative.
 */
export function scoreOfKeys(keys: string, least: number, most: number): number | null {
  const number = /^-?\d+$/.test(keys) ? Number(keys) : null;
  return number !== null && number >= least && number <= most ? number : null;
}

/** Two digits closer than this are one number. */
export const TWO_DIGITS_MS = 800;
