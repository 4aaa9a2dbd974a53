import { harnessIn, readStage } from '../faults/operation.ts';
import { operations } from '../faults/operations.ts';

// argv: the name of an operation, the folder that was prepared for it, and the step at which the process kills itself
// as `kill -9` does (none: it goes to the end). Writes every step that it passes.

const [name, folder = '', wanted = ''] = process.argv.slice(2);
const operation = operations.find((one) => one.name === name);
if (operation === undefined) throw new Error(`No operation ${String(name)}`);

const passed = new Map<string, number>();
let begun = false;
function step(reached: string): void {
  if (!begun) return;
  const times = (passed.get(reached) ?? 0) + 1;
  passed.set(reached, times);
  const point = times === 1 ? reached : `${reached} (${times})`;
  console.log(point);
  if (point === wanted) process.kill(process.pid, 'SIGKILL');
}

const stage = readStage(folder);
const [passphrase = ''] = stage.passphrases;
const harness = harnessIn(folder, { step });
if (operation.opensFirst) await harness.call('workspace.unlock', { passphrase });
begun = true;
await operation.run(harness, stage, { folder, passphrase, step });
begun = false;
await harness.server.close();
