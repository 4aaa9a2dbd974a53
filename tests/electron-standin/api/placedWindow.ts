import type { Protocol } from '../chromium/protocol.ts';
import { RememberedWindowState } from './windowState.ts';

type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

/** A window's place on the screen, its state and its title. */
export abstract class PlacedWindow extends RememberedWindowState {
  protected visible: boolean;
  protected bounds: Electron.Rectangle;
  private state: WindowState = 'normal';
  private currentTitle: string;

  constructor(options: Electron.BrowserWindowConstructorOptions, appName: string) {
    super(options);
    this.visible = options.show ?? true;
    this.currentTitle = options.title ?? appName;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
  }

  /** Moves, resizes or hides what Chromium shows. */
  protected abstract place(bounds: Protocol.Browser.Bounds): void;

  minimize(): void {
    this.enter('minimized');
    this.emit('minimize');
  }

  maximize(): void {
    this.visible = true;
    this.enter('maximized');
    this.emit('maximize');
  }

  unmaximize(): void {
    if (this.state !== 'maximized') return;
    this.enter('normal');
    this.emit('unmaximize');
  }

  restore(): void {
    if (this.state !== 'minimized') return;
    this.enter('normal');
    this.emit('restore');
  }

  setFullScreen(flag: boolean): void {
    if (flag === this.isFullScreen()) return;
    this.enter(flag ? 'fullscreen' : 'normal');
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen');
  }

  get fullScreen(): boolean {
    return this.isFullScreen();
  }

  set fullScreen(flag: boolean) {
    this.setFullScreen(flag);
  }

  isMinimized(): boolean {
    return this.state === 'minimized';
  }

  isMaximized(): boolean {
    return this.state === 'maximized';
  }

  isFullScreen(): boolean {
    return this.state === 'fullscreen';
  }

  isNormal(): boolean {
    return this.state === 'normal';
  }

  get title(): string {
    return this.currentTitle;
  }

  set title(title: string) {
    this.currentTitle = title;
  }

  getTitle(): string {
    return this.title;
  }

  setTitle(title: string): void {
    this.title = title;
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
    const { x: left, y: top, width, height } = this.bounds;
    this.place({ left, top, width, height });
    if (bounds.x !== undefined || bounds.y !== undefined) this.emit('move');
    if (bounds.width !== undefined || bounds.height !== undefined) {
      this.emit('resize');
      this.emit('resized');
    }
  }

  getBounds(): Electron.Rectangle {
    return { ...this.bounds };
  }

  getNormalBounds(): Electron.Rectangle {
    return { ...this.bounds };
  }

  getContentBounds(): Electron.Rectangle {
    return { ...this.bounds };
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getSize(): number[] {
    return [this.bounds.width, this.bounds.height];
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  getPosition(): number[] {
    return [this.bounds.x, this.bounds.y];
  }

  protected enter(state: WindowState): void {
    this.state = state;
    this.place({ windowState: state });
  }
}
