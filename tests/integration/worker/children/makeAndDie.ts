import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startStore } from '../../../helpers/storeThread.ts';

// argv: an empty folder. Begins to make a demonstration there, says so once there is something of it on the disk, and
// waits to be killed.

const [base = ''] = process.argv.slice(2);
const store = startStore(base);
const me = { name: 'Iga Zima', form: 'feminine', roles: ['trainer'] };
void store.ask('workspace.create', { start: 'demonstration', passphrase: '', me });
const log = join(base, 'workspace', 'strefownik.db-wal');
while (!existsSync(log)) await new Promise((settle) => setTimeout(settle, 5));
console.log('making');
await new Promise(() => undefined);
