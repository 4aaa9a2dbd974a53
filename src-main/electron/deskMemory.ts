import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Rectangle } from 'electron/main';
import type { Settings } from '../contract/workspaceCalls.ts';
import { errorFields, type Log } from './log.ts';

/** How the window looks: as the system says, or fixed. */
export type Appearance = Settings['appearance'];

/** Habits of this machine that must be known before any workspace is open; nothing personal. */
export interface DeskMemory {
  /** Where the window was, in display coordinates; null before the first close. */
  readonly bounds: Rectangle | null;
  readonly maximized: boolean;
  readonly appearance: Appearance;
  /** Where a report was last saved; null: nowhere yet. */
  readonly saveFolder: string | null;
  /** Minutes without a touch after which the workspace locks itself; 0: never. */
  readonly lockMinutes: number;
}

/** The memory as it is kept in `desk.json`. */
export interface DeskMemoryFile {
  current(): DeskMemory;
  /** Changes some of it; written to the disk soon after. */
  change(part: Partial<DeskMemory>): void;
  /** Resolves once every change is on the disk. */
  flush(): Promise<void>;
}

const APPEARANCES: Readonly<Record<Appearance, true>> = { system: true, light: true, dark: true };

const NOTHING: DeskMemory = {
  bounds: null,
  maximized: false,
  appearance: 'system',
  saveFolder: null,
  lockMinutes: 15,
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isAppearance = (value: unknown): value is Appearance =>
  typeof value === 'string' && Object.hasOwn(APPEARANCES, value);

/** The longest time that can be chosen. Minutes. */
const LONGEST_LOCK = 240;

function lockMinutesOf(value: unknown): number {
  const known = typeof value === 'number' && Number.isSafeInteger(value);
  return known && value >= 0 && value <= LONGEST_LOCK ? value : NOTHING.lockMinutes;
}

function rectangleOf(value: unknown): Rectangle | null {
  if (!isObject(value)) return null;
  const { x, y, width, height } = value;
  const numbers = [x, y, width, height].filter((one) => Number.isSafeInteger(one));
  return numbers.length === 4 &&
    typeof x === 'number' &&
    typeof y === 'number' &&
    typeof width === 'number' &&
    typeof height === 'number'
    ? { x, y, width, height }
    : null;
}

/** Reads what an earlier run (or an earlier version) wrote; what it does not understand is forgotten. */
export function parseDeskMemory(text: string): DeskMemory {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return NOTHING;
  }
  if (!isObject(kept)) return NOTHING;
  return {
    bounds: rectangleOf(kept['bounds']),
    maximized: kept['maximized'] === true,
    appearance: isAppearance(kept['appearance']) ? kept['appearance'] : NOTHING.appearance,
    saveFolder: typeof kept['saveFolder'] === 'string' ? kept['saveFolder'] : null,
    lockMinutes: lockMinutesOf(kept['lockMinutes']),
  };
}

/** Opens the memory; a missing or damaged file is the same as none. */
export async function openDeskMemory(file: string, log: Log): Promise<DeskMemoryFile> {
  let memory = await readFile(file, 'utf8').then(parseDeskMemory, () => NOTHING);
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    try {
      const staging = `${file}.new`;
      await writeFile(staging, JSON.stringify(memory));
      await rename(staging, file);
    } catch (error) {
      log.write('desk-memory-not-written', errorFields(error));
    }
  };

  return {
    current: () => memory,
    change: (part) => {
      memory = { ...memory, ...part };
      writing = writing.then(write);
    },
    flush: () => writing,
  };
}
