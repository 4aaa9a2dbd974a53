import { runtime } from './runtime.ts';

/** Switches changed by `app.commandLine`; undefined where one was removed. */
const changed = new Map<string, string | undefined>();

/** Changes a switch for Chromium's start. */
export function changeSwitch(name: string, value: string | undefined): void {
  changed.set(name.toLowerCase(), value);
}

/** All switches in force: those of the real command line and those of the application. */
export function allSwitches(): ReadonlyMap<string, string> {
  const all = new Map(runtime().commandLine.switches);
  for (const [name, value] of changed) {
    if (value === undefined) all.delete(name);
    else all.set(name, value);
  }
  return all;
}
