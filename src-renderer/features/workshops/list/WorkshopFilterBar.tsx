import { IconSearch, IconX } from '@tabler/icons-react';
import { useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useShortcut } from '../../../state/shortcuts.ts';
import { Count } from '../../../ui/Count.tsx';
import type { Option } from '../../../ui/field.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import {
  namesIn,
  NO_FILTERS,
  setFilters,
  STANDINGS,
  useListStore,
  type EditionSpan,
  type WorkshopRow,
} from './listFilters.ts';
import styles from './WorkshopList.module.css';

/** Stands for a filter that lets everything through. */
const ANY = '';

function named(name: string): Option {
  return { value: name, label: name };
}

/** All choices of a filter: the one without a filter first, since a list has no way to be empty by keys. */
function choices(everything: string, options: readonly Option[]): readonly Option[] {
  return [{ value: ANY, label: everything }, ...options];
}

export interface WorkshopFilterBarProps {
  readonly rows: readonly WorkshopRow[];
  readonly shown: number;
  readonly editions: readonly EditionSpan[];
  /** Goes from the search into the list. */
  readonly onDown: () => void;
}

/** Search and filters above the list; they stay when one comes back. */
export function WorkshopFilterBar({
  rows,
  shown,
  editions,
  onDown,
}: WorkshopFilterBarProps): ReactNode {
  const t = useText();
  const filters = useListStore((state) => state.filters);
  const search = useRef<HTMLDivElement>(null);
  useShortcut({
    id: 'workshop-search',
    keys: '/',
    label: t('workshops.focusSearch'),
    run: () => search.current?.querySelector('input')?.focus(),
  });
  const onSearchKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && filters.query !== '') setFilters({ query: '' });
    else if (event.key === 'ArrowDown' || event.key === 'Enter') onDown();
    else return;
    event.preventDefault();
  };
  const modules = useMemo(() => namesIn(rows, (row) => [row.moduleName]), [rows]);
  const trainers = useMemo(
    () => namesIn(rows, (row) => [row.leadTrainerName, ...row.trainerNames]),
    [rows],
  );
  const filtered = Object.keys(NO_FILTERS).some(
    (name) => filters[name as keyof typeof filters] !== NO_FILTERS[name as keyof typeof filters], // the keys are those of the filters
  );
  return (
    <div className={styles['filters']} role="group" aria-label={t('workshops.filters.label')}>
      <div ref={search} role="presentation" className={styles['search']} onKeyDown={onSearchKey}>
        <TextField
          label={t('workshops.filters.search')}
          hideLabel
          type="search"
          icon={<IconSearch size={16} />}
          placeholder={t('workshops.filters.searchPlaceholder')}
          value={filters.query}
          onChange={(query) => setFilters({ query })}
        />
      </div>
      <div className={styles['filter']}>
        <SelectField
          label={t('workshops.filters.standing')}
          hideLabel
          options={STANDINGS.map((value) => ({ value, label: t(`workshops.standing.${value}`) }))}
          value={filters.standing}
          onChange={(standing) => setFilters({ standing: standing ?? 'all' })}
        />
      </div>
      <div className={styles['filter']}>
        <SelectField
          label={t('workshops.filters.module')}
          hideLabel
          options={choices(t('workshops.filters.anyModule'), modules.map(named))}
          value={filters.module ?? ANY}
          onChange={(next) => setFilters({ module: next === ANY ? null : next })}
        />
      </div>
      <div className={styles['filter']}>
        <SelectField
          label={t('workshops.filters.trainer')}
          hideLabel
          searchable
          options={choices(t('workshops.filters.anyTrainer'), trainers.map(named))}
          value={filters.trainer ?? ANY}
          onChange={(next) => setFilters({ trainer: next === ANY ? null : next })}
        />
      </div>
      <div className={styles['filter']}>
        <SelectField
          label={t('workshops.filters.edition')}
          hideLabel
          options={choices(
            t('workshops.filters.anyEdition'),
            editions.map(({ id, name }) => ({ value: id, label: name })),
          )}
          value={filters.edition ?? ANY}
          onChange={(next) => setFilters({ edition: next === ANY ? null : next })}
        />
      </div>
      {filtered && (
        <IconButton
          label={t('workshops.filters.clear')}
          icon={<IconX />}
          onClick={() => setFilters(NO_FILTERS)}
        />
      )}
      <span className={styles['count']} role="status">
        <Count n={shown} of="workshop" />
      </span>
    </div>
  );
}
