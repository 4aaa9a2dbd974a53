import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { simpleParser } from 'mailparser';
import { readPdf } from '../../integration/reports/readPdf.ts';
import { formsOf, type Secret } from './secret.ts';

/** What a search has gone through. */
export interface Searched {
  readonly files: number;
  readonly bytes: number;
  /** `secret in file (how)`. */
  readonly found: readonly string[];
}

interface Layer {
  readonly how: string;
  readonly bytes: Buffer;
}

/** Streams of a PDF as they are once unpacked; those in other filters stay as they lie in the file. */
function* pdfStreams(bytes: Buffer): Generator<Buffer> {
  let at = bytes.indexOf('stream');
  while (at >= 0) {
    const start = bytes[at + 6] === 13 ? at + 8 : at + 7;
    const end = bytes.indexOf('endstream', start);
    if (end < 0) return;
    const packed = bytes.subarray(start, end);
    for (const unpack of [inflateSync, inflateRawSync]) {
      try {
        yield unpack(packed);
        break;
      } catch {
        // not packed, or in another way: the file itself is searched too
      }
    }
    at = bytes.indexOf('stream', end + 9);
  }
}

async function* pdfLayers(bytes: Buffer): AsyncGenerator<Layer> {
  for (const stream of pdfStreams(bytes)) yield { how: 'in a stream', bytes: stream };
  try {
    const { text } = await readPdf(new Uint8Array(bytes));
    for (const shown of [text, text.replace(/\s+/g, '')])
      yield { how: 'in its text', bytes: Buffer.from(shown, 'utf8') };
  } catch {
    // a PDF that only passes for one: a fake printer's
  }
}

/** Everything that a file holds: itself, and what is packed inside. */
async function* layersOf(path: string, bytes: Buffer): AsyncGenerator<Layer> {
  yield { how: 'as it is', bytes };
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') yield* pdfLayers(bytes);
  if (!path.endsWith('.eml')) return;
  const mail = await simpleParser(bytes);
  yield {
    how: 'in the message',
    bytes: Buffer.from(`${mail.subject ?? ''} ${mail.text ?? ''}`, 'utf8'),
  };
  for (const { content } of mail.attachments)
    for await (const { how, bytes: inner } of layersOf('attachment', content))
      yield { how: `attached, ${how}`, bytes: inner };
}

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.endsWith('.png'))
    .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true);
}

/** Looks for secrets in all files below a folder, in names too; pictures are left out. */
export async function searchBelow(
  folder: string,
  secrets: readonly Secret[],
  skip: RegExp | null = null,
): Promise<Searched> {
  const wanted = secrets.map((secret) => ({ secret, forms: formsOf(secret) }));
  const found = new Set<string>();
  const look = (path: string, how: string, bytes: Buffer): void => {
    for (const { secret, forms } of wanted)
      if (secret.askedFor?.test(path) !== true && forms.some((form) => bytes.includes(form)))
        found.add(`${secret.name} lies in ${path} (${how})`);
  };
  let [files, bytes] = [0, 0];
  for (const path of pathsBelow(folder)) {
    if (skip?.test(path) === true) continue;
    const content = readFileSync(join(folder, path));
    files += 1;
    bytes += content.length;
    look(path, 'its name', Buffer.from(path, 'utf8'));
    for await (const layer of layersOf(path, content)) look(path, layer.how, layer.bytes);
  }
  return { files, bytes, found: [...found] };
}
