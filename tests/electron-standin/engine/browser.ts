import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { findChromium, NO_CHROMIUM } from '../chromium/findChromium.ts';
import { type ChromiumOptions, chromiumFlags, handOverFlags } from '../chromium/flags.ts';
import { type ChromiumProcess, launchChromium } from '../chromium/launch.ts';
import type { Command, EventHandlers, Protocol } from '../chromium/protocol.ts';
import { control } from '../control.ts';
import { say, whisper } from '../say.ts';
import type { Page } from './page.ts';

type Size = Pick<Electron.Rectangle, 'width' | 'height'>;

/** The running Chromium and the windows in it. */
export class Browser {
  readonly chromium: ChromiumProcess;
  /** False where `--block-new-web-contents` has no effect and popups are closed after the fact. */
  readonly blocksPopups: boolean;
  private readonly options: ChromiumOptions;
  private readonly executable: string;
  private readonly flags: readonly string[];
  private readonly pages = new Map<string, Page>();
  /** Visible mode: targets that are awaited under the address they were opened with. */
  private readonly expected = new Map<string, (targetId: string) => void>();

  constructor(
    chromium: ChromiumProcess,
    options: ChromiumOptions,
    executable: string,
    flags: readonly string[],
    product: string,
  ) {
    this.chromium = chromium;
    this.options = options;
    this.executable = executable;
    this.flags = flags;
    this.blocksPopups = product.startsWith('Headless');
  }

  send<Name extends Command>(
    command: Name,
    params: Protocol.CommandParameters[Name],
    sessionId?: string,
  ): Promise<Protocol.CommandReturnValues[Name]> {
    return this.chromium.pipe.send(command, params, sessionId);
  }

  /** As {@link send} where nobody waits and a window that has just gone is no news. */
  tell<Name extends Command>(
    command: Name,
    params: Protocol.CommandParameters[Name],
    sessionId?: string,
  ): void {
    this.send(command, params, sessionId).catch((error: unknown) => whisper(error));
  }

  listen(sessionId: string, handlers: EventHandlers): void {
    this.chromium.pipe.listen(sessionId, handlers);
  }

  /** Opens an empty window. */
  async openTarget({ width, height }: Size): Promise<string> {
    if (!this.options.visible) {
      const opened = await this.send('Target.createTarget', {
        url: 'about:blank',
        width,
        height,
        newWindow: true,
      });
      return opened.targetId;
    }
    // A second start hands over to the running Chromium and yields a window without tabs or address bar.
    const address = `data:text/html,${randomUUID()}`;
    const opened = new Promise<string>((resolve) => this.expected.set(address, resolve));
    spawn(this.executable, [...handOverFlags(this.flags), `--app=${address}`], { stdio: 'ignore' });
    const targetId = await opened;
    await this.setBounds(targetId, { width, height });
    return targetId;
  }

  /** Moves or resizes a window, or changes between normal, minimised, maximised and full screen. */
  async setBounds(targetId: string, bounds: Protocol.Browser.Bounds): Promise<void> {
    const { windowId } = await this.send('Browser.getWindowForTarget', { targetId });
    await this.send('Browser.setWindowBounds', { windowId, bounds });
  }

  register(targetId: string, page: Page): void {
    this.pages.set(targetId, page);
  }

  pageOfTarget(targetId: string): Page | undefined {
    return this.pages.get(targetId);
  }

  allPages(): readonly Page[] {
    return [...this.pages.values()];
  }

  /** The page a frame belongs to; a top frame has its target's id. */
  pageOfFrame(frameId: string): Page | undefined {
    return this.pages.get(frameId) ?? this.allPages().find((page) => page.hasFrame(frameId));
  }

  /** The events of the browser itself. */
  handlers(requestPaused: (event: Protocol.Fetch.requestPausedPayload) => void): EventHandlers {
    return {
      'Fetch.requestPaused': requestPaused,
      'Target.targetCreated': ({ targetInfo }) => this.targetSeen(targetInfo),
      'Target.targetInfoChanged': ({ targetInfo }) => this.targetSeen(targetInfo),
      'Target.targetDestroyed': ({ targetId }) => {
        const page = this.pages.get(targetId);
        this.pages.delete(targetId);
        page?.gone();
      },
    };
  }

  private targetSeen(target: Protocol.Target.TargetInfo): void {
    this.expected.get(target.url)?.(target.targetId);
    this.expected.delete(target.url);
    const page = this.pages.get(target.targetId);
    if (page) page.titleSeen(target.title);
    else if (target.type === 'page' && target.openerId !== undefined) {
      this.tell('Target.closeTarget', { targetId: target.targetId });
    }
  }
}

const starting = Promise.withResolvers<Browser>();
let running: Browser | undefined;

/** The browser, as soon as it runs. */
export const browser: Promise<Browser> = starting.promise;

/** The browser if it runs already. */
export function runningBrowser(): Browser | undefined {
  return running;
}

/**
 * Starts Chromium and makes it ready for windows.
 * @param requestPaused answers every request of every page
 * @returns undefined after one line on stderr where there is no Chromium
 */
export async function startBrowser(
  options: ChromiumOptions,
  requestPaused: (browser: Browser, event: Protocol.Fetch.requestPausedPayload) => void,
): Promise<Browser | undefined> {
  const found = await findChromium({ visible: options.visible });
  if (!found) {
    say(NO_CHROMIUM);
    return undefined;
  }
  mkdirSync(options.profile, { recursive: true });
  const flags = chromiumFlags(options);
  const chromium = launchChromium(found, flags, options.driven);
  const [{ product }] = await Promise.all([
    chromium.pipe.send('Browser.getVersion', {}),
    chromium.pipe.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    chromium.pipe.send('Target.setDiscoverTargets', { discover: true }),
    chromium.listening,
  ]);
  control.chromium = product;
  const started = new Browser(chromium, options, found.executable, flags, product);
  started.listen(
    '',
    started.handlers((event) => requestPaused(started, event)),
  );
  running = started;
  starting.resolve(started);
  return started;
}
