import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from '../../src-main/domain/text.ts';
import { readEncrypted } from '../../src-main/files/encryptedFile.ts';
import type { Somebody } from './erasureScene.ts';
import { filesBelow } from './files.ts';
import type { StoreHarness } from './storeHarness.ts';

function textIn(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Uint8Array) return Buffer.from(part).toString('utf8');
    if (typeof part === 'object' && part !== null && 'type' in part && 'data' in part)
      return Buffer.from(part.data as number[]).toString('utf8'); // how a Buffer becomes JSON
    return part;
  });
}

/** Everything that the application keeps in a workspace, as clear text by the place where it lies. */
export function everythingKept(harness: StoreHarness): Map<string, string> {
  const { workspace, tools } = harness.opened();
  const kept = new Map<string, string>();
  for (const [table, rows] of Object.entries(harness.dump())) kept.set(table, textIn(rows));
  for (const row of workspace.store.all('select path, sha256 from stored_file')) {
    const file = { path: String(row['path']), sha256: String(row['sha256']) };
    const content = readEncrypted(tools.files.folder, tools.files.dataKey, file);
    kept.set(`files/${file.path}`, content.toString('utf8'));
  }
  for (const path of filesBelow(tools.files.folder).keys()) {
    const known = [...kept.keys()].some((one) => one === `files/${path.replaceAll('\\', '/')}`);
    if (!known) kept.set(`orphan ${path}`, 'a file that no row knows');
  }
  try {
    for (const name of readdirSync(harness.outgoing))
      kept.set(`outgoing/${name}`, `${name} ${readFileSync(join(harness.outgoing, name), 'utf8')}`);
  } catch {
    // The folder is made with the first clear copy.
  }
  for (const [table, words] of Object.entries(indexedWords(harness))) kept.set(table, words);
  return kept;
}

/** Every word in the full-text indexes, read from their shadow tables by SQLite itself. */
function indexedWords(harness: StoreHarness): Record<string, string> {
  const { connection } = harness.opened().workspace.store;
  const words: Record<string, string> = {};
  for (const table of ['search_words', 'private_words']) {
    connection.exec(`create virtual table temp.vocabulary using fts5vocab(main, ${table}, 'row')`);
    const terms = connection.prepare('select term from temp.vocabulary').pluck().all();
    connection.exec('drop table temp.vocabulary');
    words[`words of ${table}`] = terms.join(' | ');
  }
  return words;
}

/** Places in which somebody still stands, letters of any case. Their surname alone is looked for in the indexes. */
export function placesNaming(kept: ReadonlyMap<string, string>, who: Somebody): string[] {
  const surname = foldText(who.name).split(' ').at(-1) ?? '';
  const wanted = [who.name, who.name.split(' ').toReversed().join(' '), who.email];
  const digits = who.phone.replace(/\D/g, '');
  return [...kept]
    .filter(([place, text]) => {
      const lower = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
      if (place.startsWith('words of')) return text.split(' | ').includes(surname);
      // Words of an index lie without what they share with the word before: their ends tell.
      if (place.endsWith('_words_data')) return lower.includes(surname.slice(-5));
      return (
        wanted.some((word) => lower.includes(word.toLowerCase())) ||
        foldText(text).split(' ').includes(surname) ||
        text.replace(/[\s().-]/g, '').includes(digits)
      );
    })
    .map(([place]) => place);
}
