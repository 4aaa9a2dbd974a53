import { appendFileSync, mkdirSync } from 'node:fs';
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Facts of one line: names, codes, counts and milliseconds; never what a person typed. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** The application's own diary, for the person who looks for a fault. */
export interface Log {
  /** Notes an event; never throws and never waits. */
  write(event: string, fields?: LogFields): void;
  /** Resolves once everything noted so far is on the disk. */
  flush(): Promise<void>;
  /** Writes what still waits at once, for the moment before the process dies. */
  flushNow(): void;
}

/** Files kept, the current one included. */
export const LOG_FILES = 3;

/** The log's file of an age: 0 is the current one, and each older one counts one more. */
export function logFile(folder: string, age: number): string {
  return join(folder, age === 0 ? 'strefownik.log' : `strefownik.${age}.log`);
}

/** Settings of the log. */
export interface LogOptions {
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A file that has grown beyond this is put aside. Bytes. */
  readonly maxBytes?: number;
}

const MAX_FIELD = 300;

/** A value that cannot carry prose: spaces and letters outside ASCII do not pass. */
function plain(value: string | number | boolean): string {
  return String(value)
    .replace(/[^\w.:/@+-]/g, '_')
    .slice(0, MAX_FIELD);
}

/** One line of the log, with its line end. */
export function logLine(now: number, event: string, fields: LogFields): string {
  const facts = Object.entries(fields).map(([name, value]) => `${plain(name)}=${plain(value)}`);
  return `${[new Date(now).toISOString(), plain(event), ...facts].join(' ')}\n`;
}

/** Places in the code by their file's own name, without the folders of this computer. */
export function shortPlaces(text: string): string {
  return text.replace(/(?:file:|node:|[A-Za-z]:)?[^\s()]*[\\/]([^\s()\\/]+:\d+:\d+)/g, '$1');
}

/** Facts about an error that hold no content: its kind, its code and where it was thrown, not its message. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frame = error.stack?.split('\n').find((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return {
    error: error.name,
    ...code,
    ...(frame ? { at: shortPlaces(frame.trim().slice(3)) } : {}),
  };
}

/** Opens the rotating text log `strefownik.log`; the folder is made when the first line is written. */
export function createLog({ folder, now, maxBytes = 512 * 1024 }: LogOptions): Log {
  const fileAt = (age: number): string => logFile(folder, age);
  let waiting: string[] = [];
  let writing: Promise<void> | undefined;

  const putAside = async (): Promise<void> => {
    const size = await stat(fileAt(0)).then(
      (found) => found.size,
      () => 0,
    );
    if (size < maxBytes) return;
    for (let age = LOG_FILES - 1; age > 0; age -= 1)
      await rename(fileAt(age - 1), fileAt(age)).catch(() => undefined);
  };

  const drain = async (): Promise<void> => {
    try {
      await mkdir(folder, { recursive: true });
      while (waiting.length > 0) {
        await putAside();
        const text = waiting.join('');
        waiting = [];
        await appendFile(fileAt(0), text);
      }
    } catch {
      waiting = []; // a log that cannot be written must not stop the work it describes
    } finally {
      writing = undefined;
    }
  };

  return {
    write: (event, fields = {}) => {
      waiting.push(logLine(now(), event, fields));
      writing ??= drain();
    },
    flush: async () => {
      while (writing) await writing;
    },
    flushNow: () => {
      const text = waiting.join('');
      waiting = [];
      if (text === '') return;
      try {
        mkdirSync(folder, { recursive: true });
        appendFileSync(fileAt(0), text);
      } catch {
        // the process is about to end, and nobody is left to tell
      }
    },
  };
}
