/** Something that may lie in the clear nowhere but where it was asked for. */
export interface Secret {
  readonly name: string;
  readonly bytes: Buffer;
  /** Words, which may stand in other letters and spaces too; otherwise bytes, as they are. */
  readonly isText: boolean;
  /** Files that the person asked for with it inside; below the searched folder. */
  readonly askedFor: RegExp | null;
}

/** A secret of words. */
export function words(name: string, text: string, askedFor: RegExp | null = null): Secret {
  return { name, bytes: Buffer.from(text, 'utf8'), isText: true, askedFor };
}

/** A secret of bytes: a key. */
export function key(name: string, bytes: Uint8Array): Secret {
  return { name, bytes: Buffer.from(bytes), isText: false, askedFor: null };
}

/** How secrets go from one process to another. */
export function toJson(secrets: readonly Secret[]): unknown {
  return secrets.map(({ bytes, askedFor, ...rest }) => ({
    ...rest,
    bytes: bytes.toString('hex'),
    askedFor: askedFor?.source ?? null,
  }));
}

/** Reads what `toJson` wrote. */
export function fromJson(value: unknown): Secret[] {
  const rows = value as { name: string; bytes: string; isText: boolean; askedFor: string | null }[]; // ours
  return rows.map(({ bytes, askedFor, ...rest }) => ({
    ...rest,
    bytes: Buffer.from(bytes, 'hex'),
    askedFor: askedFor === null ? null : new RegExp(askedFor),
  }));
}

/** Base64 of bytes wherever they stand within something longer: without the ends that depend on what is around. */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].map((lead) => {
    const text = Buffer.concat([Buffer.alloc(lead), bytes]).toString('base64');
    const skipped = lead === 0 ? 0 : lead + 1;
    return text.replace(/=+$/, '').slice(skipped, -1);
  });
}

/** Byte patterns that would give a secret away. */
export function formsOf({ bytes, isText }: Secret): Buffer[] {
  const hex = bytes.toString('hex');
  const texts = [hex, hex.toUpperCase(), ...base64Cores(bytes)];
  const urlSafe = base64Cores(bytes).map((one) => one.replaceAll('+', '-').replaceAll('/', '_'));
  const forms = [bytes, ...[...texts, ...urlSafe].map((text) => Buffer.from(text, 'latin1'))];
  const wide = [...texts].map((text) => Buffer.from(text, 'utf16le'));
  if (!isText) return [...forms, ...wide];
  const text = bytes.toString('utf8');
  const spelt = [text.toLowerCase(), text.toUpperCase(), JSON.stringify(text).slice(1, -1)];
  const escaped = text.replace(
    /\P{ASCII}/gu,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [
    ...forms,
    ...wide,
    ...[text, ...spelt, escaped, encodeURIComponent(text)].flatMap((one) => [
      Buffer.from(one, 'utf8'),
      Buffer.from(one, 'utf16le'),
    ]),
  ];
}
