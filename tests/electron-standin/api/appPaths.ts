import { statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { runtime } from '../engine/runtime.ts';

/** `app.getPath` and `app.setPath`, as on Linux. */
export class AppPaths {
  private readonly changed = new Map<string, string>();

  /** @throws Error for a name Electron does not know or has on another system only */
  get(name: string): string {
    const path = this.changed.get(name) ?? this.initial(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  /** @throws Error where the path is relative or does not exist */
  set(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (this.initial(name) === undefined) throw new Error(`Failed to set path`);
    if (!statSync(path, { throwIfNoEntry: false })) {
      throw new Error(`Failed to set path: ${path} does not exist`);
    }
    this.changed.set(name, path);
  }

  private initial(name: string): string | undefined {
    const home = homedir();
    const { manifest, commandLine, executable } = runtime();
    const config = process.env['XDG_CONFIG_HOME'] || join(home, '.config');
    switch (name) {
      case 'home':
        return home;
      case 'appData':
        return config;
      case 'userData': {
        const named = commandLine.switches.get('user-data-dir');
        return (
          named || join(this.get('appData'), manifest.productName ?? manifest.name ?? 'Electron')
        );
      }
      case 'sessionData':
        return this.get('userData');
      case 'logs':
        return join(this.get('userData'), 'logs');
      case 'crashDumps':
        return join(this.get('userData'), 'Crashpad');
      case 'temp':
        return tmpdir();
      case 'exe':
      case 'module':
        return executable;
      case 'assets':
        return dirname(executable);
      case 'desktop':
      case 'documents':
      case 'downloads':
      case 'music':
      case 'pictures':
      case 'videos':
        return join(home, name.charAt(0).toUpperCase() + name.slice(1));
      default:
        return undefined;
    }
  }
}
