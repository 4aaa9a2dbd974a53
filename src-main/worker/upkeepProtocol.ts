/** What the upkeep worker is started with. */
export interface UpkeepWorkerData {
  readonly databasePath: string;
  readonly filesFolder: string;
  readonly dataKey: Uint8Array;
}

/** Store worker to upkeep worker. */
export type UpkeepRequest = 'checkpoint' | 'sweep' | 'end';

/** Upkeep worker to store worker. */
export type UpkeepReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly what: UpkeepRequest; readonly count: number }
  | { readonly kind: 'failed'; readonly what: UpkeepRequest; readonly code: string };
