import { useState } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { text } from '../../../i18n/text.ts';
import { confirm, type Question } from '../../../state/confirm.ts';
import { notify, notifyProblem, reportFailure } from '../../../state/notices.ts';
import { goTo } from '../../../state/route.ts';
import { assertNever } from '../../../ui/assertNever.ts';

type CloseOutcome = CallOutput<'report.close'>;

/** Closing a report, or a correction of one, with the question before it and what follows. */
export interface Closing {
  readonly busy: boolean;
  readonly run: () => Promise<void>;
}

interface ClosingOptions {
  readonly question: Question;
  readonly close: () => Promise<CloseOutcome>;
}

function follow(outcome: CloseOutcome): void {
  switch (outcome.outcome) {
    case 'closed':
      notify(text('reports.close.done', { number: outcome.report.number }));
      goTo({ place: 'reports', reportId: outcome.report.id }, { replace: true });
      return;
    case 'already-closed':
      notify(text('reports.close.already', { number: outcome.report.number }), 'info');
      goTo({ place: 'reports', reportId: outcome.report.id }, { replace: true });
      return;
    case 'agreement-missing':
      notifyProblem(text('reports.agreement.missing'));
      return;
    case 'fields-missing':
      // The list beside the button names them; it is read again with the preview.
      notifyProblem(text('reports.close.missing'));
      return;
    default:
      assertNever(outcome);
  }
}

/** Asks, closes, and goes to the closed report, where its e-mail waits. */
export function useClosing({ question, close }: ClosingOptions): Closing {
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    if (!(await confirm(question))) return;
    setBusy(true);
    try {
      follow(await close());
    } catch (error) {
      reportFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}
