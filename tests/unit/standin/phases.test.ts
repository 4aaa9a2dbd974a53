import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { electronModule } from '../../electron-standin/api/electronModule.ts';
import { control } from '../../electron-standin/control.ts';
import { phase } from '../../electron-standin/engine/phase.ts';
import { configureRuntime } from '../../electron-standin/engine/runtime.ts';

// What an application imports; typed as Electron types it.
const electron = electronModule as unknown as typeof Electron.Main & typeof Electron.Common;

const folder = mkdtempSync(join(tmpdir(), 'standin-phases-'));

beforeAll(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  configureRuntime({
    executable: '/x/electron',
    root: folder,
    main: join(folder, 'main.js'),
    manifest: { productName: 'Próba', version: '1.2.3' },
    commandLine: {
      preloadModules: [],
      target: '.',
      switches: new Map([['user-data-dir', folder]]),
    },
    electronVersion: '45.4.1',
    driven: true,
    visible: false,
  });
});

afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

// The order of the two groups matters: `ready` cannot be taken back.
describe('before ready', () => {
  it('refuses what Electron allows later only', async () => {
    const { BrowserWindow, session, screen, safeStorage, dialog, protocol, app } = electron;
    expect(() => new BrowserWindow()).toThrow('Cannot create BrowserWindow before app is ready');
    expect(() => session.defaultSession).toThrow('Session can only be received when app is ready');
    expect(() => screen.getAllDisplays()).toThrow("can't be used before the app 'ready' event");
    expect(() => protocol.handle('app', () => new Response())).toThrow('when app is ready');
    expect(() => app.getLocale()).toThrow('before ready');
    await expect(safeStorage.encryptStringAsync('x')).rejects.toThrow('before app is ready');
    await expect(dialog.showOpenDialog({})).rejects.toThrow('only be used after app is ready');
  });

  it('registers schemes once, and only standard ones', () => {
    const { protocol } = electron;
    const privileges = { standard: true, secure: true };
    protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
    expect(() => protocol.registerSchemesAsPrivileged([])).toThrow('once only');
  });

  it('knows the application and its folders', () => {
    const { app } = electron;
    expect(app.getPath('userData')).toBe(folder);
    expect([app.name, app.getVersion()]).toStrictEqual(['Próba', '1.2.3']);
    expect(() => app.setPath('userData', 'relative')).toThrow('Path must be absolute');
    expect(() => app.setPath('userData', join(folder, 'missing'))).toThrow('does not exist');
  });
});

