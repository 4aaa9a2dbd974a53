/** What a page's isolated world tells the main process over one binding; `args` is the codec's text. */
export type PageMessage =
  | { type: 'send'; channel: string; args: string; href: string }
  | { type: 'invoke'; id: number; channel: string; args: string; href: string }
  | { type: 'preloadError'; message: string; stack: string }
  | { type: 'close' }
  | { type: 'open'; url: string; frameName: string; features: string }
  | { type: 'accelerator'; keys: string };

/** What the main process tells a page's isolated world; `value` is the codec's text. */
export type MainMessage =
  | { type: 'reply'; id: number; value: string }
  | { type: 'failure'; id: number; message: string }
  | { type: 'message'; channel: string; value: string };

/** Writes a message; the codec's text, already JSON, is put behind it instead of being quoted again. */
export function writePageMessage(message: PageMessage): string {
  if (!('args' in message)) return JSON.stringify(message);
  const { args, ...head } = message;
  return `${JSON.stringify(head)}\n${args}`;
}

/** The way back of {@link writePageMessage}. */
export function readPageMessage(text: string): PageMessage {
  const end = text.indexOf('\n');
  // Written by our own script in the isolated world.
  if (end < 0) return JSON.parse(text) as PageMessage;
  return {
    ...(JSON.parse(text.slice(0, end)) as object),
    args: text.slice(end + 1),
  } as PageMessage;
}

/** Name of the binding by which the isolated world speaks; it exists in no other world. */
export const BINDING = '__electronStandinPost';

/** Name of the function by which the isolated world listens. */
export const RECEIVER = '__electronStandinReceive';

/** The isolated world's name, Electron's own. */
export const WORLD_NAME = 'Electron Isolated Context';
