import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { repository } from '../tools/places.mjs';

/** The first screen has drawn. */
export async function appears(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
}

/** Lines of the application's log that begin with one of these events. */
export async function logged(userData: string, ...events: string[]): Promise<string[]> {
  const text = await readFile(join(userData, 'logs', 'strefownik.log'), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => events.includes(line.split(' ')[1] ?? ''));
}

/** Addresses outside the application that the page asked for, as far as the runtime can count them. */
export function refusedRequests(app: ElectronApplication): Promise<unknown> {
  return app.evaluate(() => {
    const standin: unknown = Reflect.get(globalThis, Symbol.for('strefownik.standin'));
    if (typeof standin !== 'object' || standin === null) return [];
    const refused: unknown = Reflect.get(standin, 'refusedRequests');
    return refused;
  });
}

/** Asks through the preload as the bridge does, and answers with the envelope. */
export function call(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([asked, given]) => {
      const api: unknown = Reflect.get(globalThis, 'strefownik');
      const ask: unknown = Reflect.get(Object(api), 'call');
      if (typeof ask !== 'function') throw new Error('the preload did not run');
      const envelope: unknown = await Reflect.apply(ask, api, [asked, given]);
      return envelope;
    },
    [name, input] as const,
  );
}

/** Makes a demonstration workspace, which needs no passphrase. */
export async function makeDemonstration(page: Page): Promise<void> {
  const me = { name: 'Ola Przykładowa', form: 'feminine', roles: ['coach'] };
  const input = { start: 'demonstration', passphrase: '', me };
  expect(await call(page, 'workspace.create', input)).toMatchObject({ ok: true });
}

/** Notes every breach of the content security policy from the next load on. */
export async function watchPolicy(page: Page): Promise<() => Promise<unknown>> {
  await page.addInitScript(() => {
    const breaches: string[] = [];
    Reflect.set(globalThis, 'breaches', breaches);
    document.addEventListener('securitypolicyviolation', (event) => {
      breaches.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.reload();
  return () => page.evaluate((): unknown => Reflect.get(globalThis, 'breaches'));
}

/** Ends with the process: its exit code. */
export async function exitCode(app: ElectronApplication): Promise<unknown> {
  const [code]: unknown[] = await once(app.process(), 'exit');
  return code;
}

/** Starts the application once more, beside a running one, and answers with its exit code. */
export async function startAgain(userData: string): Promise<unknown> {
  const executable: unknown = createRequire(import.meta.url)('electron');
  if (typeof executable !== 'string') throw new Error('electron does not name its executable');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(
    executable,
    [
      repository,
      `--user-data-dir=${userData}`,
      `--backups=${join(userData, 'backups')}`,
      ...asRoot,
    ],
    {
      cwd: '/',
      env: { ...process.env, STANDIN_HEADLESS: '1' },
      stdio: 'ignore',
    },
  );
  const [code]: unknown[] = await once(second, 'exit');
  return code;
}
