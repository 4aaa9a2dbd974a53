import type {
  BroadcastName,
  BroadcastValue,
  CallInput,
  CallName,
  CallOutput,
} from '../../src-main/contract/contract.ts';
import type { Envelope, Failure } from '../../src-main/contract/failure.ts';
import type { PreloadApi } from '../../src-main/contract/preloadApi.ts';

declare global {
  interface Window {
    /** Missing when the preload failed: the page then says so instead of staying white. */
    readonly strefownik?: PreloadApi;
  }
}

/** A call that did not succeed; `failure.code` names the sentence in `errors.<code>`. */
export class CallFailure extends Error {
  readonly failure: Failure;

  constructor(name: string, failure: Failure) {
    super(`${name}: ${failure.code}`);
    this.name = 'CallFailure';
    this.failure = failure;
  }
}

const UNREACHABLE: Failure = { code: 'store-stopped', params: {}, issues: [] };

/** Is the application's main process reachable from this page? */
export function isConnected(): boolean {
  return window.strefownik !== undefined;
}

/** Calls the main process. Rejects with `CallFailure`; expected outcomes are in the answer's type. */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const api = window.strefownik;
  if (api === undefined) throw new CallFailure(name, UNREACHABLE);
  // The door answers what the contract says; the one place where its word is taken.
  const envelope = (await api.call(name, input)) as Envelope<CallOutput<Name>>;
  if (!envelope.ok) throw new CallFailure(name, envelope.failure);
  return envelope.value;
}

/** Listens to a broadcast of the main process; answers with a function that stops it. */
export function onBroadcast<Name extends BroadcastName>(
  name: Name,
  listener: (value: BroadcastValue<Name>) => void,
): () => void {
  const api = window.strefownik;
  if (api === undefined) return () => undefined;
  return api.onBroadcast(name, (value) => listener(value as BroadcastValue<Name>));
}
