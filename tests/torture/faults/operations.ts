import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallInput } from '../../../src-main/contract/contract.ts';
import { readKeyFile, unwrapDataKey } from '../../../src-main/store/keyFile.ts';
import { emptyExpired } from '../../../src-main/usecases/privateUpkeep.ts';
import { COLLEAGUE, erasureScene } from '../../helpers/erasureScene.ts';
import { openProcess, sessionForm } from '../../helpers/scene.ts';
import { PASSPHRASE, type StoreHarness } from '../../helpers/storeHarness.ts';
import { harnessIn, newCodePath, type Operation, type Stage } from './operation.ts';

const OTHER_PASSPHRASE = 'cztery mokre rowery 4';
const NEW_PASSPHRASE = 'nowa łódka na jeziorze';
const PERSON = { name: 'Dorota Wiśniewicka', email: 'dorota@przyklad.pl', phone: '600 100 200' };

async function plugStick(harness: StoreHarness, folder: string): Promise<void> {
  const path = join(folder, 'stick');
  mkdirSync(path);
  await harness.ask('desk.setSecondPlace', { path });
}

function keyOf(harness: StoreHarness): Record<string, string> {
  const { workspaceId, dataKey } = harness.opened().workspace;
  return { [workspaceId]: dataKey.toString('hex') };
}

async function hold(harness: StoreHarness, engagementId: string, topic: string): Promise<string> {
  const form = sessionForm(engagementId, { topic, reportNotes: 'Zapisane' });
  return (await harness.call('session.save', form)).id;
}

/** Passphrase of a workspace whose key lies open, which saves the time of deriving one where keys do not matter. */
const NONE = '';

async function makeWorkspace(
  folder: string,
  passphrase: string,
  at?: string,
): Promise<StoreHarness> {
  const harness = harnessIn(folder, at === undefined ? {} : { at });
  await (passphrase === NONE ? harness.createQuickly() : harness.create({ passphrase }));
  return harness;
}

/** A workspace with a process, a closed report, a backup and something saved after it. */
async function prepareWork(
  folder: string,
  passphrase: string,
  at?: string,
): Promise<{ stage: Stage; harness: StoreHarness }> {
  const harness = await makeWorkspace(folder, passphrase, at);
  const { engagement, team } = await openProcess(harness, 'library.goldap');
  const session = await harness.call(
    'session.save',
    sessionForm(engagement.id, {
      topic: 'Kogo zaprosić',
      presentIds: team.map(({ id }) => id),
      reportNotes: 'Trzy grupy.',
    }),
  );
  const closed = await harness.call('report.close', {
    kind: 'coaching-session',
    subjectId: session.id,
  });
  if (closed.outcome !== 'closed') throw new Error(`The report was not closed: ${closed.outcome}`);
  const { id: backup } = await harness.call('backup.make', {});
  await hold(harness, engagement.id, 'Po kopii');
  const facts = { backup, engagement: engagement.id };
  const stage = { passphrases: [passphrase], codes: [], keys: keyOf(harness), facts };
  return { stage, harness };
}

async function prepareClosed(folder: string, passphrase = NONE): Promise<Stage> {
  const { stage, harness } = await prepareWork(folder, passphrase);
  await harness.server.close();
  return stage;
}

const backupOf = ({ facts }: Stage): string => facts['backup'] ?? '';

/** Makes a new recovery code and confirms it by retyping. `made` hears it before. */
async function confirmCode(
  harness: StoreHarness,
  passphrase: string,
  made: (code: string) => void,
): Promise<void> {
  const { groups, ask } = await harness.call('recovery.begin', { passphrase });
  made(groups.join('-'));
  const retyped = ask.map((number) => groups[number - 1] ?? '');
  const { outcome } = await harness.call('recovery.confirm', { groups: retyped });
  if (outcome !== 'confirmed') throw new Error(`The code was not confirmed: ${outcome}`);
}

/** With copies in both places and a recovery code: a change of keys must reach them all. */
async function prepareKeys(folder: string): Promise<Stage> {
  const { stage, harness } = await prepareWork(folder, PASSPHRASE);
  await plugStick(harness, folder);
  await harness.call('backup.copyToSecond', {});
  let code = '';
  await confirmCode(harness, PASSPHRASE, (made) => (code = made));
  await harness.server.close();
  return { ...stage, passphrases: [PASSPHRASE, NEW_PASSPHRASE], codes: [code] };
}

const restoreOf = (
  id: string,
  key: CallInput<'restore.run'>['key'],
  place: 'first' | 'other' = 'first',
) => ({
  backup: { place, id },
  key,
});

function damage(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(7, 0, 4096);
  writeFileSync(path, bytes);
}

/** Forty days before the moment at which operations run. */
const LONG_AGO = '2026-10-15T09:00:00.000Z';

/** Three sessions with private notes in the bin for forty days; a clock that can be believed. */
async function prepareBin(folder: string): Promise<Stage> {
  const { stage, harness } = await prepareWork(folder, NONE, LONG_AGO);
  for (let number = 1; number <= 3; number += 1) {
    const id = await hold(harness, stage.facts['engagement'] ?? '', `Do kosza ${number}`);
    await harness.call('privateNote.save', {
      sessionId: id,
      revision: null,
      body: `Prywatnie ${number}`,
    });
    await harness.call('bin.remove', { entity: 'coachingSession', id });
  }
  emptyExpired(harness.opened().tools); // looks at the clock for the first time
  await harness.server.close();
  return stage;
}

