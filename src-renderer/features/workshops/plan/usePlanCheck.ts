import { useEffect, useMemo, useRef, useState } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { call } from '../../../bridge/bridge.ts';
import { toCheck, type PlanIdentity, type PlanValues } from './planValues.ts';

type Answer = CallOutput<'workshop.check'>;

/** What is known about clashes of the plan in the form. */
export interface PlanCheck {
  readonly kind: 'incomplete' | 'checking' | 'checked' | 'broken';
  /** The last answer, also while a newer question is on its way. */
  readonly answer: Answer | null;
  readonly error: unknown;
  /** Whether the answer is about these values: the check kept up with the form. */
  readonly isAbout: (plan: PlanValues) => boolean;
  readonly retry: () => void;
}

/** Pause in typing after which the plan is checked, in milliseconds. */
const PAUSE_MS = 200;

/** Parts of a venue that no warning depends on. */
const NO_DETAILS = {
  name: '',
  address: '',
  room: '',
  equipment: '',
  contact: '',
  access: '',
  meals: '',
  lodging: '',
} as const;

interface Asked {
  readonly question: string;
  readonly attempt: number;
  readonly answer: Answer | null;
  readonly error: unknown;
}

/** All that matters for warnings, as text: equal questions are asked once. Null while the plan is incomplete. */
function questionOf(plan: PlanValues, id: string | null): string | null {
  const input = toCheck(plan, { id, revision: null });
  return input === null
    ? null
    : JSON.stringify({ ...input, title: '–', venue: { ...input.venue, ...NO_DETAILS } });
}

/** Checks a plan for warnings while it is typed; reasons and the title do not start a new check. */
export function usePlanCheck(plan: PlanValues, { id, revision }: PlanIdentity): PlanCheck {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [attempt, setAttempt] = useState(0);
  const question = useMemo(() => questionOf(plan, id), [plan, id]);
  const latest = useRef(plan);
  useEffect(() => {
    latest.current = plan;
  });

  useEffect(() => {
    if (question === null) return undefined;
    let overtaken = false;
    const settle = (answer: Answer | null, error: unknown): void => {
      if (!overtaken) setAsked({ question, attempt, answer, error });
    };
    const timer = setTimeout(() => {
      const input = toCheck(latest.current, { id, revision });
      if (input === null) return;
      call('workshop.check', input).then(
        (answer) => settle(answer, null),
        (error: unknown) => settle(null, error),
      );
    }, PAUSE_MS);
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [question, attempt, id, revision]);

  const common = {
    isAbout: (other: PlanValues) => asked !== null && asked.question === questionOf(other, id),
    retry: () => setAttempt((now) => now + 1),
  };
  const answer = asked?.answer ?? null;
  if (question === null) return { kind: 'incomplete', answer: null, error: null, ...common };
  if (asked?.question !== question || asked.attempt !== attempt) {
    return { kind: 'checking', answer, error: null, ...common };
  }
  return asked.error === null
    ? { kind: 'checked', answer, error: null, ...common }
    : { kind: 'broken', answer: null, error: asked.error, ...common };
}
