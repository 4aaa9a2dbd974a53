/** An e-mail that a person's mail program opens for editing and sending. */
export interface DraftMessage {
  /** Null: the mail program puts its own account in. */
  readonly from: { readonly name: string; readonly address: string } | null;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** With its angle brackets; stays the same when the draft is made again. */
  readonly messageId: string;
  readonly date: Date;
  readonly attachment: {
    readonly fileName: string;
    readonly mediaType: string;
    readonly content: Buffer;
  };
}

/**
 * The message as an .eml file: CRLF lines, UTF-8 headers encoded, `X-Unsent: 1` so that mail programs which
 * honour it (classic Outlook and others) open it as an unsent draft.
 */
export async function draftMessage(message: DraftMessage): Promise<Buffer> {
  const { attachment } = message;
  // Loaded with the first message: the application starts without it.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer/index.js');
  const composer = new MailComposer({
    ...(message.from === null ? {} : { from: message.from }),
    to: message.to,
    subject: message.subject,
    text: message.text,
    messageId: message.messageId,
    date: message.date,
    headers: { 'X-Unsent': '1' },
    newline: 'windows',
    // Content only: no path and no address is ever fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: [
      {
        filename: attachment.fileName,
        contentType: attachment.mediaType,
        content: attachment.content,
      },
    ],
  });
  return composer.compile().build();
}
