import type { Command, EventHandlers, Protocol } from '../chromium/protocol.ts';
import {
  BINDING,
  type MainMessage,
  type PageMessage,
  readPageMessage,
  RECEIVER,
  WORLD_NAME,
} from '../page/messages.ts';
import { say, whisper } from '../say.ts';
import { type Browser, browser } from './browser.ts';
import { colorScheme } from './colorScheme.ts';
import { isolatedWorldScript, mainWorldScript, WORLD_SCRIPT } from './injectedScripts.ts';
import { LoadFailed, Loading } from './loading.ts';
import { schemes } from './schemes.ts';

/** What a page tells the `webContents` it belongs to; addresses are the application's (`app://…`). */
export interface PageOwner {
  message(message: PageMessage, reply: (message: MainMessage) => void): void;
  /** A document was committed, or the address changed without one. */
  navigated(url: string, withinDocument: boolean): void;
  startedLoading(): void;
  stoppedLoading(): void;
  domReady(): void;
  loaded(): void;
  painted(): void;
  titleChanged(title: string): void;
  /** A link or script wants another window. */
  openWanted(url: string, frameName: string, features: string): void;
  console(
    level: 'debug' | 'info' | 'warning' | 'error',
    text: string,
    url: string,
    line: number,
  ): void;
  /** The page asks whether it may stop its own unloading; true lets it be closed all the same. */
  unloadPrevented(): boolean;
  crashed(): void;
  gone(): void;
}

/** How a page is made. */
export interface PageSetup {
  readonly size: { readonly width: number; readonly height: number };
  /** Source of the preload, checked to be compilable. */
  readonly preload: string | undefined;
  /** What the preload sees as `process`. */
  readonly process: Readonly<Record<string, unknown>>;
  readonly accelerators: readonly string[];
  readonly secret: string;
  /** True where JavaScript dialogs are answered by us, because nobody else would. */
  readonly answersDialogs: boolean;
}

/** One page of Chromium: the mechanism under `webContents`. */
export class Page {
  targetId = '';
  isGone = false;
  private readonly owner: PageOwner;
  private readonly setup: PageSetup;
  private readonly opened: Promise<Browser>;
  private readonly loading = new Loading();
  private readonly frames = new Set<string>();
  private sessionId = '';
  private isolatedContext: number | undefined;
  private url = 'about:blank';
  private title = '';

  constructor(setup: PageSetup, owner: PageOwner) {
    this.setup = setup;
    this.owner = owner;
    this.opened = this.open();
    this.opened.catch((error: unknown) => whisper(error));
  }

  /** Sends a command to this page once it is open. */
  async send<Name extends Command>(
    command: Name,
    params: Protocol.CommandParameters[Name],
  ): Promise<Protocol.CommandReturnValues[Name]> {
    const host = await this.opened;
    return host.send(command, params, this.sessionId);
  }

  /** As {@link send} where nobody waits for the outcome. */
  tell<Name extends Command>(command: Name, params: Protocol.CommandParameters[Name]): void {
    this.send(command, params).catch((error: unknown) => whisper(error));
  }

  /** Resolves when the document and what it needs are loaded; rejects as Electron's `loadURL` does. */
  async load(url: string): Promise<void> {
    await this.opened;
    const address = schemes.toPage(url);
    const finished = this.loading.begin(address, url);
    const result = await this.send('Page.navigate', { url: address });
    if (result.errorText) throw this.loading.fail(result.errorText);
    if (result.loaderId) this.loading.committed(result.loaderId);
    else this.loading.finishAtOnce();
    return finished;
  }

  reload(ignoreCache: boolean): void {
    this.loading.expect(schemes.toPage(this.url));
    this.tell('Page.reload', { ignoreCache });
  }

  /** Goes to another entry of the history. */
  goTo(entry: Protocol.Page.NavigationEntry): void {
    this.loading.expect(entry.url);
    this.tell('Page.navigateToHistoryEntry', { entryId: entry.id });
  }

  /** True where the application itself asked for this navigation, by `loadURL` or `reload`. */
  takeExpected(address: string): boolean {
    return this.loading.takeExpected(address);
  }

