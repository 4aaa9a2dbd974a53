import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startScript, type RunningScript } from '../../helpers/children.ts';
import { openProcess, sessionForm } from '../../helpers/scene.ts';
import { ME, PASSPHRASE, storeHarness } from '../../helpers/storeHarness.ts';

// Processes with the real store worker in them, killed as a dead battery would: at any moment, without a word.

const KILLS = 20;
const script = new URL('children/saveLoop.ts', import.meta.url);
const running: RunningScript[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.kill()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'strefownik-kill-'));
  folders.push(folder);
  return folder;
}

function start(args: readonly string[]): RunningScript {
  const child = startScript(script, args);
  running.push(child);
  return child;
}

// One that ends by itself leaves what it compiled for the others; a killed one cannot.
beforeAll(async () => {
  const first = start([newFolder()]);
  await first.line('loaded');
  first.process.stdin?.write('end\n');
  await once(first.process, 'close');
});

/** What the child said was saved, before it was killed. */
function acknowledged(lines: readonly string[]): { sessions: string[]; draft: number } {
  const of = (kind: string) =>
    lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));
  return { sessions: of('saved'), draft: Number(of('draft').at(-1) ?? 0) };
}

async function killedAgainAndAgain(kills: number): Promise<unknown[]> {
  const base = newFolder();
  const harness = storeHarness({ folder: base });
  await harness.createQuickly();
  const { engagement } = await openProcess(harness, 'library.goldap');
  const args = [base, JSON.stringify(sessionForm(engagement.id))];
  await harness.server.close();
  const found: unknown[] = [];
  const known: string[] = [];
  let next = start(args);
  for (let kill = 0; kill < kills; kill += 1) {
    const child = next;
    // The next one gets ready while this one works.
    if (kill + 1 < kills) next = start(args);
    await child.line('loaded');
    child.process.stdin?.write('go\n');
    await child.line('saved');
    await new Promise((settle) => setTimeout(settle, (kill * 37) % 130));
    await child.kill();
    const { sessions, draft } = acknowledged(child.lines);
    known.push(...sessions);
    const status = await harness.call('workspace.status', {});
    const { store, closedUncleanly } = harness.opened().workspace;
    const there = new Set(store.all('select id from coaching_session').map((row) => row['id']));
    const kept = await harness.call('draft.get', { entity: 'library', entityId: 'library.goldap' });
    found.push({
      state: status.state,
      closedUncleanly,
      someSaved: sessions.length > 0,
      lost: known.filter((id) => !there.has(id)),
      draftLost: Number(kept?.body ?? 0) < draft,
      integrity: store.get('pragma integrity_check')?.['integrity_check'],
      orphans: store.all('pragma foreign_key_check').length,
      halfWritten: store.all(
        'select id from coaching_session where id not in (select entity_id from change where entity = ?)',
        'coachingSession',
      ).length,
    });
    await harness.server.close();
  }
  return found;
}

test(
  'every save that was acknowledged is there after kill -9, and nothing half of it',
  { timeout: 180_000 },
  async () => {
    const found = (
      await Promise.all([killedAgainAndAgain(KILLS / 2), killedAgainAndAgain(KILLS / 2)])
    ).flat();
    expect(found).toEqual(
      Array.from({ length: KILLS }, () => ({
        state: 'open',
        closedUncleanly: true,
        someSaved: true,
        lost: [],
        draftLost: false,
        integrity: 'ok',
        orphans: 0,
        halfWritten: 0,
      })),
    );
  },
);

test('a making that is killed half-way can simply be made again', async () => {
  const base = newFolder();
  const child = start([base]);
  await child.line('loaded');
  child.process.stdin?.write('go\n');
  await child.line('making');
  await child.kill();
  const harness = storeHarness({ folder: base });
  expect((await harness.call('workspace.status', {})).state).toBe('none');
  await harness.create({
    start: 'empty',
    passphrase: PASSPHRASE,
    me: { ...ME, roles: [...ME.roles] },
  });
  expect((await harness.call('person.list', {})).map(({ name }) => name)).toEqual([ME.name]);
  await harness.server.close();
});
