import {
  existsSync,
  type FSWatcher,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createCodec } from '../page/codec.ts';
import { say, whisper } from '../say.ts';

/** What a second instance tells the first one. */
export interface SecondInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  /** Anything that can be cloned. */
  readonly additionalData: unknown;
}

const codec = createCodec({
  encode: (bytes) => Buffer.from(bytes).toString('base64'),
  decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
});

/**
 * One instance per data folder: a file that names its owner, and a folder in which later instances leave
 * what they have to say. Electron's call is synchronous, so this has to be as well.
 */
export class InstanceLock {
  private readonly file: string;
  private readonly letters: string;
  private held = false;
  private watcher: FSWatcher | undefined;

  /** @param userData folder of the application's data; made if it is missing */
  constructor(userData: string) {
    this.file = join(userData, 'StandinLock');
    this.letters = join(userData, 'StandinSecondInstances');
  }

  get isHeld(): boolean {
    return this.held;
  }

  /**
   * Takes the lock, or leaves a letter for its owner.
   * @param onSecondInstance called for every later instance while the lock is held
   * @returns false where another instance has it
   */
  request(mine: SecondInstance, onSecondInstance: (other: SecondInstance) => void): boolean {
    if (this.held) return true;
    try {
      mkdirSync(this.letters, { recursive: true });
      if (!this.take() && !(this.removeIfStale() && this.take())) {
        this.leaveLetter(mine);
        return false;
      }
    } catch (error) {
      // Electron, too, says no where the folder cannot be written.
      say('the instance lock cannot be taken:', error);
      return false;
    }
    this.held = true;
    process.once('exit', () => this.release());
    const read = (): void => this.readLetters(onSecondInstance);
    this.watcher = watch(this.letters, { persistent: false }, read);
    read();
    return true;
  }

  release(): void {
    if (!this.held) return;
    this.held = false;
    this.watcher?.close();
    rmSync(this.file, { force: true });
  }

  private take(): boolean {
    try {
      writeFileSync(this.file, processKey(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    }
  }

  /** Removes the lock of a process that was killed. */
  private removeIfStale(): boolean {
    const owner = readOrEmpty(this.file);
    const pid = Number(owner.split(' ')[0]);
    if (pid > 0 && owner === processKey(pid)) return false;
    rmSync(this.file, { force: true });
    return true;
  }

  private leaveLetter(mine: SecondInstance): void {
    const letter = join(this.letters, `${process.pid}-${Date.now()}.json`);
    writeFileSync(`${letter}.part`, codec.stringify(mine));
    renameSync(`${letter}.part`, letter);
  }

  private readLetters(onSecondInstance: (other: SecondInstance) => void): void {
    // The whole data folder may be removed under a running application.
    if (!existsSync(this.letters)) return;
    for (const name of readdirSync(this.letters).filter((entry) => entry.endsWith('.json'))) {
      const letter = join(this.letters, name);
      const text = readOrEmpty(letter);
      rmSync(letter, { force: true });
      // Written by leaveLetter of another instance of this same code.
      if (text !== '') onSecondInstance(codec.parse(text) as SecondInstance);
    }
  }
}

/** A process by its number and start time, since numbers are used again; without the latter off Linux. */
function processKey(pid: number): string {
  try {
    process.kill(pid, 0);
  } catch (error) {
    whisper('no process', pid, error);
    return '';
  }
  const fields = readOrEmpty(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  return `${pid} ${fields[19] ?? ''}`;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
