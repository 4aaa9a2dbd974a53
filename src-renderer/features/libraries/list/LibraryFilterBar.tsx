import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { ParticipationState } from '../../../../src-main/domain/library.ts';
import { libraries as words } from '../../../i18n/pl/libraries.ts';
import { useText } from '../../../i18n/text.ts';
import { useShortcut } from '../../../state/shortcuts.ts';
import { compareText } from '../../../ui/collation.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import {
  clearFilters,
  isNarrowed,
  setFilter,
  useLibraryListStore,
  type LibraryRow,
} from './filters.ts';
import styles from './LibraryList.module.css';

const ANY = 'any';

export interface LibraryFilterBarProps {
  readonly rows: readonly LibraryRow[];
  /** How many rows fit the filters. */
  readonly shown: number;
  /** The person wants to go on in the list by arrows. */
  readonly onDown: () => void;
}

function isState(value: string): value is ParticipationState {
  return Object.hasOwn(words.state, value);
}

function useChoices(rows: readonly LibraryRow[]) {
  return useMemo(() => {
    const parts = rows.flatMap((row) => row.editions);
    const editions = new Map(parts.map(({ id, name }) => [String(id), name]));
    const states = [...new Set(parts.map(({ state }) => state))];
    const voivodeships = [...new Set(rows.map((row) => row.voivodeship))]
      .filter((one) => one !== '')
      .toSorted(compareText);
    return { editions: [...editions], states, voivodeships };
  }, [rows]);
}

/** Type to filter, and the edition, part and voivodeship to keep. */
export function LibraryFilterBar({ rows, shown, onDown }: LibraryFilterBarProps): ReactNode {
  const t = useText();
  const filters = useLibraryListStore();
  const search = useRef<HTMLDivElement>(null);
  const { editions, states, voivodeships } = useChoices(rows);
  useShortcut({
    id: 'library-search',
    keys: '/',
    label: t('libraries.list.focusSearch'),
    run: () => search.current?.querySelector('input')?.focus(),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onDown();
    } else if (event.key === 'Escape' && filters.query !== '') {
      event.preventDefault();
      setFilter({ query: '' });
    }
  };

  return (
    <Toolbar
      label={t('libraries.list.filters')}
      end={
        <>
          {isNarrowed(filters) && (
            <IconButton
              label={t('libraries.list.clear')}
              icon={<IconFilterOff />}
              onClick={clearFilters}
            />
          )}
          <span role="status">{t('libraries.list.shown', { shown, all: rows.length })}</span>
        </>
      }
    >
      <div ref={search} role="search" className={styles['search']} onKeyDown={onKeyDown}>
        <TextField
          label={t('libraries.list.search')}
          hideLabel
          type="search"
          icon={<IconSearch size={16} />}
          placeholder={t('libraries.list.searchHint')}
          value={filters.query}
          onChange={(query) => setFilter({ query })}
        />
      </div>
      <div className={styles['filter']}>
        <SelectField
          label={t('libraries.list.edition')}
          hideLabel
          options={[
            { value: ANY, label: t('libraries.list.anyEdition') },
            ...editions.map(([value, label]) => ({ value, label })),
          ]}
          value={filters.editionId ?? ANY}
          onChange={(value) => setFilter({ editionId: value === ANY ? null : value })}
        />
      </div>
      <div className={styles['filter']}>
        <SelectField
          label={t('libraries.list.state')}
          hideLabel
          options={[
            { value: ANY, label: t('libraries.list.anyState') },
            ...states.map((value) => ({ value, label: t(`libraries.state.${value}`) })),
          ]}
          value={filters.state ?? ANY}
          onChange={(value) =>
            setFilter({ state: value !== null && isState(value) ? value : null })
          }
        />
      </div>
      <div className={styles['filter']} data-wide>
        <SelectField
          label={t('libraries.list.voivodeship')}
          hideLabel
          searchable
          options={[
            { value: ANY, label: t('libraries.list.anyVoivodeship') },
            ...voivodeships.map((value) => ({ value, label: value })),
          ]}
          value={filters.voivodeship ?? ANY}
          onChange={(value) => setFilter({ voivodeship: value === ANY ? null : value })}
        />
      </div>
    </Toolbar>
  );
}
