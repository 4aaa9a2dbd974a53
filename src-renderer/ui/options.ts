import type { ComboboxItem, OptionsFilter } from '@mantine/core';
import { matchesText } from './collation.ts';
import type { Option } from './field.ts';

/** Options as Mantine's lists take them. */
export function toItems(options: readonly Option[]): ComboboxItem[] {
  return options.map(({ value, label, disabled = false }) => ({ value, label, disabled }));
}

/** Narrows a list by typed words without regard to Polish letters. */
export const filterOptions: OptionsFilter = ({ options, search, limit }) =>
  options
    .filter((option) => 'label' in option && matchesText(search, option.label))
    .slice(0, limit);
