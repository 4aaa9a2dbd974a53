import { text, textIfAny } from './text.ts';

function isTextParam(entry: readonly [string, unknown]): entry is [string, string | number] {
  return typeof entry[1] === 'string' || typeof entry[1] === 'number';
}

function paramsOf(error: object): Readonly<Record<string, string | number>> {
  if (!('params' in error) || typeof error.params !== 'object' || error.params === null) return {};
  return Object.fromEntries(Object.entries(error.params).filter(isTextParam));
}

/** What tells the code: the failure itself, or an error that carries one from the bridge. */
function codedPart(error: unknown): object | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('failure' in error) return codedPart(error.failure);
  return error;
}

/** The code of a failure or of an error that carries one; null where there is none. */
export function failureCode(error: unknown): string | null {
  const coded = codedPart(error);
  return coded !== null && 'code' in coded && typeof coded.code === 'string' ? coded.code : null;
}

/**
 * A failure in words a person understands: the text `errors.<code>` with the failure's params.
 * A failure without a known code gets one general sentence; its own message is for the log.
 */
export function describeFailure(error: unknown): string {
  const code = failureCode(error);
  if (code !== null) {
    const known = textIfAny(`errors.${code}`, paramsOf(codedPart(error) ?? {}));
    if (known !== null) return known;
  }
  return text('ui.state.unknownFailure');
}
