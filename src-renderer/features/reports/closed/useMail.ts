import { useState } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { call } from '../../../bridge/bridge.ts';
import { text } from '../../../i18n/text.ts';
import { notify, notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { useKeeping, type KeepingForm } from '../../../state/useKeeping.ts';
import { keepMailDraft, mailProblem, type MailProblem, type MailValues } from './mailDraft.ts';

type ReportPage = CallOutput<'report.get'>;
export type DispatchView = ReportPage['dispatches'][number];

/** The e-mail of a closed report and what can be done with it. */
export interface Mail {
  readonly form: KeepingForm<MailValues>;
  readonly problem: MailProblem | null;
  readonly busy: boolean;
  /** The draft was made and no program took it: the other ways still work. */
  readonly nobodyOpened: boolean;
  /** Makes the draft and opens it in the person's mail program. */
  readonly openInProgram: () => Promise<void>;
  /** The person says that it was sent, by whatever way. */
  readonly markSent: () => Promise<void>;
}

/** Says that an e-mail was sent, or takes that back. */
export async function mark(dispatch: DispatchView, sent: boolean): Promise<void> {
  try {
    await call('mail.mark', { id: dispatch.id, sent });
    if (!sent) return;
    notifyWithUndo(text('reports.mail.marked'), async () => {
      await call('mail.mark', { id: dispatch.id, sent: false });
    });
  } catch (error) {
    reportFailure(error);
  }
}

/** The e-mail of a closed report; what is typed is kept until the draft is made. */
export function useMail(page: ReportPage, kept: MailValues | null): Mail {
  const { report } = page;
  const form = useKeeping(kept ?? page.mail, (values) => keepMailDraft(report.id, values));
  const [problem, setProblem] = useState<MailProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const [nobodyOpened, setNobodyOpened] = useState(false);

  const prepare = async (open: boolean): Promise<CallOutput<'mail.prepare'> | null> => {
    const found = mailProblem(form.values);
    setProblem(found);
    if (found !== null) return null;
    setBusy(true);
    try {
      await form.end();
      const { subject, body } = form.values;
      const recipient = form.values.recipient.trim();
      const prepared = await call('mail.prepare', {
        reportId: report.id,
        recipient,
        subject,
        body,
        open,
      });
      // The next report probably goes to the same address.
      if (recipient !== page.mail.recipient)
        await call('settings.save', { reportRecipient: recipient });
      return prepared;
    } catch (error) {
      reportFailure(error);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const openInProgram = async (): Promise<void> => {
    const prepared = await prepare(true);
    if (prepared === null) return;
    setNobodyOpened(!prepared.opened);
    if (prepared.opened) notify(text('reports.mail.opened'));
  };
  const markSent = async (): Promise<void> => {
    const waiting = page.dispatches.find((dispatch) => dispatch.state === 'prepared');
    const dispatch = waiting ?? (await prepare(false))?.dispatch;
    if (dispatch !== undefined) await mark(dispatch, true);
  };
  return { form, problem, busy, nobodyOpened, openInProgram, markSent };
}
