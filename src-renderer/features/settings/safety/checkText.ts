import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { textIfAny } from '../../../i18n/text.ts';
import { momentText, sizeText } from '../../../shell/backups/backupText.ts';
import { formatDate } from '../../../ui/format.ts';
import type { Tone } from '../../../ui/StatusPill.tsx';

export type Check = CallOutput<'diagnostics.run'>['checks'][number];

/** How a state of the self-test is shown. */
export const CHECK_TONES: Readonly<Record<Check['state'], Tone>> = {
  good: 'ok',
  warning: 'waiting',
  bad: 'danger',
};

/** A value as it stands in the sentence: moments, days and sizes in words, the rest as it came. */
function inWords(name: string, value: string | number): string | number {
  if (name === 'at' && typeof value === 'string') return momentText(value);
  if (name === 'on' && typeof value === 'string') return formatDate(value);
  if (name === 'bytes' && typeof value === 'number') return sizeText(value);
  return value;
}

/** The sentence of a check: that of its reason where it tells one, else that of its state. */
export function checkText({ key, state, values }: Check): string {
  const words = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, inWords(name, value)]),
  );
  const { why } = values;
  const own = why === undefined ? null : textIfAny(`safety.diagnostics.${key}.${why}`, words);
  return own ?? textIfAny(`safety.diagnostics.${key}.${state}`, words) ?? '';
}

/** How many things need a look: everything that is not good. */
export function troubles(checks: readonly Check[]): number {
  return checks.filter(({ state }) => state !== 'good').length;
}
