import { electronEvent, GuardedEmitter } from './guard.ts';

/** What a window only remembers: there is no frame, task bar or menu bar to show it. */
export class RememberedWindowState extends GuardedEmitter {
  accessibleTitle = '';
  autoHideMenuBar: boolean;
  closable: boolean;
  documentEdited = false;
  excludedFromShownWindowsMenu = false;
  focusable: boolean;
  fullScreenable: boolean;
  maximizable: boolean;
  menuBarVisible = true;
  minimizable: boolean;
  movable: boolean;
  representedFilename = '';
  resizable: boolean;
  shadow: boolean;
  private alwaysOnTop: boolean;
  private backgroundColor: string;
  private enabled = true;
  private minimumSize: number[];
  private maximumSize: number[];
  private opacity: number;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super('BrowserWindow');
    this.autoHideMenuBar = options.autoHideMenuBar ?? false;
    this.closable = options.closable ?? true;
    this.focusable = options.focusable ?? true;
    this.fullScreenable = options.fullscreenable ?? true;
    this.maximizable = options.maximizable ?? true;
    this.minimizable = options.minimizable ?? true;
    this.movable = options.movable ?? true;
    this.resizable = options.resizable ?? true;
    this.shadow = options.hasShadow ?? true;
    this.alwaysOnTop = options.alwaysOnTop ?? false;
    this.backgroundColor = options.backgroundColor ?? '#FFF';
    this.minimumSize = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.maximumSize = [options.maxWidth ?? 0, options.maxHeight ?? 0];
    this.opacity = options.opacity ?? 1;
  }

  setBackgroundColor(backgroundColor: string): void {
    this.backgroundColor = backgroundColor;
  }

  getBackgroundColor(): string {
    return this.backgroundColor;
  }

  setMinimumSize(width: number, height: number): void {
    this.minimumSize = [width, height];
  }

  getMinimumSize(): number[] {
    return [...this.minimumSize];
  }

  setMaximumSize(width: number, height: number): void {
    this.maximumSize = [width, height];
  }

  getMaximumSize(): number[] {
    return [...this.maximumSize];
  }

  setAlwaysOnTop(flag: boolean): void {
    this.alwaysOnTop = flag;
    this.emit('always-on-top-changed', electronEvent(), flag);
  }

  isAlwaysOnTop(): boolean {
    return this.alwaysOnTop;
  }

  setEnabled(enable: boolean): void {
    this.enabled = enable;
  }

  isEnabled(): boolean {
    return this.enabled;
  }

  setOpacity(opacity: number): void {
    this.opacity = opacity;
  }

  getOpacity(): number {
    return this.opacity;
  }

  setResizable(resizable: boolean): void {
    this.resizable = resizable;
  }

  isResizable(): boolean {
    return this.resizable;
  }

  setDocumentEdited(edited: boolean): void {
    this.documentEdited = edited;
  }

  isDocumentEdited(): boolean {
    return this.documentEdited;
  }

  setRepresentedFilename(filename: string): void {
    this.representedFilename = filename;
  }

  getRepresentedFilename(): string {
    return this.representedFilename;
  }

  setAutoHideMenuBar(hide: boolean): void {
    this.autoHideMenuBar = hide;
  }

  setMenuBarVisibility(visible: boolean): void {
    this.menuBarVisible = visible;
  }

  isMenuBarVisible(): boolean {
    return this.menuBarVisible;
  }

  // Seen by nobody.
  center(): void {}
  flashFrame(_flag: boolean): void {}
  moveTop(): void {}
  removeMenu(): void {}
  setContentProtection(_enable: boolean): void {}
  setIcon(_icon: Electron.NativeImage | string): void {}
  setMenu(_menu: Electron.Menu | null): void {}
  setProgressBar(_progress: number): void {}
  setSkipTaskbar(_skip: boolean): void {}
  setTitleBarOverlay(_options: Electron.TitleBarOverlayOptions): void {}
}
