import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 180_000;
const ASK_EVERY_MS = 200;

/**
 * Runs one build at a time on this checkout: two that write out/ together would mix their files.
 * @template T
 * @param {string} file holds the owner's process id while the lock is held
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @throws when the other build does not end within three minutes
 */
export async function withBuildLock(file, work) {
  const until = Date.now() + PATIENCE_MS;
  while (!tryToTake(file)) {
    if (Date.now() > until) throw new Error(`another build still holds ${file}`);
    await delay(ASK_EVERY_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function tryToTake(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(ownerOf(file))) rmSync(file, { force: true }); // its build was killed
    return false;
  }
}

/** @param {string} file */
function ownerOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return process.pid; // just removed by its owner: ask again
  }
}

/** @param {number} owner a process id; 0 while the owner is still writing it */
function isAlive(owner) {
  if (owner === 0) return true;
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
