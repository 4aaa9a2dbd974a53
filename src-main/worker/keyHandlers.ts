import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import type { Handlers } from '../contract/contract.ts';
import type { DeskRequestHandlers } from '../contract/storeRequests.ts';
import { dayInWarsaw } from '../domain/calendar.ts';
import { RECOVERY_GROUPS, normalRecoveryCode } from '../domain/recoveryCode.ts';
import { writeWhole } from '../files/wholeFile.ts';
import type { Step } from '../store/backup/make.ts';
import { spreadKeyFile } from '../store/backup/keySpread.ts';
import { StoreFailure } from '../store/failures.ts';
import {
  LEAST_PASSPHRASE,
  readKeyFile,
  withoutSecret,
  withPassphrase,
  withSecret,
  writeKeyFile,
  type KeyFile,
} from '../store/keyFile.ts';
import { DEVICE_SECRET_BYTES } from '../store/keyWraps.ts';
import { checkPassphrase } from '../store/passphraseCheck.ts';
import { newRecoverySecret, recoveryGroups } from '../store/recoveryCode.ts';
import { workspacePaths } from '../store/workspace.ts';
import { recoverySheet } from '../usecases/documents/recoverySheet.ts';
import { readMe } from '../usecases/settings.ts';
import { todayOf } from '../usecases/tools.ts';
import { CallRefused } from './failureOf.ts';
import type { Opened } from './openWorkspaces.ts';

/** The calls about keys of an open workspace. */
export type KeyCallName =
  | 'recovery.begin'
  | 'recovery.confirm'
  | 'recovery.sheet'
  | 'passphrase.change';
/** The desk's requests about keys of an open workspace. */
export type KeyRequestName = 'desk.addDevice' | 'desk.removeDevice' | 'desk.writeRecoverySheet';
/** Who answers them. */
export type KeyHandlers = Handlers<KeyCallName> & Pick<DeskRequestHandlers, KeyRequestName>;

/** How many groups of a new code are retyped. */
const ASKED_GROUPS = 2;

/** Which groups to retype, in order, counted from 1. */
function groupsToAsk(): number[] {
  const numbers = Array.from({ length: RECOVERY_GROUPS }, (_, index) => index + 1);
  while (numbers.length > ASKED_GROUPS)
    numbers.splice(randomBytes(1).readUInt8() % numbers.length, 1);
  return numbers;
}

/** There while a changed key file is on its way into the backups. */
function spreadingMarker(path: string): string {
  return `${path}.spreading`;
}

/** Where a workspace's key file belongs besides the workspace. */
export interface KeySpread {
  /** The first place of its backups. */
  readonly place: string;
  /** Brings it into the second one, some time; what that does not reach comes with the next copy. */
  readonly second: () => void;
}

function spread(path: string, file: KeyFile, { place, second }: KeySpread): void {
  second();
  spreadKeyFile(file, place);
  rmSync(spreadingMarker(path), { force: true });
}

/** Writes a workspace's key file, and then into every backup: the present passphrase and code open them all. */
export function keepKeyFile(path: string, file: KeyFile, to: KeySpread, step?: Step): void {
  step?.('keys.wrapped');
  writeWhole(spreadingMarker(path), new Uint8Array());
  writeKeyFile(path, file);
  step?.('keys.written');
  try {
    spread(path, file, to);
  } catch {
    // The keys are changed, and nobody may be told otherwise because a backup cannot be written now: the marker stays,
    // and the next opening brings the key file there.
  }
  step?.('keys.spread');
}

/** Brings a changed key file into the backups where that was cut off; to be called when a workspace was opened. */
export function finishKeyFile(path: string, to: KeySpread): void {
  if (existsSync(spreadingMarker(path))) spread(path, readKeyFile(path), to);
}

/** Handlers over the key file of an open workspace, which goes into its backups too. */
export function keyHandlers({ workspace, tools }: Opened, to: KeySpread, step?: Step): KeyHandlers {
  const { key } = workspacePaths(workspace.folder);
  let waiting: { secret: Buffer; groups: string[]; ask: number[] } | undefined;

  const checked = async (passphrase: string): Promise<KeyFile> => {
    await checkPassphrase(tools.files, passphrase);
    return readKeyFile(key);
  };

  const keep = (file: KeyFile): void => keepKeyFile(key, file, to, step);

  const sheet = async (): Promise<Uint8Array> => {
    if (waiting === undefined) throw new StoreFailure('not-found', { entity: 'recovery' });
    const me = readMe(tools.store);
    const document = recoverySheet({
      groups: waiting.groups,
      owner: me.name,
      madeOn: dayInWarsaw(Date.parse(me.createdAt)),
      today: todayOf(tools),
    });
    const { pdf } = await tools.printer.renderDocument(document);
    return pdf;
  };

  return {
    'recovery.begin': async ({ passphrase }) => {
      await checked(passphrase);
      const secret = newRecoverySecret();
      waiting = { secret, groups: recoveryGroups(secret), ask: groupsToAsk() };
      return { groups: waiting.groups, ask: waiting.ask };
    },
    'recovery.confirm': ({ groups }) => {
      if (waiting === undefined) return { outcome: 'nothing-waits' };
      const { secret, groups: right, ask } = waiting;
      const wrong = ask.filter(
        (number, index) => normalRecoveryCode(groups[index] ?? '') !== right[number - 1],
      );
      if (wrong.length > 0) return { outcome: 'mismatch', wrong };
      keep(withSecret(readKeyFile(key), 'recovery', workspace.dataKey, secret, todayOf(tools)));
      secret.fill(0);
      waiting = undefined;
      return { outcome: 'confirmed' };
    },
    'recovery.sheet': async () => ({ pdf: await sheet() }),
    'passphrase.change': async ({ current, next }) => {
      if (next.length < LEAST_PASSPHRASE) throw new CallRefused('passphrase-too-short');
      const file = await checked(current);
      keep(await withPassphrase(file, workspace.dataKey, next, todayOf(tools)));
      return { done: true };
    },
    'desk.writeRecoverySheet': async ({ path }) => {
      writeWhole(path, await sheet());
      return { done: true };
    },
    'desk.addDevice': async ({ passphrase }) => {
      const file = await checked(passphrase);
      const secret = randomBytes(DEVICE_SECRET_BYTES);
      keep(withSecret(file, 'device', workspace.dataKey, secret, todayOf(tools)));
      return { secret: secret.toString('base64') };
    },
    'desk.removeDevice': () => {
      keep(withoutSecret(readKeyFile(key), 'device'));
      return { done: true };
    },
  };
}
