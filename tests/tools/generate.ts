// npm run generate -- DIR [--size=1] [--seed=1]: a workspace with ten years of work, in DIR/workspace.
// It opens without a passphrase (demonstration key): invented data only.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeTenYearsWorkspace } from '../helpers/tenYearsWorkspace.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
});
const [directory] = positionals;
const size = Number(values.size);
if (directory === undefined || !(size > 0 && size <= 1)) {
  console.error('Usage: npm run generate -- DIR [--size=0..1] [--seed=N]');
  process.exit(1);
}
const folder = resolve(directory);
mkdirSync(folder, { recursive: true });
const started = performance.now();
const counts = await makeTenYearsWorkspace(folder, { size, seed: Number(values.seed) });
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${JSON.stringify(counts)} in ${seconds} s: ${folder}`);
