import { readFileSync } from 'node:fs';
import { checkPreload } from '../engine/injectedScripts.ts';
import { notImplemented } from './guard.ts';

/** A preload that was read, or why it could not be. */
export interface LoadedPreload {
  readonly path: string;
  readonly source?: string;
  readonly error?: Error;
}

/** Reads a preload and compiles it as the sandbox would; a broken one is reported, not thrown. */
export function loadPreload(path: string | undefined): LoadedPreload {
  if (path === undefined) return { path: '' };
  try {
    const source = readFileSync(path, 'utf8');
    checkPreload(source, path);
    return { path, source };
  } catch (error) {
    return { path, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** What a sandboxed preload sees as `process`. */
export function preloadProcess(preferences: Electron.WebPreferences): Record<string, unknown> {
  return {
    type: 'renderer',
    platform: process.platform,
    arch: process.arch,
    version: process.version,
    versions: { ...process.versions },
    env: { ...process.env },
    argv: [process.execPath, ...(preferences.additionalArguments ?? [])],
    execPath: process.execPath,
    resourcesPath: process.resourcesPath,
    pid: 0,
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
  };
}

/**
 * Refuses windows that would be less safe than the stand-in can be.
 * @throws Error naming the preference
 */
export function requireSafePreferences(preferences: Electron.WebPreferences): void {
  const { contextIsolation, sandbox, nodeIntegration, webSecurity } = preferences;
  if (contextIsolation === false) throw notImplemented('webPreferences.contextIsolation = false');
  if (sandbox === false) throw notImplemented('webPreferences.sandbox = false');
  if (nodeIntegration) throw notImplemented('webPreferences.nodeIntegration');
  if (webSecurity === false) throw notImplemented('webPreferences.webSecurity = false');
  if (preferences.partition) throw notImplemented('webPreferences.partition');
}
