import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { control } from '../control.ts';
import { LoadFailed } from '../engine/loading.ts';
import { runtime } from '../engine/runtime.ts';
import { say } from '../say.ts';
import type { Contents } from './contents.ts';
import { asElectron, electronEvent, GuardedEmitter, type PartOf } from './guard.ts';
import type { StandinIpcMain } from './ipcMain.ts';
import { imageOf } from './nativeImage.ts';
import type { StandinNavigationHistory } from './navigationHistory.ts';
import { pdfParameters } from './pdfOptions.ts';
import { applyPermissions } from './permissions.ts';
import { defaultSession } from './session.ts';

/** Chromium's factor from one zoom level to the next. */
const ZOOM_BASE = 1.2;

/** The fake `webContents`: Electron's surface over one page. */
export class StandinWebContents extends GuardedEmitter implements PartOf<Electron.WebContents> {
  readonly id: number;
  readonly ipc: Electron.IpcMain;
  readonly navigationHistory: Electron.NavigationHistory;
  readonly opener = null;
  readonly hostWebContents = null;
  userAgent = '';
  private readonly contents: Contents;
  private zoom = 0;

  constructor(contents: Contents) {
    super('webContents');
    this.contents = contents;
    this.id = contents.id;
    this.ipc = asElectron<Electron.IpcMain, StandinIpcMain>(contents.ipc);
    const { history } = contents;
    this.navigationHistory = asElectron<Electron.NavigationHistory, StandinNavigationHistory>(
      history,
    );
  }

  get session(): Electron.Session {
    return defaultSession();
  }

  get mainFrame(): Electron.WebFrameMain {
    return this.contents.frameAt(this.contents.url);
  }

  loadURL(url: string): Promise<void> {
    const loading = this.load(url);
    // Electron does not complain either when nobody looks at the outcome.
    loading.catch(() => undefined);
    return loading;
  }

  private async load(url: string): Promise<void> {
    this.refuseDestroyed();
    applyPermissions(url, this.contents.webContents);
    try {
      await this.contents.page.load(url);
    } catch (error) {
      if (error instanceof LoadFailed) {
        this.emit('did-fail-load', electronEvent(), error.errno, error.code, error.url, true);
      }
      throw error;
    }
  }

  loadFile(filePath: string, options: Electron.LoadFileOptions = {}): Promise<void> {
    const url = pathToFileURL(resolve(runtime().root, filePath));
    for (const [name, value] of Object.entries(options.query ?? {}))
      url.searchParams.set(name, value);
    if (options.search !== undefined) url.search = options.search;
    if (options.hash !== undefined) url.hash = options.hash;
    return this.loadURL(url.href);
  }

  getURL(): string {
    return this.contents.url;
  }

  getTitle(): string {
    return this.contents.title;
  }

  isLoading(): boolean {
    return this.contents.isLoading;
  }

  isLoadingMainFrame(): boolean {
    return this.contents.isLoading;
  }

  isDestroyed(): boolean {
    return this.contents.page.isGone;
  }

  isCrashed(): boolean {
    return this.contents.isCrashed;
  }

  getType(): 'window' {
    return 'window';
  }

  getProcessId(): number {
    return 1;
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    this.refuseDestroyed();
    this.contents.send(channel, args);
  }

  reload(): void {
    this.contents.page.reload(false);
  }

  reloadIgnoringCache(): void {
    this.contents.page.reload(true);
  }

  stop(): void {
    this.contents.page.tell('Page.stopLoading', {});
  }

  close(options?: Electron.CloseOpts): void {
    this.contents.page.close(options?.waitForBeforeUnload ?? false);
  }

  forcefullyCrashRenderer(): void {
    this.contents.page.tell('Page.crash', {});
  }

  focus(): void {
    this.contents.page.tell('Page.bringToFront', {});
  }

  isFocused(): boolean {
    return this.contents.host.face().isFocused();
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.contents.openHandler = handler;
  }

  /** Waits for the present load, as Electron does. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    if (this.contents.isLoading) await once(this, 'did-stop-loading');
    return this.contents.page.evaluate(code, { userGesture });
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { data } = await this.contents.page.send('Page.printToPDF', pdfParameters(options));
    return Buffer.from(data, 'base64');
  }

  async capturePage(rect?: Electron.Rectangle): Promise<Electron.NativeImage> {
    const { data } = await this.contents.page.send(
      'Page.captureScreenshot',
      rect ? { clip: { ...rect, scale: 1 } } : {},
    );
    return imageOf(Buffer.from(data, 'base64'));
  }

  /** Puts nothing on paper; asks no printer, but refuses what Electron would refuse. */
  print(
    options: Electron.WebContentsPrintOptions = {},
    callback?: (success: boolean, failureReason: string) => void,
  ): void {
    this.refuseDestroyed();
    if (options.pageSize === undefined && options.usePrinterDefaultPageSize !== true)
      throw new Error('Must pass a valid pageSize, or usePrinterDefaultPageSize: true');
    const { paper } = control;
    paper.jobs.push(options);
    setImmediate(() => callback?.(paper.failureReason === '', paper.failureReason));
  }

  get zoomLevel(): number {
    return this.zoom;
  }

  /** The page gets fewer, larger pixels, as by Chromium's own zoom. */
  set zoomLevel(level: number) {
    this.zoom = level;
    const factor = this.zoomFactor;
    const { width, height } = this.contents.host.size;
    const { page } = this.contents;
    if (level === 0) page.tell('Emulation.clearDeviceMetricsOverride', {});
    else {
      page.tell('Emulation.setDeviceMetricsOverride', {
        width: Math.round(width / factor),
        height: Math.round(height / factor),
        deviceScaleFactor: factor,
        mobile: false,
      });
    }
  }

  get zoomFactor(): number {
    return ZOOM_BASE ** this.zoom;
  }

  set zoomFactor(factor: number) {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.zoomLevel = Math.log(factor) / Math.log(ZOOM_BASE);
  }

  getZoomLevel(): number {
    return this.zoomLevel;
  }

  setZoomLevel(level: number): void {
    this.zoomLevel = level;
  }

  getZoomFactor(): number {
    return this.zoomFactor;
  }

  setZoomFactor(factor: number): void {
    this.zoomFactor = factor;
  }

  async setVisualZoomLevelLimits(): Promise<void> {}

  getUserAgent(): string {
    return this.userAgent;
  }

  setUserAgent(userAgent: string): void {
    this.userAgent = userAgent;
    this.contents.page.tell('Emulation.setUserAgentOverride', { userAgent });
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  openDevTools(): void {
    say('there are no developer tools here; use Playwright or a --remote-debugging-port');
  }

  closeDevTools(): void {}

  toggleDevTools(): void {
    this.openDevTools();
  }

  undo(): void {
    this.edit('undo');
  }

  redo(): void {
    this.edit('redo');
  }

  cut(): void {
    this.edit('cut');
  }

  copy(): void {
    this.edit('copy');
  }

  paste(): void {
    this.edit('paste');
  }

  delete(): void {
    this.edit('delete');
  }

  selectAll(): void {
    this.edit('selectAll');
  }

  private edit(command: string): void {
    const script = `document.execCommand(${JSON.stringify(command)})`;
    this.contents.page
      .evaluate(script, { userGesture: true })
      .catch((error: unknown) => say(error));
  }

  private refuseDestroyed(): void {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
  }
}