  /**
   * Runs a script in the page.
   * @param world `isolated` is the preload's
   * @throws Error with the page's own message
   */
  async evaluate(
    expression: string,
    {
      world = 'main',
      userGesture = false,
    }: { world?: 'main' | 'isolated'; userGesture?: boolean } = {},
  ): Promise<unknown> {
    await this.opened;
    if (world === 'isolated' && this.isolatedContext === undefined) {
      throw new LoadFailed('the page has no isolated world yet', '');
    }
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
      ...(world === 'isolated' ? { contextId: this.isolatedContext ?? 0 } : {}),
    });
    if (!exceptionDetails) return result.value as unknown;
    const description = exceptionDetails.exception?.description?.split('\n')[0];
    throw new Error(description ?? exceptionDetails.text);
  }

  /** Sends to the preload of the present document; lost where there is none, as in Electron. */
  post(message: MainMessage): void {
    this.postTo(this.isolatedContext, message);
  }

  /** Closes the page; `ask` runs its `beforeunload`. */
  close(ask: boolean): void {
    this.opened
      .then((host) =>
        ask
          ? host.send('Page.close', {}, this.sessionId)
          : host.send('Target.closeTarget', { targetId: this.targetId }),
      )
      .catch(() => this.gone());
  }

  /** Moves or resizes the window of this page. */
  setBounds(bounds: Protocol.Browser.Bounds): void {
    this.opened
      .then((host) => host.setBounds(this.targetId, bounds))
      .catch((error: unknown) => whisper(error));
  }

  hasFrame(frameId: string): boolean {
    return this.frames.has(frameId);
  }

  titleSeen(title: string): void {
    if (title === '' || title === this.title || title.startsWith('about:')) return;
    this.title = title;
    this.owner.titleChanged(title);
  }

  /** The target no longer exists. */
  gone(): void {
    if (this.isGone) return;
    this.isGone = true;
    this.loading.abandon();
    void this.opened.then((host) => host.chromium.pipe.forget(this.sessionId));
    this.owner.gone();
  }

  private async open(): Promise<Browser> {
    const host = await browser;
    this.targetId = await host.openTarget(this.setup.size);
    host.register(this.targetId, this);
    const attached = await host.send('Target.attachToTarget', {
      targetId: this.targetId,
      flatten: true,
    });
    this.sessionId = attached.sessionId;
    host.listen(this.sessionId, this.handlers(host));
    const { secret, preload, process, accelerators } = this.setup;
    const world = { secret, binding: BINDING, receiver: RECEIVER, process, accelerators };
    const send: Browser['send'] = (command, params) => host.send(command, params, this.sessionId);
    // All at once, but before any navigation: the browser would let that overtake them.
    await Promise.all([
      send('Page.enable', {}),
      send('Page.setLifecycleEventsEnabled', { enabled: true }),
      send('Runtime.enable', {}),
      send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD_NAME }),
      send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-color-scheme', value: colorScheme() }],
      }),
      send('Page.addScriptToEvaluateOnNewDocument', {
        source: mainWorldScript({ secret, replaceWindowOpen: !host.blocksPopups }),
      }),
      send('Page.addScriptToEvaluateOnNewDocument', {
        source: isolatedWorldScript(world, preload),
        worldName: WORLD_NAME,
      }),
    ]);
    return host;
  }

  private handlers(host: Browser): EventHandlers {
    return {
      'Runtime.executionContextCreated': ({ context }) => {
        const frameId: unknown = Reflect.get(context.auxData ?? {}, 'frameId');
        if (context.name === WORLD_NAME && frameId === this.targetId)
          this.isolatedContext = context.id;
      },
      'Runtime.executionContextDestroyed': ({ executionContextId }) => {
        if (executionContextId === this.isolatedContext) this.isolatedContext = undefined;
      },
      'Runtime.executionContextsCleared': () => {
        this.isolatedContext = undefined;
      },
      'Runtime.bindingCalled': (event) => this.messageArrived(event),
      'Runtime.exceptionThrown': ({ exceptionDetails: { url, exception, text } }) => {
        if (url === WORLD_SCRIPT) say('in an injected script:', exception?.description ?? text);
      },
      'Runtime.consoleAPICalled': (event) => this.consoleCalled(event),
      'Page.frameAttached': ({ frameId }) => void this.frames.add(frameId),
      'Page.frameDetached': ({ frameId }) => void this.frames.delete(frameId),
      'Page.frameNavigated': ({ frame }) => {
        if (frame.id !== this.targetId) return;
        this.url = schemes.toApp(frame.url + (frame.urlFragment ?? ''));
        this.owner.navigated(this.url, false);
      },
      'Page.navigatedWithinDocument': ({ frameId, url }) => {
        if (frameId !== this.targetId) return;
        this.url = schemes.toApp(url);
        this.owner.navigated(this.url, true);
      },
      'Page.frameStartedLoading': ({ frameId }) => {
        if (frameId === this.targetId) this.owner.startedLoading();
      },
      'Page.frameStoppedLoading': ({ frameId }) => {
        if (frameId === this.targetId) this.owner.stoppedLoading();
      },
      'Page.lifecycleEvent': (event) => this.lifecycle(event),
      'Page.windowOpen': ({ url, windowName, windowFeatures }) =>
        this.owner.openWanted(schemes.toApp(url), windowName, windowFeatures.join(',')),
      'Page.javascriptDialogOpening': ({ type }) => {
        const unload = type === 'beforeunload';
        if (!unload && !this.setup.answersDialogs) return;
        const accept = !unload || this.owner.unloadPrevented();
        host.tell('Page.handleJavaScriptDialog', { accept }, this.sessionId);
      },
      'Inspector.targetCrashed': () => this.owner.crashed(),
    };
  }

  private lifecycle({ frameId, loaderId, name }: Protocol.Page.lifecycleEventPayload): void {
    if (frameId !== this.targetId || this.url === 'about:blank') return;
    if (name === 'DOMContentLoaded') this.owner.domReady();
    else if (name === 'firstPaint') this.owner.painted();
    else if (name === 'load') {
      this.loading.loaded(loaderId);
      this.owner.loaded();
    }
  }

  private messageArrived(event: Protocol.Runtime.bindingCalledPayload): void {
    if (event.name !== BINDING || event.executionContextId !== this.isolatedContext) return;
    this.owner.message(readPageMessage(event.payload), (reply) =>
      this.postTo(event.executionContextId, reply),
    );
  }

  private postTo(contextId: number | undefined, message: MainMessage): void {
    if (contextId === undefined) return;
    const expression = `${RECEIVER}(${JSON.stringify(message)})`;
    this.tell('Runtime.evaluate', { contextId, expression, silent: true });
  }

  private consoleCalled({
    type,
    args,
    stackTrace,
  }: Protocol.Runtime.consoleAPICalledPayload): void {
    const text = args
      .map((argument) => String(argument.value ?? argument.description ?? ''))
      .join(' ');
    const frame = stackTrace?.callFrames[0];
    const levels = { warning: 'warning', error: 'error', assert: 'error', debug: 'debug' } as const;
    const level = Object.hasOwn(levels, type) ? levels[type as keyof typeof levels] : 'info';
    this.owner.console(level, text, schemes.toApp(frame?.url ?? ''), frame?.lineNumber ?? 0);
  }
}
