import type { ReactNode } from 'react';
import { text, useText } from '../i18n/text.ts';
import type { ui } from '../i18n/pl/ui.ts';
import type { PathsOf } from '../i18n/types.ts';

/** What the kit can count in words. */
export type Countable = PathsOf<typeof ui.count>;

export interface CountProps {
  readonly n: number;
  readonly of: Countable;
}

/** A number with its noun in the right form: 1 dzień, 2 dni, 22 dni, 1,5 dnia. */
export function Count({ n, of }: CountProps): ReactNode {
  const t = useText();
  return t(`ui.count.${of}`, { count: n });
}

/** {@link Count} as a text. */
export function countText(n: number, of: Countable): string {
  return text(`ui.count.${of}`, { count: n });
}
