import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CallInput } from '../../../src-main/contract/contract.ts';
import { startStore } from '../../helpers/storeThread.ts';

// argv: the folder around a workspace, and how often. Holds it on the real store worker: saves, makes a backup and
// restores it, again and again; writes a line when each begins and ends. Ends when it is told to.

const [base = '', times = ''] = process.argv.slice(2);
const { device, form } = JSON.parse(readFileSync(join(base, 'first.json'), 'utf8')) as {
  device: string;
  form: CallInput<'session.save'>;
}; // written by the scenario

const store = startStore(base);
const ended = once(createInterface({ input: process.stdin }), 'line');
async function tell(name: Parameters<typeof store.ask>[0], input: unknown): Promise<unknown> {
  console.log(`begins ${name}`);
  const envelope = await store.ask(name, input);
  console.log(`ended ${name} ${envelope.ok ? 'ok' : envelope.failure.code}`);
  return envelope.ok ? envelope.value : null;
}

await tell('desk.unlockByDevice', { secret: device });
for (let time = 0; time < Number(times); time += 1) {
  await tell('session.save', { ...form, topic: `Pierwszy ${time}` });
  const made = await tell('backup.make', {});
  const id: unknown = Reflect.get(Object(made), 'id');
  await tell('restore.run', { backup: { place: 'first', id }, key: { kind: 'current' } });
}
console.log('done');
await ended;
await store.valueOf('desk.closeWorkspace', { backup: false });
await store.end();
process.exit(); // its input is still open
