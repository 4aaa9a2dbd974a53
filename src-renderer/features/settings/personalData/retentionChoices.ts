import { text } from '../../../i18n/text.ts';
import type { Option } from '../../../ui/field.ts';

/** Years that are offered; 0 is as long as the workspace. */
const OFFERED = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 0] as const;

/** How long a kind may be kept, as choices; what was chosen otherwise stays among them. */
export function yearChoices(chosen: number): readonly Option<string>[] {
  const last = (years: number): number => (years === 0 ? Infinity : years);
  const years = [...new Set([...OFFERED, chosen])].toSorted((a, b) => last(a) - last(b));
  return years.map((count) => ({
    value: String(count),
    label:
      count === 0
        ? text('personalData.retention.forever')
        : text('personalData.retention.year', { count }),
  }));
}