/** Tools whose every transaction is a step before and after its commit. */
function steppedTools({ tools }: ReturnType<StoreHarness['opened']>, step: (name: string) => void) {
  return {
    ...tools,
    store: {
      ...tools.store,
      inTransaction: <Result>(
        work: Parameters<typeof tools.store.inTransaction<Result>>[0],
      ): Result => {
        const result = tools.store.inTransaction((db) => {
          const inside = work(db);
          step('transaction.before-commit');
          return inside;
        });
        step('transaction.committed');
        return result;
      },
    },
  };
}

/** Everything that must be whole or not at all, wherever it is cut off. */
export const operations: readonly Operation[] = [
  {
    name: 'backup',
    prepare: (folder) => prepareClosed(folder),
    opensFirst: true,
    repeatable: true,
    run: (harness) => harness.call('backup.make', {}),
  },
  {
    name: 'second copy',
    opensFirst: true,
    repeatable: true,
    prepare: async (folder) => {
      const { stage, harness } = await prepareWork(folder, NONE);
      await plugStick(harness, folder);
      await harness.server.close();
      return stage;
    },
    run: (harness) => harness.call('backup.copyToSecond', {}),
  },
  {
    name: 'restore',
    prepare: (folder) => prepareClosed(folder),
    opensFirst: true,
    repeatable: true,
    run: (harness, stage) =>
      harness.call('restore.run', restoreOf(backupOf(stage), { kind: 'current' })),
  },
  {
    name: 'restore over damage',
    opensFirst: false,
    repeatable: true,
    prepare: async (folder) => {
      const stage = await prepareClosed(folder);
      damage(join(folder, 'workspace', 'strefownik.db'));
      return stage;
    },
    run: (harness, stage, { passphrase }) =>
      harness.call('restore.run', restoreOf(backupOf(stage), { kind: 'passphrase', passphrase })),
  },
  {
    name: 'restore of another',
    opensFirst: true,
    repeatable: true,
    prepare: async (folder) => {
      const other = join(folder, 'other');
      const theirs = await prepareWork(other, OTHER_PASSPHRASE);
      await theirs.harness.server.close();
      const ours = await prepareClosed(folder, PASSPHRASE);
      return {
        ...ours,
        passphrases: [PASSPHRASE, OTHER_PASSPHRASE],
        keys: { ...ours.keys, ...theirs.stage.keys },
        facts: theirs.stage.facts,
      };
    },
    run: async (harness, stage, { folder }) => {
      await harness.ask('desk.lookAtBackups', { path: join(folder, 'other', 'backups') });
      const key = { kind: 'passphrase', passphrase: OTHER_PASSPHRASE } as const;
      await harness.call('restore.run', restoreOf(backupOf(stage), key, 'other'));
    },
  },
  {
    name: 'migration',
    opensFirst: false,
    repeatable: false,
    prepare: async (folder) => {
      const release = join(import.meta.dirname, '../../fixtures/release-1');
      cpSync(join(release, 'workspace'), join(folder, 'workspace'), { recursive: true });
      const facts = JSON.parse(readFileSync(join(release, 'facts.json'), 'utf8')) as {
        passphrase: string;
      }; // a fixture of ours
      const file = readKeyFile(join(folder, 'workspace', 'key.json'));
      const dataKey = await unwrapDataKey(file, { kind: 'passphrase', ...facts });
      const keys = { [file.workspaceId]: dataKey.toString('hex') };
      return { passphrases: [facts.passphrase], codes: [], keys, facts: {} };
    },
    run: (harness, _stage, { passphrase }) => harness.call('workspace.unlock', { passphrase }),
  },
  {
    name: 'passphrase change',
    prepare: prepareKeys,
    opensFirst: true,
    repeatable: true,
    run: (harness, _stage, { passphrase }) =>
      harness.call('passphrase.change', { current: passphrase, next: NEW_PASSPHRASE }),
  },
  {
    name: 'recovery code',
    prepare: prepareKeys,
    opensFirst: true,
    repeatable: true,
    run: (harness, _stage, { folder, passphrase }) =>
      confirmCode(harness, passphrase, (code) => writeFileSync(newCodePath(folder), code)),
  },
  {
    name: 'recovery',
    prepare: prepareKeys,
    opensFirst: false,
    repeatable: true,
    run: (harness, stage) =>
      harness.call('workspace.recover', { code: stage.codes[0] ?? '', passphrase: NEW_PASSPHRASE }),
  },
  {
    name: 'erasure',
    opensFirst: true,
    repeatable: false,
    oldFilesGo: true,
    prepare: async (folder) => {
      const harness = await makeWorkspace(folder, NONE);
      const { participantId } = await erasureScene(harness, PERSON);
      const keys = keyOf(harness);
      await harness.server.close();
      return { passphrases: [NONE], codes: [], keys, facts: { participantId } };
    },
    run: (harness, { facts }) =>
      harness.call('erasure.run', {
        subject: { kind: 'participant', id: facts['participantId'] ?? '' },
        typedName: PERSON.name,
        reason: `Prośba (${COLLEAGUE} zostaje)`,
      }),
  },
  {
    name: 'emptying the bin',
    prepare: prepareBin,
    opensFirst: true,
    repeatable: true,
    piecewise: true,
    run: async (harness, _stage, { step }) => emptyExpired(steppedTools(harness.opened(), step)),
  },
];
