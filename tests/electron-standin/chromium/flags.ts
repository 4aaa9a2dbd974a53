/** What decides how Chromium is started. */
export interface ChromiumOptions {
  /** A real window on a display, instead of headless. */
  readonly visible: boolean;
  /** A test tool asked for a DevTools port. */
  readonly driven: boolean;
  readonly noSandbox: boolean;
  /** Chromium's profile folder. */
  readonly profile: string;
  /** Window class and name of the application. */
  readonly appName: string;
  /** Switches the application (or a test tool) appended, by `app.commandLine` or on the command line. */
  readonly switches: ReadonlyMap<string, string>;
}

/** Decided here alone, whatever the application appends. */
const OWN = /^(remote-debugging-|headless$|user-data-dir$|inspect|app$)/;

const DISABLED_FEATURES = ['Translate', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable'];

/**
 * Chromium's command line. Lists of features are merged, since only the last `--disable-features`
 * counts; no host name but this computer's is ever resolved.
 */
export function chromiumFlags(options: ChromiumOptions): string[] {
  const disabled = merged(options.switches.get('disable-features'), DISABLED_FEATURES);
  const enabled = merged(options.switches.get('enable-features'), []);
  const appended = [...options.switches]
    .filter(([name]) => !OWN.test(name) && !/^(en|dis)able-features$/.test(name))
    .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  const language = options.switches.get('lang');
  return [
    ...(language === undefined ? [] : [`--accept-lang=${language}`]),
    ...(options.visible
      ? ['--test-type', '--ozone-platform-hint=auto', `--class=${options.appName}`]
      : ['--headless']),
    ...(options.driven ? ['--remote-debugging-port=0'] : []),
    ...(options.noSandbox ? ['--no-sandbox'] : []),
    '--remote-debugging-pipe',
    '--no-startup-window',
    '--block-new-web-contents',
    '--allow-file-access-from-files',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-field-trial-config',
    '--disable-gpu',
    '--disable-quic',
    '--disable-search-engine-choice-screen',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
    '--no-default-browser-check',
    '--no-first-run',
    '--password-store=basic',
    `--disable-features=${disabled}`,
    `--enable-features=${enabled}`,
    ...appended.filter((flag) => flag !== '--no-sandbox'),
    `--user-data-dir=${options.profile}`,
  ];
}

/** The part of {@link chromiumFlags} with which a second start opens a window in the first one. */
export function handOverFlags(flags: readonly string[]): string[] {
  return flags.filter((flag) => !/^--(remote-debugging-|no-startup-window)/.test(flag));
}

function merged(appended: string | undefined, own: readonly string[]): string {
  const all = [...(appended ?? '').split(','), ...own].filter((feature) => feature !== '');
  return [...new Set(all)].join(',');
}
