import { runningBrowser } from '../engine/browser.ts';
import { allSwitches, changeSwitch } from '../engine/switches.ts';
import { say } from '../say.ts';
import { Guarded, type PartOf } from './guard.ts';

/** The fake `app.commandLine`. */
export class StandinCommandLine extends Guarded implements PartOf<Electron.CommandLine> {
  constructor() {
    super('app.commandLine');
  }

  appendSwitch(name: string, value = ''): void {
    if (runningBrowser()) say(`--${name} was appended too late: Chromium runs already`);
    changeSwitch(name, value);
  }

  appendArgument(value: string): void {
    say(`app.commandLine.appendArgument(${JSON.stringify(value)}) has no effect here`);
  }

  hasSwitch(name: string): boolean {
    return allSwitches().has(name.toLowerCase());
  }

  getSwitchValue(name: string): string {
    return allSwitches().get(name.toLowerCase()) ?? '';
  }

  removeSwitch(name: string): void {
    changeSwitch(name, undefined);
  }
}
