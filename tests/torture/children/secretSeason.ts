import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CallInput, CallOutput, StoreCallName } from '../../../src-main/contract/contract.ts';
import { readKeyFile, unwrapDataKey } from '../../../src-main/store/keyFile.ts';
import { erasureScene, type Somebody } from '../../helpers/erasureScene.ts';
import { sessionForm } from '../../helpers/scene.ts';
import { ME, type StoreHarness } from '../../helpers/storeHarness.ts';
import { startStore } from '../../helpers/storeThread.ts';
import { key, toJson, words, type Secret } from '../secrets/secret.ts';

// argv: an empty folder. Works through a season on the real store worker, with words that stand nowhere else, and
// tells them. What lies there while the workspace is open is copied to `snapshot-…`.

const [base = ''] = process.argv.slice(2);
const passphrase = 'kwiczoly nad Jeziorem 41';
const nextPassphrase = 'przepiorki pod Debem 52';
const typedWrong = 'kwiczoly nad Jezeirom 43';
const note = 'zastrzyzonkowa mysl czerwcowa';
const draft = 'niedopisanka grzebykowa';
const note2 = 'wykreslanka majowa';
const ZENOBIA: Somebody = {
  name: 'Zenobia Trzmielowska',
  email: 'zenobia@trzmielowo.przyklad',
  phone: '+48 677 313 919',
};

const asked = join(base, 'chosen');
const stick = join(base, 'stick');
for (const folder of [asked, stick]) mkdirSync(folder, { recursive: true });
const store = startStore(base);
async function call<Name extends StoreCallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  return (await store.valueOf(name, input)) as CallOutput<Name>; // the use case answers what the contract says
}
const ask = (name: Parameters<StoreHarness['ask']>[0], input: unknown): Promise<unknown> =>
  store.valueOf(name, input);
const harness = { call, ask } as StoreHarness; // the scene only calls and asks

async function refuses(name: Parameters<typeof store.ask>[0], input: unknown): Promise<void> {
  const envelope = await store.ask(name, input);
  if (envelope.ok) throw new Error(`${name} took what is wrong`);
}
const snapshot = (name: string): void =>
  cpSync(join(base, 'workspace'), join(base, `snapshot-${name}`), { recursive: true });

await call('workspace.create', {
  start: 'programme',
  passphrase,
  me: { ...ME, roles: [...ME.roles] },
});
const { groups, ask: retype } = await call('recovery.begin', { passphrase });
await ask('desk.writeRecoverySheet', { path: join(asked, 'karta-odzyskiwania.pdf') });
await call('recovery.confirm', { groups: retype.map(() => 'ABCD') });
await call('recovery.confirm', { groups: retype.map((number) => groups[number - 1] ?? '') });
const { secret } = (await ask('desk.addDevice', { passphrase })) as { secret: string }; // as its schema says
await refuses('desk.addDevice', { passphrase: typedWrong });

const scene = await erasureScene(harness, ZENOBIA);
const form = sessionForm(scene.engagementId, {
  topic: 'Temat zwykły',
  presentIds: [scene.colleagueId],
  reportNotes: 'Do raportu.',
});
const session = await call('session.save', form);
const noted = { sessionId: session.id, revision: null, body: note2 };
await call('privateNote.save', noted);
await call('privateNote.save', { ...noted, revision: 1, body: `${note} i jeszcze` });
const place = { entity: 'privateNote', entityId: session.id } as const;
await call('draft.keep', { ...place, baseRevision: 2, body: JSON.stringify({ body: draft }) });
await call('search.query', { text: note.split(' ')[0] ?? '' });
const closed = await call('report.close', { kind: 'coaching-session', subjectId: session.id });
if (closed.outcome !== 'closed') throw new Error(`The report was not closed: ${closed.outcome}`);
const { id } = closed.report;
await ask('desk.writeReport', { id, path: join(asked, 'raport.pdf') });
await ask('desk.outgoingReport', { id });
await ask('desk.prepareMail', {
  reportId: id,
  recipient: 'frsi@przyklad.invalid',
  subject: 'Raport',
  body: 'W załączniku',
});
const subject = { kind: 'participant', id: scene.participantId } as const;
await ask('desk.writeSubjectExport', { ...subject, path: join(asked, 'jej-dane.pdf') });
await refuses('subject.privateNotes', { subject, passphrase: typedWrong });
await ask('desk.writeLostLaptop', { path: join(asked, 'zgubiony.pdf') });
await call('backup.make', {});
await ask('desk.setSecondPlace', { path: stick });
await call('backup.copyToSecond', {});
await refuses('passphrase.change', { current: typedWrong, next: nextPassphrase });
await call('passphrase.change', { current: passphrase, next: nextPassphrase });
await call('diagnostics.run', {});
snapshot('before-erasure');

await call('erasure.run', { subject, typedName: ZENOBIA.name, reason: 'Wniosek' });
snapshot('after-erasure');
const [first] = await call('backup.list', {});
await call('restore.run', {
  backup: { place: 'first', id: first?.id ?? '' },
  key: { kind: 'current' },
});
await call('restore.undo', { key: { kind: 'current' } });
await ask('desk.closeWorkspace', { backup: true });
await refuses('workspace.unlock', { passphrase: typedWrong });
await refuses('workspace.recover', { code: 'AAAA'.repeat(7), passphrase: nextPassphrase });
await call('workspace.recover', { code: groups.join(' ').toLowerCase(), passphrase });
await call('privateNote.get', { sessionId: session.id });
await ask('desk.closeWorkspace', { backup: true });
await store.end();

const file = readKeyFile(join(base, 'workspace', 'key.json'));
const dataKey = await unwrapDataKey(file, { kind: 'passphrase', passphrase });
const sheet = /^chosen\/karta-odzyskiwania\.pdf$/;
// Her data, and a report that was saved elsewhere before she was erased.
const hers = /^chosen\/(?:jej-dane\.|raport\.pdf$)/;
const groupPairs = groups.slice(1).map((group, index) => `${groups[index] ?? ''}${group}`);
const secrets: Secret[] = [
  words('a private note', note),
  words('a word of a private note', note.split(' ')[0] ?? ''),
  words('an earlier version of a private note', note2),
  words('a private draft', draft),
  words('the passphrase', passphrase),
  words('the next passphrase', nextPassphrase),
  words('a passphrase typed wrong', typedWrong),
  ...['', ' ', '-'].map((between) => words('the recovery code', groups.join(between), sheet)),
  ...groupPairs.map((pair) => words('a part of the recovery code', pair, sheet)),
  key('the secret of the keychain', Buffer.from(secret, 'base64')),
  key('the data key', dataKey),
  words('the name of who was erased', ZENOBIA.name, hers),
  words('the surname of who was erased', 'Trzmielowska', hers),
  words('the address of who was erased', ZENOBIA.email, hers),
  words('the telephone of who was erased', ZENOBIA.phone, hers),
];
const told = { secrets: toJson(secrets), erased: [ZENOBIA.name, 'trzmielowsk', ZENOBIA.email] };
console.log(JSON.stringify({ ...told, dataKey: dataKey.toString('hex') }));
