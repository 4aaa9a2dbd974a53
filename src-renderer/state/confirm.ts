import { create } from 'zustand';

/** A question before something that cannot be taken back lightly. */
export interface Question {
  readonly title: string;
  /** What will happen, to what, and what stays. */
  readonly body: string;
  /** A verb: "Zamknij raport", never "OK". */
  readonly confirmLabel: string;
  readonly tone?: 'plain' | 'danger' | undefined;
}

interface Asked extends Question {
  readonly wantsReason: boolean;
  /** The reason (empty for a plain question), or `null` when the person stepped back. */
  readonly answer: (reason: string | null) => void;
}

interface QuestionStore {
  readonly asked: Asked | null;
}

export const useQuestionStore = create<QuestionStore>()(() => ({ asked: null }));

function ask(question: Question, wantsReason: boolean): Promise<string | null> {
  useQuestionStore.getState().asked?.answer(null);
  return new Promise((resolve) => {
    const answer = (reason: string | null): void => {
      useQuestionStore.setState({ asked: null });
      resolve(reason);
    };
    useQuestionStore.setState({ asked: { ...question, wantsReason, answer } });
  });
}

/** Asks before doing something; `true` when the person agreed. */
export async function confirm(question: Question): Promise<boolean> {
  return (await ask(question, false)) !== null;
}

/** Asks for a decision with a written reason (an overridden warning); `null` when the person stepped back. */
export function askReason(question: Question): Promise<string | null> {
  return ask(question, true);
}
