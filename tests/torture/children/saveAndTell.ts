import { readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { CallInput, CallOutput, StoreCallName } from '../../../src-main/contract/contract.ts';
import { startStore } from '../../helpers/storeThread.ts';

// argv: the folder around a workspace, and how often to save. Saves a session again and again on the real store worker,
// then closes its report, makes backups, restores one and changes the passphrase; writes `told …` after each acknowledgement, at once.

const [base = '', times = ''] = process.argv.slice(2);
const { passphrase, next, form } = JSON.parse(readFileSync(join(base, 'plan.json'), 'utf8')) as {
  passphrase: string;
  next: string;
  form: CallInput<'session.save'>;
}; // written by the scenario

const store = startStore(base);
async function ask<Name extends StoreCallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const value = (await store.valueOf(name, input)) as CallOutput<Name>; // the use case answers what the contract says
  writeSync(1, `told ${name}\n`);
  return value;
}

await store.valueOf('workspace.unlock', { passphrase });
writeSync(1, 'told nothing yet\n');
let saved = await ask('session.save', form);
for (let time = 1; time < Number(times); time += 1) {
  const again = { ...form, id: saved.id, revision: saved.revision, topic: `Temat ${time}` };
  saved = await ask('session.save', again);
  const draft = { entity: 'coachingSession', entityId: saved.id, baseRevision: 1 } as const;
  await ask('draft.keep', { ...draft, body: `{"topic":"${time}"}` });
}
await ask('privateNote.save', { sessionId: saved.id, revision: null, body: 'Dla mnie' });
const closed = await ask('report.close', { kind: 'coaching-session', subjectId: saved.id });
if (closed.outcome !== 'closed') throw new Error(`The report was not closed: ${closed.outcome}`);
const { id } = await ask('backup.make', {});
await ask('backup.copyToSecond', {});
// What is not there any more comes out of the copy, with its folders.
rmSync(join(base, 'workspace', 'files'), { recursive: true });
await ask('restore.run', { backup: { place: 'first', id }, key: { kind: 'current' } });
await ask('passphrase.change', { current: passphrase, next });
await store.valueOf('desk.closeWorkspace', { backup: false });
await store.end();
