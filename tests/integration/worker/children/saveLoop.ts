import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startStore } from '../../../helpers/storeThread.ts';

// argv: the folder around a workspace, and the form of a session to save again and again; without one, a
// demonstration is made instead. Waits for a line, then works for as long as it lives, and writes a line for
// each save that was acknowledged. Imports next to nothing: twenty of these are started and killed.

const [base = '', form] = process.argv.slice(2);
const store = startStore(base);
await store.ask('settings.get', {}); // refused, but answered: the thread has loaded and opened nothing
console.log('loaded');
const [order]: unknown[] = await once(createInterface({ input: process.stdin }), 'line');
if (order === 'end') {
  await store.end();
  process.exit();
}

if (form === undefined) {
  const me = { name: 'Iga Zima', form: 'feminine', roles: ['trainer'] };
  void store.ask('workspace.create', { start: 'demonstration', passphrase: '', me });
  const log = join(base, 'workspace', 'strefownik.db-wal');
  while (!existsSync(log)) await new Promise((settle) => setTimeout(settle, 5));
  console.log('making');
  await new Promise(() => undefined);
}

await store.valueOf('workspace.status', {});
const session: unknown = JSON.parse(form ?? '');
for (let count = 1; ; count += 1) {
  const saved = await store.valueOf('session.save', session);
  if (typeof saved === 'object' && saved !== null && 'id' in saved) {
    console.log(`saved ${String(saved.id)}`);
  }
  const place = { entity: 'library', entityId: 'library.goldap', baseRevision: 1 };
  await store.valueOf('draft.keep', { ...place, body: String(count) });
  console.log(`draft ${count}`);
}
