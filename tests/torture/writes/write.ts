import type { CallInput, StoreCallName } from '../../../src-main/contract/contract.ts';
import type { DeskRequestName } from '../../../src-main/contract/storeRequests.ts';
import type { StoreHarness } from '../../helpers/storeHarness.ts';
import type { Place, WriteStage } from './stage.ts';

/** What the store answers: a call of the window, or a request of the desk. */
export type AnsweredName = StoreCallName | DeskRequestName;

/** A way of writing, with an input that is right for the stage. */
export interface Write {
  readonly name: AnsweredName;
  /** What must be there before is made here, while everything is still well. */
  input(harness: StoreHarness, stage: WriteStage): unknown;
  /** Told beside the name, where one call is tried in several ways. */
  readonly how?: string;
  /** Where it writes besides the database. */
  readonly alsoIn: readonly Place[];
  /** The workspace is locked when it begins. */
  readonly fromOutside?: true;
  /** It ends with a workspace that is closed. */
  readonly closes?: true;
  /** Opens the workspace once it was done, where the keychain's secret does not; empty: today's passphrase. */
  readonly opensBy?: string;
  /** It makes or removes backups on its way, and may have done so when it fails. */
  readonly makesBackups?: true;
  /** ISO instant at which it happens, where things must have grown old. */
  readonly at?: string;
}

type WindowInput<Name extends StoreCallName> = (
  harness: StoreHarness,
  stage: WriteStage,
) => CallInput<Name> | Promise<CallInput<Name>>;
type Traits = Partial<Omit<Write, 'name' | 'input'>>;

/** A call of the window. */
export function write<Name extends StoreCallName>(
  name: Name,
  input: WindowInput<Name>,
  traits: Traits = {},
): Write {
  return { name, input, alsoIn: [], ...traits };
}

/** A request of the desk; its input is parsed before it is asked. */
export function request(
  name: DeskRequestName,
  input: (stage: WriteStage, harness: StoreHarness) => unknown,
  traits: Traits = {},
): Write {
  return { name, input: (harness, stage) => input(stage, harness), alsoIn: [], ...traits };
}
