/** Tells whether a code point can be printed with the bundled fonts. */
export type Coverage = (codePoint: number) => boolean;

/**
 * Code points that a TrueType font has glyphs for, read from its `cmap` table (formats 4 and 12).
 * @throws when the bytes are not a font or carry no Unicode table
 * @see https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export function codePointsOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const points = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 4) readSegments(view, subtable, points);
    else if (format === 12) readGroups(view, subtable, points);
  }
  if (points.size === 0) throw new Error('The font maps no Unicode characters');
  return points;
}

function tableOffset(view: DataView, name: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16;
    const tag = [0, 1, 2, 3].map((at) => String.fromCharCode(view.getUint8(entry + at))).join('');
    if (tag === name) return view.getUint32(entry + 8);
  }
  throw new Error(`The font has no ${name} table`);
}

function readSegments(view: DataView, subtable: number, points: Set<number>): void {
  const bytes = view.getUint16(subtable + 6);
  for (let at = 0; at < bytes; at += 2) {
    const end = view.getUint16(subtable + 14 + at);
    const start = view.getUint16(subtable + 16 + bytes + at);
    const delta = view.getUint16(subtable + 16 + bytes * 2 + at);
    const rangeAt = subtable + 16 + bytes * 3 + at;
    const range = view.getUint16(rangeAt);
    for (let point = start; point <= end && point !== 0xffff; point += 1) {
      const mapped = range === 0 ? point : view.getUint16(rangeAt + range + (point - start) * 2);
      if (mapped !== 0 && ((mapped + delta) & 0xffff) !== 0) points.add(point);
    }
  }
}

function readGroups(view: DataView, subtable: number, points: Set<number>): void {
  for (let index = 0; index < view.getUint32(subtable + 12); index += 1) {
    const group = subtable + 16 + index * 12;
    const start = view.getUint32(group);
    const end = view.getUint32(group + 4);
    for (let point = start; point <= end; point += 1) points.add(point);
  }
}

/**
 * What can be printed: everything in the fallback font, and what every face of the text font has
 * (a letter that only the regular face knows would be missing in a bold title).
 */
export function coverageOf(faces: readonly Uint8Array[], fallback: Uint8Array): Coverage {
  const inFaces = faces.map(codePointsOf);
  const inFallback = codePointsOf(fallback);
  return (point) =>
    inFallback.has(point) || (inFaces.length > 0 && inFaces.every((points) => points.has(point)));
}
