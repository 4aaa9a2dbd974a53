import { describe, expect, it, vi } from 'vitest';
import { acceleratorsOf, pressedKeys } from '../../electron-standin/api/accelerators.ts';
import { absent, asElectron, guard, GuardedEmitter } from '../../electron-standin/api/guard.ts';
import { Menu } from '../../electron-standin/api/menu.ts';
import { patternToRegExp } from '../../electron-standin/api/webRequest.ts';
import { chromiumFlags } from '../../electron-standin/chromium/flags.ts';
import { parseCommandLine } from '../../electron-standin/commandLine.ts';
import { interfaceLocale, systemLocale } from '../../electron-standin/engine/locale.ts';
import { originOf, Schemes } from '../../electron-standin/engine/schemes.ts';

describe('guard', () => {
  it('throws by name for what is not there, also after the object was passed on', () => {
    const fake = guard('shell', { beep: () => 'beep' });
    expect(fake.beep()).toBe('beep');
    expect(() => Reflect.get(fake, 'writeShortcutLink')).toThrow(
      'electron stand-in: shell.writeShortcutLink is not implemented',
    );
  });

  it('guards emitters from inside their own constructor', () => {
    class Fake extends GuardedEmitter {
      readonly known = 1;
    }
    const fake = new Fake('app');
    const heard: unknown[] = [];
    fake.on('ready', (value) => heard.push(value));
    fake.emit('ready', 2);
    expect([fake.known, heard]).toStrictEqual([1, [2]]);
    expect(() => Reflect.get(fake, 'setBadgeCount')).toThrow(
      'app.setBadgeCount is not implemented',
    );
  });

  it('lets an absent export be imported and nothing else', () => {
    const tray = absent('Tray');
    expect(() => Reflect.construct(tray as new () => object, [])).toThrow(
      'Tray is not implemented',
    );
    expect(() => Reflect.get(tray, 'create')).toThrow('Tray.create is not implemented');
  });

  it('is refused by the compiler where it drifts from Electron’s types', () => {
    const wrongType = { beep: 1 };
    const unknown = { beep: () => undefined, honk: () => undefined };
    // @ts-expect-error beep is a function in Electron
    asElectron<Electron.Shell, typeof wrongType>(wrongType);
    // @ts-expect-error Electron has no honk
    asElectron<Electron.Shell, typeof unknown>(unknown);
    expect(asElectron<Electron.Shell, { beep(): void }>(unknown)).toBe(unknown);
  });
});

describe('menu model', () => {
  it('finds items in submenus, toggles them and runs their click', () => {
    const click = vi.fn();
    const menu = Menu.buildFromTemplate([
      {
        label: 'Plik',
        submenu: [
          { id: 'new', label: 'Nowy', accelerator: 'CmdOrCtrl+N', click },
          { type: 'separator' },
          { id: 'dark', label: 'Ciemny', type: 'checkbox' },
        ],
      },
    ]);
    menu.getMenuItemById('new')?.click();
    const dark = menu.getMenuItemById('dark');
    dark?.click();
    expect(click).toHaveBeenCalledOnce();
    expect(dark?.checked).toBe(true);
    expect([...acceleratorsOf(menu).keys()]).toStrictEqual(['ctrl+n']);
    expect(menu.getMenuItemById('none')).toBeNull();
  });

  it('keeps one radio item of a group checked', () => {
    const menu = Menu.buildFromTemplate(
      ['a', 'b'].map((id) => ({ id, label: id, type: 'radio' as const })),
    );
    menu.getMenuItemById('a')?.click();
    menu.getMenuItemById('b')?.click();
    expect(menu.items.map((item) => item.checked)).toStrictEqual([false, true]);
  });

  it('does nothing for a disabled item, and refuses what is no item', () => {
    const click = vi.fn();
    const menu = Menu.buildFromTemplate([{ label: 'x', enabled: false, click }]);
    menu.items[0]?.click();
    expect(click).not.toHaveBeenCalled();
    expect(() => Menu.buildFromTemplate([{}])).toThrow('must have at least one of');
  });

  it('has Electron’s English labels and keys for roles', () => {
    const [item] = Menu.buildFromTemplate([{ role: 'quit' }]).items;
    expect([item?.label, item?.accelerator]).toStrictEqual(['Quit', 'CommandOrControl+Q']);
  });

  it.each([
    ['CmdOrCtrl+Shift+N', 'ctrl+shift+n'],
    ['F11', 'f11'],
    ['Alt+Left', 'alt+arrowleft'],
    ['CommandOrControl+Plus', 'ctrl++'],
  ])('writes %s as the page does', (accelerator, keys) => {
    expect(pressedKeys(accelerator)).toBe(keys);
  });
});

