/** `node tests/tools/walls/run.ts`: prints what breaks a wall and ends with 1 when something does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../places.mjs';
import { checkPackages } from './packages.ts';
import { checkLengths, checkRooms, readTree } from './walls.ts';

const application = readTree(repository, ['src-main', 'src-renderer']);
const tests = readTree(repository, ['tests']);
const everything = [...application, ...tests];
const findings = [
  ...checkRooms(repository, application),
  ...checkLengths(everything),
  ...checkPackages(JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')), everything),
];
for (const { severity, place, rule, message } of findings)
  console.log(`${severity} ${place} [${rule}] ${message}`);
const errors = findings.filter(({ severity }) => severity === 'error').length;
console.log(
  `${everything.length} files, ${errors} broken walls, ${findings.length - errors} warnings`,
);
process.exitCode = errors > 0 ? 1 : 0;
