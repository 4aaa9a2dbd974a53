import type { ReactNode } from 'react';
import { useQuestionStore } from '../state/confirm.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

/** Shows the question that `confirm` or `askReason` asked. */
export function QuestionHost(): ReactNode {
  const asked = useQuestionStore((state) => state.asked);
  if (asked === null) return null;
  const { answer, ...question } = asked;
  return <ConfirmDialog {...question} onConfirm={answer} onCancel={() => answer(null)} />;
}
