import type { BroadcastName, CallName } from './contract.ts';

/** What the preload puts on `window.strefownik`: two functions over fixed names, never a channel. */
export interface PreloadApi {
  /** Asks the main process; always answers with an envelope. */
  call(name: CallName, input: unknown): Promise<unknown>;
  /** Listens to a broadcast; answers with a function that stops it. */
  onBroadcast(name: BroadcastName, listener: (value: unknown) => void): () => void;
}

/** IPC channels; all calls share one, broadcasts the other. */
export const CALL_CHANNEL = 'strefownik:call';
export const BROADCAST_CHANNEL = 'strefownik:broadcast';
