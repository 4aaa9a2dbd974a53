/** Writes one line on stderr, marked as the stand-in's own; silent with `STANDIN_QUIET=1`. */
export function say(...parts: readonly unknown[]): void {
  if (process.env['STANDIN_QUIET'] === '1') return;
  process.stderr.write(`electron stand-in: ${parts.map(textOf).join(' ')}\n`);
}

/** As {@link say}, for what only someone who works on the stand-in wants to know (`STANDIN_DEBUG=1`). */
export function whisper(...parts: readonly unknown[]): void {
  if (process.env['STANDIN_DEBUG'] === '1') say(...parts);
}

function textOf(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message;
  return typeof part === 'string' ? part : (JSON.stringify(part) ?? String(part));
}
