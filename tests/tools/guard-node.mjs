/**
 * The first line of every npm script: stops with one clear line where Node is too old.
 *
 * An old Node would otherwise fail far from the cause (the database module crashes on Node 20
 * without a word). This file is written so that even Node 14 parses it.
 */
const NEEDED_EVERYWHERE = '22.15.0';

/**
 * Says whether a version is at least another one.
 * @param {string} version for example `20.19.1`
 * @param {string} minimum for example `22.15.0`
 * @returns {boolean}
 */
export function isAtLeast(version, minimum) {
  const have = version.split('.').map(Number);
  const need = minimum.split('.').map(Number);
  for (let index = 0; index < need.length; index += 1) {
    const difference = (have[index] || 0) - (need[index] || 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/**
 * Ends the process with one line when the running Node is older than needed.
 * @param {string} minimum for example `22.15.0`
 */
export function requireNode(minimum) {
  if (isAtLeast(process.versions.node, minimum)) return;
  console.error(
    'Strefownik needs Node ' +
      minimum +
      ' or newer, this is Node ' +
      process.versions.node +
      '. Run it through npm after `npm ci` (which brings Node 24 on Linux), or install Node 24.',
  );
  process.exit(1);
}

const startedDirectly = /[\\/]guard-node\.mjs$/.test(process.argv[1] || '');
if (startedDirectly) requireNode(NEEDED_EVERYWHERE);
