import { z } from 'zod';
import { keepDraft, readDraft } from '../../../state/keptDraft.ts';

/** An e-mail as the person writes it. */
export const MailValues = z.object({
  recipient: z.string(),
  subject: z.string(),
  body: z.string(),
});
export type MailValues = z.infer<typeof MailValues>;

/** What the person wrote for this report's e-mail and has not prepared yet. */
export async function readMailDraft(reportId: string): Promise<MailValues | null> {
  return (await readDraft('reportMail', reportId, MailValues))?.values ?? null;
}

/** Keeps what the person wrote. */
export function keepMailDraft(reportId: string, values: MailValues): Promise<void> {
  return keepDraft('reportMail', reportId, 0, values);
}

/** Why an e-mail cannot be prepared yet. */
export type MailProblem = 'noRecipient' | 'badRecipient' | 'noSubject';

/** What keeps the e-mail from being prepared; `null` when nothing does. */
export function mailProblem({ recipient, subject }: MailValues): MailProblem | null {
  if (recipient.trim() === '') return 'noRecipient';
  if (!z.email().safeParse(recipient.trim()).success) return 'badRecipient';
  return subject.trim() === '' ? 'noSubject' : null;
}
