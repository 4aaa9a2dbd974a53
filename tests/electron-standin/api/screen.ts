import { control } from '../control.ts';
import { phase, requireReady } from '../engine/phase.ts';
import { asElectron, electronEvent, GuardedEmitter, type PartOf } from './guard.ts';

/** The fake `screen`: one full-HD display; tests plug others in by the control object. */
export class StandinScreen extends GuardedEmitter implements PartOf<Electron.Screen> {
  private displays: readonly Electron.Display[] = [displayOf(1, {})];
  private lastId = 1;

  constructor() {
    super('screen');
    control.addDisplay = (bounds = {}) => this.plugIn(bounds);
    control.removeDisplay = (id) => this.pullOut(id);
  }

  override on(name: string | symbol, listener: (...args: unknown[]) => void): this {
    requireReady("The 'screen' module can't be used before the app 'ready' event");
    return super.on(name, listener);
  }

  getPrimaryDisplay(): Electron.Display {
    const [primary] = this.getAllDisplays();
    if (!primary) throw new Error('electron stand-in: every display was removed');
    return primary;
  }

  getAllDisplays(): Electron.Display[] {
    requireReady("The 'screen' module can't be used before the app 'ready' event");
    return [...this.displays];
  }

  /** The display that shows most of the rectangle. */
  getDisplayMatching(rect: Electron.Rectangle): Electron.Display {
    const shown = this.getAllDisplays().toSorted(
      (one, other) => overlap(other.bounds, rect) - overlap(one.bounds, rect),
    );
    return shown[0] ?? this.getPrimaryDisplay();
  }

  getDisplayNearestPoint(point: Electron.Point): Electron.Display {
    return this.getDisplayMatching({ ...point, width: 1, height: 1 });
  }

  getCursorScreenPoint(): Electron.Point {
    return { x: 0, y: 0 };
  }

  private plugIn(bounds: Partial<Electron.Rectangle>): number {
    const right = Math.max(0, ...this.displays.map(({ bounds: { x, width } }) => x + width));
    this.lastId += 1;
    const display = displayOf(this.lastId, { x: right, ...bounds });
    this.displays = [...this.displays, display];
    if (phase.ready) this.emit('display-added', electronEvent(), display);
    return display.id;
  }

  private pullOut(id: number): void {
    const display = this.displays.find((candidate) => candidate.id === id);
    if (!display) throw new Error(`electron stand-in: there is no display ${id}`);
    this.displays = this.displays.filter((candidate) => candidate !== display);
    this.emit('display-removed', electronEvent(), display);
  }
}

function displayOf(id: number, given: Partial<Electron.Rectangle>): Electron.Display {
  const bounds = { x: 0, y: 0, width: 1920, height: 1080, ...given };
  const { x, y, width, height } = bounds;
  return {
    id,
    label: `Stand-in display ${id}`,
    bounds,
    size: { width, height },
    workArea: bounds,
    workAreaSize: { width, height },
    nativeOrigin: { x, y },
    scaleFactor: 1,
    rotation: 0,
    internal: id === 1,
    detected: true,
    monochrome: false,
    colorDepth: 24,
    colorSpace: 'sRGB',
    depthPerComponent: 8,
    displayFrequency: 60,
    maximumCursorSize: { width: 128, height: 128 },
    accelerometerSupport: 'unknown',
    touchSupport: 'unknown',
  };
}

/** Area that two rectangles share. */
function overlap(one: Electron.Rectangle, other: Electron.Rectangle): number {
  const right = Math.min(one.x + one.width, other.x + other.width);
  const bottom = Math.min(one.y + one.height, other.y + other.height);
  const width = Math.max(0, right - Math.max(one.x, other.x));
  return width * Math.max(0, bottom - Math.max(one.y, other.y));
}

/** `screen` under Electron's type. */
export const screen = asElectron<Electron.Screen, StandinScreen>(new StandinScreen());
