import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { electronVersion, findElectron } from './electronBinary.mjs';
import { cacheDirectory, repository } from '../places.mjs';

const REMEMBER_FAILURE_MS = 60 * 60 * 1000;
const OFFLINE_LIMIT_MS = 8_000;
const DOWNLOAD_LIMIT_MS = 10 * 60 * 1000;
const PROBE_LIMIT_MS = 4_000;

const failureFile = join(cacheDirectory, 'electron-fetch-failed.json');

/**
 * Electron's executable, fetched first when it is missing and can be fetched.
 *
 * Without a connection this takes at most eight seconds, and nothing for an hour after a failure.
 * @returns {Promise<string | undefined>} absolute path
 */
export async function findOrFetchElectron() {
  const found = findElectron();
  if (found) return found;
  if (failedRecently(Date.now())) return undefined;
  console.log(`Fetching Electron ${electronVersion()} (about 120 MB, once)…`);
  const fetched = await runInstaller();
  const executable = fetched ? findElectron() : undefined;
  mkdirSync(cacheDirectory, { recursive: true });
  if (executable) rmSync(failureFile, { force: true });
  else writeFileSync(failureFile, JSON.stringify({ version: electronVersion(), at: Date.now() }));
  return executable;
}

/** @param {number} now milliseconds since 1970 */
function failedRecently(now) {
  if (!existsSync(failureFile)) return false;
  try {
    const failure = JSON.parse(readFileSync(failureFile, 'utf8'));
    return failure.version === electronVersion() && now - failure.at < REMEMBER_FAILURE_MS;
  } catch {
    return false; // an unreadable note only costs one more try
  }
}

/**
 * Runs the package's own installer. It also unpacks an earlier download, which works offline, so
 * it always gets a few seconds; longer only if the download's host answers.
 * @returns {Promise<boolean>} whether it ended well
 */
async function runInstaller() {
  const installer = join(repository, 'node_modules', 'electron', 'install.js');
  const child = spawn(process.execPath, [installer], { stdio: 'ignore' });
  const reachable = canReachDownloads();
  const unpacked = join(repository, 'node_modules', 'electron', 'dist');
  const timers = [
    setTimeout(() => {
      void reachable.then((answer) => {
        if (!answer && !existsSync(unpacked)) child.kill('SIGKILL');
      });
    }, OFFLINE_LIMIT_MS),
    setTimeout(() => child.kill('SIGKILL'), DOWNLOAD_LIMIT_MS),
  ];
  const code = await new Promise((resolve) => {
    child.on('exit', resolve);
    child.on('error', () => resolve(1));
  });
  for (const timer of timers) clearTimeout(timer);
  return code === 0;
}

/** @returns {Promise<boolean>} whether the host of Electron's downloads accepts a connection */
function canReachDownloads() {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'];
  if (process.env['ELECTRON_GET_USE_PROXY']) return Promise.resolve(true); // the proxy will tell
  const url = new URL(mirror && URL.canParse(mirror) ? mirror : 'https://github.com');
  const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443);
  return new Promise((resolve) => {
    const socket = connect({ host: url.hostname, port, timeout: PROBE_LIMIT_MS });
    const answer = (/** @type {boolean} */ reachable) => {
      socket.destroy();
      resolve(reachable);
    };
    socket.on('connect', () => answer(true));
    socket.on('timeout', () => answer(false));
    socket.on('error', () => answer(false));
  });
}