describe('custom schemes', () => {
  const schemes = new Schemes();
  schemes.declare('app');

  it.each([
    ['app://bundle/x.js?v=1#a', 'https://bundle.app.localhost/x.js?v=1#a'],
    ['app://bundle', 'https://bundle.app.localhost/'],
    ['https://example.org/', 'https://example.org/'],
    ['other://bundle/', 'other://bundle/'],
  ])('maps %s to an origin Chromium knows', (url, page) => {
    expect(schemes.toPage(url)).toBe(page);
  });

  it('maps back what it mapped, and only that', () => {
    expect(schemes.toApp('https://bundle.app.localhost/a/b?c')).toBe('app://bundle/a/b?c');
    expect(schemes.toApp('https://bundle.other.localhost/')).toBe(
      'https://bundle.other.localhost/',
    );
  });

  it('rewrites the scheme in a content security policy', () => {
    expect(schemes.policyToPage("img-src 'self' app: data:; connect-src app://bundle")).toBe(
      "img-src 'self' https://*.app.localhost data:; connect-src https://bundle.app.localhost",
    );
  });

  it('names origins as Chromium does', () => {
    expect(originOf('app://bundle/index.html')).toBe('app://bundle');
  });
});

describe('command line', () => {
  it('reads what Playwright passes', () => {
    const read = parseCommandLine([
      '-r',
      '/x/loader.js',
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      '/repo',
      '--User-Data-Dir=/tmp/a=b',
      'file.pdf',
    ]);
    expect(read.preloadModules).toStrictEqual(['/x/loader.js']);
    expect(read.target).toBe('/repo');
    expect(read.switches.get('user-data-dir')).toBe('/tmp/a=b');
  });

  it('takes the current folder where no application is named', () => {
    expect(parseCommandLine(['--lang=pl']).target).toBe('.');
  });

  it('merges lists of features and keeps the ownership of the DevTools pipe', () => {
    const switches = new Map([
      ['disable-features', 'Foo'],
      ['remote-debugging-port', '9222'],
      ['lang', 'pl'],
    ]);
    const options = { visible: false, driven: false, noSandbox: false, switches };
    const flags = chromiumFlags({ ...options, profile: '/p', appName: 'A' });
    expect(flags.filter((flag) => flag.startsWith('--disable-features='))).toStrictEqual([
      '--disable-features=Foo,Translate,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    ]);
    expect(flags).toEqual(expect.arrayContaining(['--lang=pl', '--accept-lang=pl']));
    expect(flags.some((flag) => flag.startsWith('--remote-debugging-port'))).toBe(false);
  });
});

describe('request filters', () => {
  it.each([
    ['<all_urls>', 'app://bundle/', true],
    ['*://*/*', 'https://example.org/x', true],
    ['*://*/*', 'app://bundle/', false],
    ['https://*.example.org/a*', 'https://www.example.org/abc', true],
    ['https://*.example.org/a*', 'https://example.org/b', false],
    ['http://127.0.0.1/*', 'http://127.0.0.1:5173/x', true],
  ])('%s and %s: %s', (pattern, url, matches) => {
    expect(patternToRegExp(pattern).test(url)).toBe(matches);
  });
});

describe('locale', () => {
  it.each([
    [{ LANG: 'pl_PL.UTF-8' }, 'pl-PL', 'pl'],
    [{ LANG: 'C.UTF-8' }, 'en-US', 'en-US'],
    [{ LC_ALL: 'en_GB', LANG: 'pl_PL' }, 'en-GB', 'en-GB'],
    [{}, 'en-US', 'en-US'],
  ])('reads %o', (env, system, own) => {
    expect(systemLocale(env)).toBe(system);
    expect(interfaceLocale(system)).toBe(own);
  });
});
