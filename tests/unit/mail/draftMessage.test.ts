import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { draftMessage, type DraftMessage } from '../../../src-main/mail/draftMessage.ts';

const message = (changes: Partial<DraftMessage> = {}): DraftMessage => ({
  from: null,
  to: 'raporty@przyklad.invalid',
  subject: 'Raport W/2026/001: Zażółć gęślą jaźń',
  text: 'Dzień dobry,\n\nw załączniku raport.\n',
  messageId: '<1@strefownik.invalid>',
  date: new Date('2026-11-24T09:00:00Z'),
  attachment: {
    fileName: 'W-2026-001 Źdźbło.pdf',
    mediaType: 'application/pdf',
    content: Buffer.from('%PDF-1.7\n\0\r\n.\r\nFrom me\n\xff'),
  },
  ...changes,
});

test('lines end in CRLF, and headers are ASCII', async () => {
  const bytes = await draftMessage(message());
  const text = bytes.toString('latin1');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const [head = ''] = text.split('\r\n\r\n');
  expect([...head].every((letter) => letter.charCodeAt(0) < 128)).toBe(true);
  expect(head).toContain('X-Unsent: 1');
  expect(head).toContain('Subject: =?UTF-8?');
  expect(head).not.toMatch(/^From:/m);
});

test('the sender stands in it when there is one', async () => {
  const from = { name: 'Łucja Próbna', address: 'lucja@przyklad.invalid' };
  const mail = await simpleParser(await draftMessage(message({ from })));
  expect(mail.from?.value).toEqual([from]);
});

test('whatever the words and bytes, they arrive', async () => {
  const line = fc
    .string({
      unit: fc.constantFrom(...'aąęłźż =?_"\'.,:;()<>@-0123456789'),
      minLength: 1,
      maxLength: 150,
    })
    .map((text) => `x${text.replace(/\s+/g, ' ').trim()}x`);
  await fc.assert(
    fc.asyncProperty(line, fc.uint8Array({ maxLength: 400 }), async (subject, bytes) => {
      const attachment = { ...message().attachment, content: Buffer.from(bytes) };
      const mail = await simpleParser(await draftMessage(message({ subject, attachment })));
      expect(mail.subject).toBe(subject);
      expect(mail.attachments[0]?.content.equals(Buffer.from(bytes))).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('a line break in a subject makes no header', async () => {
  const subject = 'Raport\r\nBcc: kto@przyklad.invalid';
  const mail = await simpleParser(await draftMessage(message({ subject })));
  expect([mail.bcc, mail.headers.has('bcc')]).toEqual([undefined, false]);
});
