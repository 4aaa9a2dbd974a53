// The least that shows a heading in a window: what the runtime itself costs at every start.
import { app, BrowserWindow, protocol } from 'electron/main';

const page = '<!doctype html><html lang="en"><title>Empty</title><h1>Empty window</h1></html>';

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true } },
]);

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  protocol.handle('app', () => new Response(page, { headers }));
  return new BrowserWindow({ width: 1280, height: 820 }).loadURL('app://bundle/index.html');
});
