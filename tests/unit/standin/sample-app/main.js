// The smallest application that uses what the stand-in has to get right.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  session,
} from 'electron/main';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src app: https:; connect-src 'self' https:";

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
Menu.setApplicationMenu(null);

/** What happened, for tests: in memory where one is attached, on stdout in any case. */
const events = [];
globalThis.events = events;
function note(event) {
  events.push(event);
  console.log(event);
}

const page = `<!doctype html><html lang="pl"><head><meta charset="utf-8"><title>Próba</title>
<link rel="stylesheet" href="/style.css"></head><body><h1>Próba</h1>
<p id="scheme"></p><a id="away" href="https://example.org/away">away</a>
<a id="blank" href="https://example.org/blank" target="_blank">blank</a>
<a id="inside" href="/other.html">inside</a>
<script>window.inlineRan = true;</script><script type="module" src="/page.js"></script></body></html>`;

const FILES = new Map([
  ['/index.html', ['text/html; charset=utf-8', page]],
  ['/other.html', ['text/html; charset=utf-8', '<!doctype html><title>Inna</title><h1>Inna</h1>']],
  ['/style.css', ['text/css', 'h1 { color: rgb(1, 2, 3); }']],
  [
    '/page.js',
    ['text/javascript', 'window.apiAtStart = typeof window.api; window.pageRan = true;'],
  ],
]);

function answer(request) {
  const { pathname, host } = new URL(request.url);
  const file = host === 'bundle' ? FILES.get(pathname) : undefined;
  if (!file) return new Response('not found', { status: 404 });
  const [type, body] = file;
  return new Response(body, {
    headers: { 'content-type': type, 'content-security-policy': POLICY },
  });
}

function createWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 700,
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs') },
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    note(`open ${url}`);
    return { action: 'deny' };
  });
  window.once('ready-to-show', () => note('ready-to-show'));
  window.on('close', (event) => {
    if (globalThis.vetoClose) event.preventDefault();
    note('close');
  });
  window.webContents.on('did-finish-load', () => window.webContents.send('hello', new Date(0)));
  window.webContents.on('preload-error', (_event, path, error) => note(`${path} ${error}`));
  window.webContents.on('render-process-gone', (_event, { reason }) => note(reason));
  void window.loadURL('app://bundle/index.html');
}

app.on('web-contents-created', (_event, contents) => {
  contents.on('will-navigate', (event, url) => {
    note(`navigate ${url}`);
    if (!url.startsWith('app://bundle/')) event.preventDefault();
  });
});
app.on('before-quit', () => note('before-quit'));
app.on('will-quit', () => note('will-quit'));
app.on('second-instance', (_event, argv, directory, data) => {
  note({ second: argv.at(-1), directory, data });
});
app.on('window-all-closed', () => app.quit());

ipcMain.handle('echo', (_event, value) => value);
ipcMain.handle('sender', (event) => ({
  url: event.senderFrame?.url,
  origin: event.senderFrame?.origin,
  parent: event.senderFrame?.parent,
}));
ipcMain.handle('fail', () => {
  throw new TypeError('nie wolno');
});
ipcMain.handle('save', async () => (await dialog.showSaveDialog({ title: 'Zapisz' })).filePath);
ipcMain.handle('theme', (_event, theme) => {
  nativeTheme.themeSource = theme;
});
ipcMain.handle(
  'worker',
  () =>
    new Promise((resolve, reject) => {
      const script = "require('node:worker_threads').parentPort.postMessage(6 * 7)";
      const worker = new Worker(script, { eval: true });
      worker.once('message', resolve);
      worker.once('error', reject);
    }),
);

if (app.requestSingleInstanceLock({ from: 'sample', when: new Date(0) })) {
  void app.whenReady().then(() => {
    session.defaultSession.setPermissionCheckHandler(() => false);
    protocol.handle('app', answer);
    createWindow();
  });
} else {
  app.quit();
}
