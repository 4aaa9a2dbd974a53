import { IconBooks, IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { goTo } from '../../../state/route.ts';
import { useNewThing } from '../../../state/shortcuts.ts';
import { useStored } from '../../../state/useStored.ts';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/calendarDate.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { formatDateNear } from '../../../ui/format.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { DaysCell } from './DaysCell.tsx';
import {
  clearFilters,
  narrowed,
  selectLibrary,
  useLibraryListStore,
  type LibraryRow,
} from './filters.ts';
import { LibraryFilterBar } from './LibraryFilterBar.tsx';
import styles from './LibraryList.module.css';
import { NewLibraryDialog } from './NewLibraryDialog.tsx';

function openLibrary({ id }: LibraryRow): void {
  goTo({ place: 'libraries', libraryId: id });
}

/** A number of a column; nothing is written quietly, so that the eye finds what is there. */
function Quantity({ of: quantity }: { readonly of: number }): ReactNode {
  return quantity === 0 ? <span className={styles['quiet']}>0</span> : quantity;
}

function useColumns(): readonly Column<LibraryRow>[] {
  const t = useText();
  return useMemo(
    (): readonly Column<LibraryRow>[] => [
      {
        key: 'town',
        title: t('libraries.list.town'),
        width: '2fr',
        cell: (row) => <span className={styles['town']}>{row.town}</span>,
        sortBy: (row) => row.town,
      },
      {
        key: 'name',
        title: t('libraries.list.name'),
        width: '3fr',
        cell: (row) => <span className={styles['quiet']}>{row.name}</span>,
        sortBy: (row) => row.name,
        from: 900,
      },
      {
        key: 'days',
        title: t('libraries.list.days'),
        width: 236,
        cell: (row) => <DaysCell {...row} />,
        sortBy: (row) => row.delivered,
      },
      {
        key: 'team',
        title: t('libraries.list.team'),
        width: 80,
        align: 'end',
        cell: (row) => <Quantity of={row.teamCount} />,
        sortBy: (row) => row.teamCount,
      },
      {
        key: 'next',
        title: t('libraries.list.next'),
        width: 140,
        cell: (row) =>
          row.nextOn === null ? (
            <span className={styles['quiet']}>–</span>
          ) : (
            formatDateNear(row.nextOn, today())
          ),
        sortBy: (row) => row.nextOn,
      },
      {
        key: 'steps',
        title: t('libraries.list.steps'),
        width: 120,
        align: 'end',
        cell: (row) => <Quantity of={row.openSteps} />,
        sortBy: (row) => row.openSteps,
        from: 720,
      },
    ],
    [t],
  );
}

function focusTableIn(frame: HTMLElement | null): void {
  frame?.querySelector<HTMLElement>('[role="grid"]')?.focus();
}

interface RowsProps {
  readonly rows: readonly LibraryRow[];
  readonly onNew: () => void;
}

function Rows({ rows, onNew }: RowsProps): ReactNode {
  const t = useText();
  const filters = useLibraryListStore();
  const columns = useColumns();
  const frame = useRef<HTMLDivElement>(null);
  const pointed = useRef<LibraryRow | null>(null);
  const hadRow = useRef(filters.selectedId !== null);
  useEffect(() => {
    // Coming back from a card one goes on by arrows from the same row.
    const free = document.activeElement === document.body || document.activeElement?.id === 'main';
    if (hadRow.current && free) focusTableIn(frame.current);
  }, []);
  const shown = useMemo(() => narrowed(rows, filters), [rows, filters]);

  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<IconBooks />}
        title={t('libraries.list.emptyTitle')}
        action={
          <Button kind="primary" icon={<IconPlus />} shortcut="n" onClick={onNew}>
            {t('libraries.list.first')}
          </Button>
        }
      >
        {t('libraries.list.empty')}
      </EmptyState>
    );
  }
  const enterTable = (): void => {
    const [only] = shown;
    if (shown.length === 1 && only !== undefined) openLibrary(only);
    else focusTableIn(frame.current);
  };
  // The table says which row was chosen, by a click or by an arrow; only a click opens it at once.
  const openPointed = (event: MouseEvent): void => {
    const inRow = event.target instanceof Element && event.target.closest('[role="gridcell"]');
    if (inRow !== null && inRow !== false && pointed.current !== null) openLibrary(pointed.current);
  };
  return (
    <>
      <LibraryFilterBar rows={rows} shown={shown.length} onDown={enterTable} />
      <div ref={frame} role="presentation" className={styles['frame']} onClick={openPointed}>
        <DataTable
          label={t('libraries.title')}
          rows={shown}
          columns={columns}
          rowKey={(row) => row.id}
          initialSort={{ column: 'town', direction: 'up' }}
          selectedKey={filters.selectedId}
          onSelect={(row) => {
            pointed.current = row;
            selectLibrary(row.id);
          }}
          onOpen={openLibrary}
          empty={
            <EmptyState
              title={t('libraries.list.nothingTitle')}
              action={<Button onClick={clearFilters}>{t('libraries.list.clear')}</Button>}
            >
              {t('libraries.list.nothing')}
            </EmptyState>
          }
        />
      </div>
    </>
  );
}

/** All libraries: searched as one types, sorted as Poles sort; each opens its Karta Strefy. */
export function LibraryList(): ReactNode {
  const t = useText();
  const rows = useStored('library.list', {});
  const [creating, setCreating] = useState(false);
  const create = (): void => setCreating(true);
  useNewThing(t('libraries.create'), create);
  return (
    <Page
      fill
      header={
        <PageHeader
          title={t('libraries.title')}
          actions={
            <Button icon={<IconPlus />} shortcut="n" onClick={create}>
              {t('libraries.create')}
            </Button>
          }
        />
      }
    >
      <LoadedView of={rows} failedTitle={t('libraries.failed')}>
        {(all) => <Rows rows={all} onNew={create} />}
      </LoadedView>
      {creating && <NewLibraryDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
