import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, by its path within it, with its bytes. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths
      .toSorted()
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path))]),
  );
}

/** Names of the files that hold a text in clear, in any of the encodings that one would look for. */
export function filesHolding(files: ReadonlyMap<string, Buffer>, text: string): string[] {
  const forms = [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text.toLowerCase(), 'utf8'),
    Buffer.from(
      Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, '').slice(0, -2),
      'latin1',
    ),
  ];
  return [...files]
    .filter(([, bytes]) => forms.some((form) => bytes.includes(form)))
    .map(([path]) => path);
}
