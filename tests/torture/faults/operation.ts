import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layerPrinter } from '../../helpers/erasureScene.ts';
import { standingClock } from '../../helpers/scene.ts';
import { storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

/** What an operation and its judge must know of the workspace that was prepared for it. */
export interface Stage {
  /** Passphrases that the workspace may be opened by: today's, and the one that the operation brings. */
  readonly passphrases: readonly string[];
  /** Recovery codes likewise; one that is made only by the operation is left in `NEW_CODE`. */
  readonly codes: readonly string[];
  /** Data keys in hexadecimal, by workspace id. */
  readonly keys: Readonly<Record<string, string>>;
  /** What the operation itself needs: ids and names. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Something that must survive being cut off at every step. */
export interface Operation {
  readonly name: string;
  /** Prepares a folder: `workspace`, `backups` and whatever else; everything is closed afterwards. */
  prepare(folder: string): Promise<Stage>;
  /** Whether the workspace is open when it begins. */
  readonly opensFirst: boolean;
  /** `passphrase` opens the workspace now. `step` is for steps that the operation cannot tell of itself. */
  run(
    harness: StoreHarness,
    stage: Stage,
    at: { folder: string; passphrase: string; step: (name: string) => void },
  ): Promise<unknown>;
  /** Whether it can be done a second time once it was done. */
  readonly repeatable: boolean;
  /** Files that only the state before it had are gone from the disk after it, not only from the rows. */
  readonly oldFilesGo?: true;
  /** It may stop between things, each of which is there or gone. */
  readonly piecewise?: true;
}

/** A harness over a prepared folder: the same moment each time, and PDFs that can be read back. */
export function harnessIn(
  folder: string,
  { at, step }: { readonly at?: string; readonly step?: (name: string) => void } = {},
): StoreHarness {
  return storeHarness({
    folder,
    now: standingClock(at).now,
    printer: layerPrinter,
    ...(step === undefined ? {} : { step }),
  });
}

/** Where a recovery code lies that an operation has just made. */
export const newCodePath = (folder: string): string => join(folder, 'new-code.txt');

const stagePath = (folder: string): string => join(folder, 'stage.json');

/** Leaves the stage where the process that is killed finds it. */
export function writeStage(folder: string, stage: Stage): void {
  writeFileSync(stagePath(folder), JSON.stringify(stage));
}

/** Reads what `writeStage` wrote. */
export function readStage(folder: string): Stage {
  return JSON.parse(readFileSync(stagePath(folder), 'utf8')) as Stage; // written just above
}
