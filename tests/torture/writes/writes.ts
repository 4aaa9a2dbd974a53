import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CallInput } from '../../../src-main/contract/contract.ts';
import { ZYTA } from '../../helpers/erasureScene.ts';
import { ME, type StoreHarness } from '../../helpers/storeHarness.ts';
import { savingWrites } from './savingWrites.ts';
import type { WriteStage } from './stage.ts';
import { request, write, type Write } from './write.ts';

const NEW_PASSPHRASE = 'nowa łódka na jeziorze';
const LATER = '2029-12-01T09:00:00.000Z';
const nothing = () => ({});

const chosen = ({ base }: WriteStage, name: string) => join(base, 'chosen', name);

async function oldestBackup(harness: StoreHarness) {
  const rows = await harness.call('backup.list', {});
  const oldest = rows.findLast(({ place }) => place === 'first');
  if (oldest === undefined) throw new Error('The stage has backups');
  return { place: 'first', id: oldest.id } as const;
}

const documents: readonly Write[] = [
  write(
    'report.close',
    (_, { openSessionId }) => ({ kind: 'coaching-session', subjectId: openSessionId }),
    { alsoIn: ['workspace/files'] },
  ),
  write('report.correct', (_, { closedReportId: id }) => ({ id, reason: 'Dopisane słowa' }), {
    alsoIn: ['workspace/files'],
  }),
  write('mail.mark', (_, { dispatchId }) => ({ id: dispatchId, sent: false })),
  request(
    'desk.prepareMail',
    ({ closedReportId }) => ({
      reportId: closedReportId,
      recipient: 'frsi@przyklad.invalid',
      subject: 'Raport',
      body: 'W załączniku',
    }),
    { alsoIn: ['outgoing'] },
  ),
  request('desk.outgoingMail', ({ dispatchId }) => ({ id: dispatchId }), { alsoIn: ['outgoing'] }),
  request('desk.outgoingReport', ({ closedReportId }) => ({ id: closedReportId }), {
    alsoIn: ['outgoing'],
  }),
  request(
    'desk.writeReport',
    (stage) => ({ id: stage.closedReportId, path: chosen(stage, 'raport.pdf') }),
    { alsoIn: ['chosen'] },
  ),
  request(
    'desk.writeRecoverySheet',
    async (stage, harness) => {
      await harness.call('recovery.begin', { passphrase: stage.passphrase });
      return { path: chosen(stage, 'karta.pdf') };
    },
    { alsoIn: ['chosen'] },
  ),
  request('desk.writeLostLaptop', (stage) => ({ path: chosen(stage, 'laptop.pdf') }), {
    alsoIn: ['chosen'],
  }),
  request(
    'desk.writeSubjectExport',
    (stage) => ({
      kind: 'participant',
      id: stage.participantId,
      path: chosen(stage, 'dane.pdf'),
    }),
    { alsoIn: ['chosen'] },
  ),
  request(
    'desk.writeReleasedNote',
    async (stage, harness) => {
      const subject = { kind: 'participant', id: stage.participantId } as const;
      const { passphrase } = stage;
      const [note] = await harness.call('subject.privateNotes', { subject, passphrase });
      return { subject, noteId: note?.id ?? '', passphrase, path: chosen(stage, 'notatka.pdf') };
    },
    { alsoIn: ['chosen'] },
  ),
  request(
    'desk.writeErasureProtocol',
    async (stage, harness) => {
      const { id } = await harness.call('erasure.run', erasureOf(stage));
      return { id, path: chosen(stage, 'protokol.pdf') };
    },
    { alsoIn: ['chosen'] },
  ),
];

const erasureOf = ({ participantId }: WriteStage): CallInput<'erasure.run'> => ({
  subject: { kind: 'participant', id: participantId },
  typedName: ZYTA.name,
  reason: 'Wniosek',
});

const clearing: readonly Write[] = [
  write('erasure.run', (_, stage) => erasureOf(stage), { alsoIn: ['workspace/files', 'outgoing'] }),
  write('subject.privateNotes', (_, { participantId, passphrase }) => ({
    subject: { kind: 'participant', id: participantId },
    passphrase,
  })),
  write(
    'retention.clear',
    async (harness) => {
      const past = await harness.call('retention.list', { kind: 'coachingNotes' });
      return { kind: 'coachingNotes', ids: past.map(({ id }) => id) };
    },
    { at: LATER },
  ),
  write('retention.save', () => ({ years: { contact: 7 } })),
  write('retention.reviewed', nothing),
];

