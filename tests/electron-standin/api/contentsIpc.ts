import { createCodec } from '../page/codec.ts';
import type { MainMessage, PageMessage } from '../page/messages.ts';
import type { Contents } from './contents.ts';
import { electronEvent } from './guard.ts';
import { handlerFor, ipcMain, mainHandlers } from './ipcMain.ts';

/** The codec of this side; both sides write and read the same text. */
const codec = createCodec({
  encode: (bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
});

/**
 * A message for a page's preload.
 * @throws Error `An object could not be cloned.`
 */
export function messageFor(channel: string, args: readonly unknown[]): MainMessage {
  return { type: 'message', channel, value: codec.stringify(args) };
}

/** `ipcRenderer.send` arrived: `webContents.ipc` hears it, then `ipcMain`. */
export function receiveSend(
  contents: Contents,
  message: Extract<PageMessage, { type: 'send' }>,
): void {
  const { face } = contents;
  const event = electronEvent({
    ...origin(contents, message.href),
    ports: [],
    reply: (channel: string, ...args: unknown[]) => contents.send(channel, args),
  });
  const args = argumentsOf(message);
  face.emit('ipc-message', event, message.channel, ...args);
  contents.ipc.emit(message.channel, event, ...args);
  ipcMain.emit(message.channel, event, ...args);
}

/** `ipcRenderer.invoke` arrived: its handler answers, or its error's text. */
export async function receiveInvoke(
  contents: Contents,
  message: Extract<PageMessage, { type: 'invoke' }>,
  reply: (answer: MainMessage) => void,
): Promise<void> {
  const { id, channel } = message;
  try {
    const handler = handlerFor(channel, [contents.handlers, mainHandlers]);
    const event = electronEvent(origin(contents, message.href));
    const value: unknown = await handler(event, ...argumentsOf(message));
    reply({ type: 'reply', id, value: codec.stringify(value) });
  } catch (error) {
    // Electron writes it as well, and tells the page its text only.
    console.error(`Error occurred in handler for '${channel}':`, error);
    reply({ type: 'failure', id, message: String(error) });
  }
}

/** What every event says about its sender; a type, since `frame` is a word of Electron's. */
function origin(
  contents: Contents,
  href: string,
): Pick<Electron.IpcMainInvokeEvent, 'type' | 'sender' | 'senderFrame' | 'frameId' | 'processId'> {
  return {
    type: 'frame',
    sender: contents.webContents,
    senderFrame: contents.frameAt(href),
    frameId: 1,
    processId: 1,
  };
}

function argumentsOf(message: { readonly args: string }): unknown[] {
  const args = codec.parse(message.args);
  return Array.isArray(args) ? args : [];
}