describe('after ready', () => {
  beforeAll(() => {
    phase.ready = true;
  });

  it('refuses what Electron allows earlier only', () => {
    const { app, protocol } = electron;
    expect(() => app.enableSandbox()).toThrow('before app is ready');
    expect(() => protocol.registerSchemesAsPrivileged([])).toThrow('before app is ready');
  });

  it('handles only registered schemes, once each', () => {
    const { protocol } = electron;
    protocol.handle('app', () => new Response());
    expect(() => protocol.handle('app', () => new Response())).toThrow('Failed to register');
    expect(() => protocol.handle('other', () => new Response())).toThrow('must be registered');
  });

  it('refuses windows that are less safe than its own', () => {
    const { BrowserWindow } = electron;
    for (const webPreferences of [{ contextIsolation: false }, { sandbox: false }]) {
      expect(() => new BrowserWindow({ webPreferences })).toThrow('is not implemented');
    }
  });

  it('throws by name for every part of Electron it does not have', () => {
    const { app, shell, crashReporter, Tray, utilityProcess } = electron;
    expect(() => crashReporter.start({})).toThrow('crashReporter.start is not implemented');
    expect(() => new Tray('x.png')).toThrow('Tray is not implemented');
    expect(() => utilityProcess.fork('x')).toThrow('utilityProcess.fork is not implemented');
    expect(() => app.setUserTasks([])).toThrow('app.setUserTasks is not implemented');
    expect(() => shell.readShortcutLink('x')).toThrow('shell.readShortcutLink');
  });

  it('refuses a second handler for a channel', () => {
    const { ipcMain } = electron;
    ipcMain.handle('a', () => 1);
    expect(() => ipcMain.handle('a', () => 2)).toThrow("second handler for 'a'");
    ipcMain.removeHandler('a');
    ipcMain.handle('a', () => 3);
  });

  it('answers dialogs that nobody scripted as cancelled, and notes them', async () => {
    const { dialog } = electron;
    const message = { message: 'Usunąć?', buttons: ['Anuluj', 'Usuń'], cancelId: 0 };
    expect(await dialog.showMessageBox(message)).toMatchObject({ response: 0 });
    expect(await dialog.showSaveDialog({})).toStrictEqual({ canceled: true, filePath: '' });
    expect(await dialog.showOpenDialog({})).toStrictEqual({ canceled: true, filePaths: [] });
    expect(control.unansweredDialogs.map(({ method }) => method)).toStrictEqual([
      'showMessageBox',
      'showSaveDialog',
      'showOpenDialog',
    ]);
  });

  it('encrypts, and can be staged to fail in each of its ways', async () => {
    const { safeStorage } = electron;
    const secret = await safeStorage.encryptStringAsync('hasło');
    expect(secret.includes('hasło')).toBe(false);
    expect(await safeStorage.decryptStringAsync(secret)).toStrictEqual({
      result: 'hasło',
      shouldReEncrypt: false,
    });
    expect(safeStorage.getSelectedStorageBackend()).toBe('basic_text');
    control.safeStorage.temporarilyUnavailable = true;
    await expect(safeStorage.decryptStringAsync(secret)).rejects.toThrow('temporarily unavailable');
    control.safeStorage.temporarilyUnavailable = false;
    control.safeStorage.keySeed = 'another computer';
    await expect(safeStorage.decryptStringAsync(secret)).rejects.toThrow('Error while decrypting');
    control.safeStorage.available = false;
    expect(await safeStorage.isAsyncEncryptionAvailable()).toBe(false);
    await expect(safeStorage.encryptStringAsync('x')).rejects.toThrow('not available');
  });

  it('plugs displays in and out', () => {
    const { screen } = electron;
    const heard: unknown[] = [];
    screen.on('display-added', (_event, display) => heard.push(display.bounds));
    screen.on('display-removed', (_event, display) => heard.push(display.id));
    const id = control.addDisplay({ width: 1280, height: 720 });
    expect(screen.getAllDisplays()).toHaveLength(2);
    expect(screen.getDisplayNearestPoint({ x: 2000, y: 10 }).id).toBe(id);
    control.removeDisplay(id);
    expect(screen.getAllDisplays()).toHaveLength(1);
    expect(heard).toStrictEqual([{ x: 1920, y: 0, width: 1280, height: 720 }, id]);
  });

  it('tells how long nobody has touched the computer', () => {
    const { powerMonitor } = electron;
    control.power.idleSeconds = 90;
    expect(powerMonitor.getSystemIdleState(60)).toBe('idle');
    control.power.locked = true;
    expect(powerMonitor.getSystemIdleState(600)).toBe('locked');
  });

  it('drives the colour scheme', () => {
    const { nativeTheme } = electron;
    expect(nativeTheme.shouldUseDarkColors).toBe(false);
    nativeTheme.themeSource = 'dark';
    expect(nativeTheme.shouldUseDarkColors).toBe(true);
    nativeTheme.themeSource = 'system';
    control.theme.systemDark = true;
    expect(nativeTheme.shouldUseDarkColors).toBe(true);
  });

  it('has an asynchronous clipboard', async () => {
    const { clipboard } = electron;
    await clipboard.writeText('Zażółć');
    expect(await clipboard.readText()).toBe('Zażółć');
  });
});
