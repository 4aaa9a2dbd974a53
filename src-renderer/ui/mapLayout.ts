/** Where a town's name is written on the map. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Poland with a margin, in degrees. */
const WEST = 13.9;
const EAST = 24.4;
const NORTH = 55;
const SOUTH = 48.85;
/** A degree of longitude is this much shorter than one of latitude at 52° north. */
const SQUEEZE = Math.cos((52 * Math.PI) / 180);

const LETTER = 7.4;
const LINE = 15;
const GAP = 9;

/** A place on Earth as a point on the map, in its pixels. */
export function project(
  lat: number,
  lon: number,
  width: number,
  height: number,
): readonly [number, number] {
  const scale = Math.min(width / ((EAST - WEST) * SQUEEZE), height / (NORTH - SOUTH));
  const x = (lon - WEST) * SQUEEZE * scale;
  const y = (NORTH - lat) * scale;
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

function candidates(x: number, y: number): readonly Label[] {
  return [
    { x: x + GAP, y: y + 4, anchor: 'start' },
    { x: x - GAP, y: y + 4, anchor: 'end' },
    { x, y: y - GAP, anchor: 'middle' },
    { x, y: y + GAP + 9, anchor: 'middle' },
  ];
}

function boxOf({ x, y, anchor }: Label, name: string): Box {
  const width = name.length * LETTER;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - LINE + 3, bottom: y + 3 };
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly at: readonly [number, number];
}

/**
 * Places for the names of towns: to the right of the dot, else left, above or below, and nowhere when
 * it would lie over another name or dot. The selected town chooses first and is always written.
 */
export function placeLabels(
  towns: readonly Named[],
  selectedId: string | null,
): ReadonlyMap<string, Label> {
  const taken = towns.map(({ at: [x, y] }) => ({
    left: x - 6,
    right: x + 6,
    top: y - 6,
    bottom: y + 6,
  }));
  const placed = new Map<string, Label>();
  const first = towns.toSorted(
    (one, other) => Number(other.id === selectedId) - Number(one.id === selectedId),
  );
  for (const { id, name, at } of first) {
    const options = candidates(...at);
    const free = options.find((option) => !taken.some((box) => overlaps(box, boxOf(option, name))));
    const label = free ?? (id === selectedId ? options[0] : undefined);
    if (label === undefined) continue;
    placed.set(id, label);
    taken.push(boxOf(label, name));
  }
  return placed;
}
