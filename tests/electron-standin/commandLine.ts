/** The command line as Electron's default app reads it. */
export interface CommandLine {
  /** Modules to load before the application (`-r x`, `--require x`), in order. */
  readonly preloadModules: readonly string[];
  /** The application: a folder with a `package.json`, or a script. */
  readonly target: string;
  /** Chromium-style switches, names in lower case, `''` where there is no value. */
  readonly switches: ReadonlyMap<string, string>;
}

const SWITCH = /^--([^=]+)(?:=(.*))?$/s;

/**
 * Reads the arguments after the executable.
 * @param args for example `['-r', 'loader.js', '--remote-debugging-port=0', '.', '--user-data-dir=/x']`
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const preloadModules: string[] = [];
  const switches = new Map<string, string>();
  let target: string | undefined;
  let takesModule = false;
  for (const argument of args) {
    const match = SWITCH.exec(argument);
    if (takesModule) {
      preloadModules.push(argument);
      takesModule = false;
    } else if (target === undefined && (argument === '-r' || argument === '--require')) {
      takesModule = true;
    } else if (match?.[1] !== undefined) {
      switches.set(match[1].toLowerCase(), match[2] ?? '');
    } else if (target === undefined && !argument.startsWith('-')) {
      target = argument;
    }
  }
  return { preloadModules, target: target ?? '.', switches };
}
