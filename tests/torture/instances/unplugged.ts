import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { backupsBelow } from '../../../src-main/store/backup/places.ts';
import { BACKUPS_FOLDER_NAME } from '../../../src-main/worker/backupRows.ts';
import { layerPrinter } from '../../helpers/erasureScene.ts';
import { codeOf, storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';
import { openByDevice, STAGED_AT, type WriteStage } from '../writes/stage.ts';

/** A thread that pulls a stick out so many milliseconds after something began to grow on it: its path is gone at once. */
const PULLER = `
  const { existsSync, readdirSync, renameSync } = require('node:fs');
  const { workerData: { stick, milliseconds } } = require('node:worker_threads');
  const grows = () => {
    try { return readdirSync(stick, { recursive: true }).some((name) => name.includes('.part')); }
    catch { return false; }
  };
  while (!grows()) if (!existsSync(stick)) process.exit();
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
  try { renameSync(stick, stick + '.gone'); } catch {}
`;

function harnessWith(base: string, step?: (name: string) => void): StoreHarness {
  const options = { folder: base, now: () => STAGED_AT, printer: layerPrinter };
  return storeHarness({ ...options, ...(step === undefined ? {} : { step }) });
}

/** The place is gone: told so; what lies there says nothing false; and the next copy is whole again. */
async function* afterwards(
  harness: StoreHarness,
  stick: string,
  how: string,
  said: string,
): AsyncGenerator<string> {
  const gone = !existsSync(stick);
  if (gone && said !== 'place-missing') yield `${how}: the copy says ${said}`;
  const left = backupsBelow(join(stick, BACKUPS_FOLDER_NAME));
  if (said !== 'ok' && left.some(({ manifest }) => manifest !== null))
    yield `${how}: something that looks whole is left`;
  mkdirSync(stick, { recursive: true });
  const again = await codeOf(harness.call('backup.copyToSecond', {}));
  if (again !== 'ok') yield `${how}: the next copy says ${again}`;
  const rows = (await harness.call('backup.list', {})).filter(({ place }) => place === 'second');
  if (rows.length !== 1 || rows[0]?.state !== 'verified')
    yield `${how}: the next copy is not whole`;
}

async function pulledAtSteps(stage: WriteStage, stick: string, broken: string[]): Promise<number> {
  const names: string[] = [];
  let pullAt = '';
  const harness = harnessWith(stage.base, (name) => {
    if (!name.startsWith('second.')) return;
    if (!names.includes(name)) names.push(name);
    if (name === pullAt) rmSync(stick, { recursive: true, force: true });
  });
  const empty = (): void => {
    rmSync(stick, { recursive: true, force: true });
    mkdirSync(stick);
  };
  try {
    await openByDevice(harness, stage);
    empty();
    await harness.call('backup.copyToSecond', {});
    for (const name of Array.from(names)) {
      empty();
      pullAt = name;
      const said = await codeOf(harness.call('backup.copyToSecond', {}));
      pullAt = '';
      for await (const wrong of afterwards(harness, stick, `pulled at ${name}`, said))
        broken.push(wrong);
    }
  } finally {
    await harness.server.close();
  }
  return names.length;
}

async function pulledByThread(
  stage: WriteStage,
  stick: string,
  milliseconds: number,
  broken: string[],
): Promise<void> {
  const harness = harnessWith(stage.base);
  try {
    await openByDevice(harness, stage);
    rmSync(stick, { recursive: true, force: true });
    mkdirSync(stick);
    const puller = new Worker(PULLER, { eval: true, workerData: { stick, milliseconds } });
    const ended = new Promise((settle) => puller.once('exit', settle));
    await new Promise((settle) => puller.once('online', settle));
    const said = await codeOf(harness.call('backup.copyToSecond', {}));
    const wasQuick = existsSync(stick);
    if (wasQuick) rmSync(stick, { recursive: true });
    await ended;
    rmSync(`${stick}.gone`, { recursive: true, force: true });
    const how = `pulled ${milliseconds} ms after it began`;
    const told = wasQuick && said === 'ok' ? 'place-missing' : said;
    for await (const wrong of afterwards(harness, stick, how, told)) broken.push(wrong);
  } finally {
    await harness.server.close();
  }
}

/** The second place is taken away while it is copied to: at every step, and by another thread at any moment. */
export async function unplugged(
  stage: WriteStage,
  delays: readonly number[],
): Promise<{ times: number; broken: string[] }> {
  const stick = join(stage.base, 'stick');
  const broken: string[] = [];
  const steps = await pulledAtSteps(stage, stick, broken);
  for (const delay of delays) await pulledByThread(stage, stick, delay, broken);
  return { times: steps + delays.length, broken };
}
