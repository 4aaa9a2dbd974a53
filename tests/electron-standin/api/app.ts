import { mkdirSync } from 'node:fs';
import { InstanceLock } from '../engine/instanceLock.ts';
import { Lifecycle } from '../engine/lifecycle.ts';
import { interfaceLocale, systemLocale } from '../engine/locale.ts';
import { phase, requireBeforeReady, requireReady } from '../engine/phase.ts';
import { runtime } from '../engine/runtime.ts';
import { allSwitches } from '../engine/switches.ts';
import { AppPaths } from './appPaths.ts';
import { StandinCommandLine } from './commandLine.ts';
import { asElectron, electronEvent, GuardedEmitter, type PartOf } from './guard.ts';

/** Keys of what `start.ts` does to the app; symbols, since Electron has no such members. */
export const whenLocked = Symbol('whenLocked');
export const becomeReady = Symbol('becomeReady');

/** The fake `app`. */
export class StandinApp extends GuardedEmitter implements PartOf<Electron.App> {
  readonly commandLine = asElectron<Electron.CommandLine, StandinCommandLine>(
    new StandinCommandLine(),
  );
  readonly dock = undefined;
  readonly isPackaged = process.env['ELECTRON_FORCE_IS_PACKAGED'] !== undefined;
  accessibilitySupportEnabled = false;
  userAgentFallback = '';
  private readonly paths = new AppPaths();
  private readonly readiness = Promise.withResolvers<void>();
  private givenName: string | undefined;
  private lock: InstanceLock | undefined;
  private afterLock: (() => void) | undefined;

  constructor() {
    super('app');
  }

  whenReady(): Promise<void> {
    return this.readiness.promise;
  }

  isReady(): boolean {
    return phase.ready;
  }

  quit(): void {
    lifecycle.quit();
  }

  exit(exitCode = 0): void {
    lifecycle.exit(exitCode);
  }

  relaunch(options: Electron.RelaunchOptions = {}): void {
    lifecycle.relaunch(options);
  }

  get name(): string {
    const { manifest } = runtime();
    return this.givenName ?? manifest.productName ?? manifest.name ?? 'Electron';
  }

  set name(name: string) {
    this.givenName = name;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    const { manifest, electronVersion } = runtime();
    return manifest.version ?? electronVersion;
  }

  getAppPath(): string {
    return runtime().root;
  }

  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    return this.paths.get(name);
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  setAppLogsPath(path?: string): void {
    const folder = path ?? this.getPath('logs');
    mkdirSync(folder, { recursive: true });
    this.paths.set('logs', folder);
  }

  getLocale(): string {
    requireReady('electron stand-in: app.getLocale() before ready would answer nothing useful');
    return allSwitches().get('lang') || interfaceLocale(systemLocale(process.env));
  }

  getSystemLocale(): string {
    requireReady('electron stand-in: app.getSystemLocale() can only be called after ready');
    return systemLocale(process.env);
  }

  getLocaleCountryCode(): string {
    requireReady('electron stand-in: app.getLocaleCountryCode() can only be called after ready');
    return systemLocale(process.env).split('-')[1] ?? '';
  }

  getPreferredSystemLanguages(): string[] {
    requireReady(
      'electron stand-in: app.getPreferredSystemLanguages() can only be called after ready',
    );
    return [systemLocale(process.env)];
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    this.lock ??= new InstanceLock(this.getPath('userData'));
    const workingDirectory = process.cwd();
    const isFirst = this.lock.request(
      { argv: [...process.argv], workingDirectory, additionalData },
      (other) => void this.readiness.promise.then(() => this.meetSecondInstance(other)),
    );
    if (isFirst) this.afterLock?.();
    return isFirst;
  }

  hasSingleInstanceLock(): boolean {
    return this.lock?.isHeld ?? false;
  }

  releaseSingleInstanceLock(): void {
    this.lock?.release();
  }

  enableSandbox(): void {
    requireBeforeReady('app.enableSandbox()');
  }

  disableHardwareAcceleration(): void {
    requireBeforeReady('app.disableHardwareAcceleration()');
  }

  isAccessibilitySupportEnabled(): boolean {
    return this.accessibilitySupportEnabled;
  }

  setAccessibilitySupportEnabled(enabled: boolean): void {
    this.accessibilitySupportEnabled = enabled;
  }

  getAppMetrics(): Electron.ProcessMetric[] {
    const workingSetSize = Math.round(process.memoryUsage.rss() / 1024);
    return [
      {
        pid: process.pid,
        type: 'Browser',
        creationTime: Date.now() - process.uptime() * 1000,
        cpu: { percentCPUUsage: 0, idleWakeupsPerSecond: 0 },
        memory: { workingSetSize, peakWorkingSetSize: workingSetSize },
        sandboxed: false,
      },
    ];
  }

  // Accepted, and without effect where there is no desktop behind them.
  focus(): void {}
  setAppUserModelId(_id: string): void {}
  setDesktopName(_name: string): void {}
  setAboutPanelOptions(_options: Electron.AboutPanelOptionsOptions): void {}
  addRecentDocument(_path: string): void {}
  clearRecentDocuments(): void {}

  /** For `start.ts`: what to do as soon as the single-instance lock is held. */
  [whenLocked](start: () => void): void {
    this.afterLock = start;
  }

  /** For `start.ts`: the main script is loaded, the application may begin. */
  [becomeReady](): void {
    phase.ready = true;
    this.readiness.resolve();
    this.emit('ready', electronEvent(), {});
  }

  private meetSecondInstance(other: {
    argv: string[];
    workingDirectory: string;
    additionalData: unknown;
  }): void {
    const { argv, workingDirectory, additionalData } = other;
    this.emit('second-instance', electronEvent(), argv, workingDirectory, additionalData);
  }
}

/** The one `app`, as the stand-in itself uses it. */
export const standinApp = new StandinApp();

/** Windows, quitting and leaving. */
export const lifecycle = new Lifecycle(standinApp);

/** `app` under Electron's type. */
export const app = asElectron<Electron.App, StandinApp>(standinApp);
