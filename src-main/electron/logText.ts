import { readFile } from 'node:fs/promises';
import { LOG_FILES, logFile } from './log.ts';

/** So much of the log is shown; older lines are in the files. Characters. */
export const SHOWN = 500_000;

/** The newest lines of the log, oldest first; empty where there is none. */
export async function readLogText(folder: string, shown = SHOWN): Promise<string> {
  const texts: string[] = [];
  for (let age = LOG_FILES - 1; age >= 0; age -= 1)
    texts.push(await readFile(logFile(folder, age), 'utf8').catch(() => '')); // perhaps none yet
  const whole = texts.join('');
  if (whole.length <= shown) return whole;
  const newest = whole.slice(-shown);
  return newest.slice(newest.indexOf('\n') + 1);
}