const keys: readonly Write[] = [
  write('recovery.begin', (_, { passphrase }) => ({ passphrase })),
  write(
    'recovery.confirm',
    async (harness, { passphrase }) => {
      const { groups, ask } = await harness.call('recovery.begin', { passphrase });
      return { groups: ask.map((number) => groups[number - 1] ?? '') };
    },
    { alsoIn: ['workspace', 'backups', 'stick'] },
  ),
  write(
    'passphrase.change',
    (_, { passphrase }) => ({ current: passphrase, next: NEW_PASSPHRASE }),
    { alsoIn: ['workspace', 'backups', 'stick'], opensBy: NEW_PASSPHRASE },
  ),
  write('workspace.recover', (_, { code }) => ({ code, passphrase: NEW_PASSPHRASE }), {
    alsoIn: ['workspace', 'backups', 'stick'],
    fromOutside: true,
    opensBy: NEW_PASSPHRASE,
  }),
  request('desk.addDevice', ({ passphrase }) => ({ passphrase }), {
    alsoIn: ['workspace', 'backups', 'stick'],
    opensBy: '',
  }),
  request('desk.removeDevice', nothing, {
    alsoIn: ['workspace', 'backups', 'stick'],
    opensBy: '',
  }),
  request('desk.unlockByDevice', ({ device }) => ({ secret: device }), {
    alsoIn: ['workspace'],
    fromOutside: true,
  }),
  write('workspace.unlock', (_, { passphrase }) => ({ passphrase }), {
    alsoIn: ['workspace'],
    fromOutside: true,
  }),
  write(
    'workspace.create',
    (_, { base, passphrase }) => {
      rmSync(join(base, 'workspace'), { recursive: true, force: true });
      return { start: 'programme', passphrase, me: { ...ME, roles: [...ME.roles] } };
    },
    { alsoIn: [], fromOutside: true, opensBy: '' },
  ),
];

const backups: readonly Write[] = [
  write('backup.make', nothing, { alsoIn: ['backups'], makesBackups: true }),
  write('backup.copyToSecond', nothing, { alsoIn: ['stick'], makesBackups: true }),
  write('backup.remove', oldestBackup, { alsoIn: ['backups'] }),
  write('backup.forgetSecond', nothing),
  write(
    'aside.remove',
    (_, { base }) => {
      const name = 'odlozone-2026-11-24T09-00-00';
      mkdirSync(join(base, 'workspace', name), { recursive: true });
      return { name };
    },
    { alsoIn: ['workspace'] },
  ),
  request('desk.setSecondPlace', ({ base }) => ({ path: join(base, 'chosen') })),
  request('desk.closeWorkspace', () => ({ backup: true }), {
    alsoIn: ['workspace', 'backups'],
    closes: true,
    makesBackups: true,
  }),
  write(
    'restore.run',
    async (harness) => ({ backup: await oldestBackup(harness), key: { kind: 'current' } }),
    { alsoIn: ['workspace', 'backups'], makesBackups: true },
  ),
  write(
    'restore.run',
    async (harness, { passphrase }) => ({
      backup: await oldestBackup(harness),
      key: { kind: 'passphrase', passphrase },
    }),
    // The copy of the present state, made first, stays where the restore then fails: nobody may need it, nobody is harmed.
    {
      how: 'from outside',
      alsoIn: ['workspace'],
      fromOutside: true,
      opensBy: '',
      makesBackups: true,
    },
  ),
  write(
    'restore.keyOnly',
    async (harness, { base, passphrase }) => {
      rmSync(join(base, 'workspace/key.json'));
      return { backup: await oldestBackup(harness), key: { kind: 'passphrase', passphrase } };
    },
    { alsoIn: ['workspace'], fromOutside: true, opensBy: '' },
  ),
  write(
    'restore.undo',
    async (harness) => {
      const backup = await oldestBackup(harness);
      await harness.call('restore.run', { backup, key: { kind: 'current' } });
      return {};
    },
    { alsoIn: ['workspace', 'backups'], makesBackups: true },
  ),
];

/** Every way in which the store writes. */
export const writes: readonly Write[] = [
  ...savingWrites,
  ...documents,
  ...clearing,
  ...keys,
  ...backups,
];
