import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startStore } from '../../helpers/storeThread.ts';
import { closeReport, makeBackup, workOn } from '../day/actions.ts';
import { beginDay } from '../day/day.ts';
import { diceOf } from '../dice.ts';

// argv: the folder around a workspace without a passphrase, a seed, and what to begin the day with (`report`, `backup`
// or `work`). Waits for a line, then works on the real store worker for as long as it lives, and writes a line before
// and after every call.

const [base = '', seed = '', beginning = ''] = process.argv.slice(2);
const store = startStore(base);
await store.ask('settings.get', {}); // refused, but answered: the thread has loaded and opened nothing
console.log('loaded');
const [order]: unknown[] = await once(createInterface({ input: process.stdin }), 'line');
process.stdin.once('end', () => process.exit()); // nobody is left to kill it
if (order === 'end') {
  await store.end();
  process.exit();
}
/** Nothing more is done before a line has left this process: what it told is then all that it did. */
const written = (line: string): Promise<void> =>
  new Promise((settle) => process.stdout.write(`${line}\n`, () => settle()));

await store.valueOf('workspace.status', {});
const day = await beginDay(store, diceOf(Number(seed)), written);
if (beginning === 'report') await closeReport(day);
if (beginning === 'backup') await makeBackup(day);
for (;;) await workOn(day);
