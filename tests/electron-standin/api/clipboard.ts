import { asElectron, guard } from './guard.ts';

let text = '';

/** `clipboard` as it is since Electron 44, main process and asynchronous; it holds text only. */
const fake = guard('clipboard', {
  readText: async () => text,
  writeText: async (written: string) => {
    text = String(written);
  },
  clear: () => {
    text = '';
  },
  has: async (mimetype: string) => mimetype === 'text/plain' && text !== '',
});

/** `clipboard` under Electron's type. */
export const clipboard = asElectron<Electron.Clipboard, typeof fake>(fake);
