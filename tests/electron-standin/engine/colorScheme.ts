import { control } from '../control.ts';
import { runningBrowser } from './browser.ts';

let source: Electron.NativeTheme['themeSource'] = 'system';

/** What the application asked for. */
export function themeSource(): Electron.NativeTheme['themeSource'] {
  return source;
}

/** True where dark colours are in force, by the application's wish or the (staged) system's. */
export function isDark(): boolean {
  return source === 'dark' || (source === 'system' && control.theme.systemDark);
}

/** The value of `prefers-color-scheme` for pages. */
export function colorScheme(): 'dark' | 'light' {
  return isDark() ? 'dark' : 'light';
}

/** Changes the scheme of all pages, those still to be opened included. */
export function setThemeSource(wanted: Electron.NativeTheme['themeSource']): void {
  source = wanted;
  const features = [{ name: 'prefers-color-scheme', value: colorScheme() }];
  for (const page of runningBrowser()?.allPages() ?? []) {
    page.tell('Emulation.setEmulatedMedia', { features });
  }
}
