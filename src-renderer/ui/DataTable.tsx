import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import styles from './DataTable.module.css';
import { sortRows, type SortDirection, type SortValue } from './sortRows.ts';
import { useRowWindow } from './useRowWindow.ts';

/** One column of a {@link DataTable}. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable. */
  readonly sortBy?: ((row: Row) => SortValue) | undefined;
  /** Pixels, or a share of what is left: `'2fr'`; without it `'1fr'`. */
  readonly width?: number | `${number}fr` | undefined;
  readonly align?: 'end' | undefined;
  /** The least width of the table, in pixels, at which the column is shown. */
  readonly from?: number | undefined;
}

export interface DataTableProps<Row> {
  /** What is listed, read aloud. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly selectedKey?: string | null | undefined;
  readonly onSelect?: ((row: Row) => void) | undefined;
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly initialSort?: { readonly column: string; readonly direction: SortDirection } | undefined;
  /** Shown instead of the table when there are no rows. */
  readonly empty?: ReactNode;
}

const ROW = 36;

function template<Row>(columns: readonly Column<Row>[]): string {
  return columns
    .map(({ width = '1fr' }) =>
      typeof width === 'number' ? `${width}px` : `minmax(64px, ${width})`,
    )
    .join(' ');
}

interface HeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: { readonly column: string; readonly direction: SortDirection } | null;
  readonly onSort: (column: string) => void;
}

function Head<Row>({ columns, sort, onSort }: HeadProps<Row>): ReactNode {
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" className={styles['row']} aria-rowindex={1}>
        {columns.map((column) => {
          const direction = sort?.column === column.key ? sort.direction : null;
          const sorted =
            direction === null ? 'none' : direction === 'up' ? 'ascending' : 'descending';
          return (
            <div
              key={column.key}
              role="columnheader"
              className={styles['headCell']}
              data-align={column.align}
              aria-sort={column.sortBy === undefined ? undefined : sorted}
            >
              {column.sortBy === undefined ? (
                column.title
              ) : (
                <button type="button" className={styles['sort']} onClick={() => onSort(column.key)}>
                  {column.title}
                  {direction === 'up' && <IconChevronUp size={14} aria-hidden="true" />}
                  {direction === 'down' && <IconChevronDown size={14} aria-hidden="true" />}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The index a key moves to, or `null` when the key does not move. */
function moveBy(key: string, from: number, count: number, page: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from < 0 ? 0 : from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? null : Math.max(0, Math.min(count - 1, target));
}

/**
 * A dense, sortable table that draws only the rows in sight. One row is selected, by mouse or arrows
 * (so that one can work down a list with a panel beside it); Enter or a double click opens it.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const t = useText();
  const { label, rows, rowKey, selectedKey = null, onSelect, onOpen, initialSort, empty } = props;
  const id = useId();
  const [sort, setSort] = useState(initialSort ?? null);
  const sorted = useMemo(() => {
    const valueOf = props.columns.find((column) => column.key === sort?.column)?.sortBy;
    return sort === null || valueOf === undefined ? rows : sortRows(rows, valueOf, sort.direction);
  }, [rows, props.columns, sort]);
  const { scroller, ...view } = useRowWindow(sorted.length, ROW, ROW);
  const columns = props.columns.filter(({ from = 0 }) => view.width === 0 || view.width >= from);
  const selected = sorted.findIndex((row) => rowKey(row) === selectedKey);

  const onSort = (column: string): void => {
    const again = sort?.column === column && sort.direction === 'up';
    setSort({ column, direction: again ? 'down' : 'up' });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const open = sorted[selected];
    if (event.key === 'Enter' && open !== undefined && event.target === event.currentTarget) {
      event.preventDefault();
      onOpen?.(open);
      return;
    }
    const target = moveBy(event.key, selected, sorted.length, view.pageSize);
    const row = target === null ? undefined : sorted[target];
    if (target === null || row === undefined) return;
    event.preventDefault();
    view.reveal(target);
    onSelect?.(row);
  };

  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    <div ref={scroller} className={styles['scroller']}>
      <p id={`${id}-keys`} className="visually-hidden">
        {t('ui.table.keys')}
      </p>
      <div
        role="grid"
        className={styles['grid']}
        style={{ '--columns': template(columns) }}
        tabIndex={0}
        aria-label={label}
        aria-describedby={`${id}-keys`}
        aria-rowcount={sorted.length + 1}
        aria-activedescendant={
          selected >= view.first && selected < view.end ? `${id}-${selected}` : undefined
        }
        onKeyDown={onKeyDown}
      >
        <Head columns={columns} sort={sort} onSort={onSort} />
        <div role="rowgroup" className={styles['body']} style={{ height: sorted.length * ROW }}>
          {sorted.slice(view.first, view.end).map((row, offset) => {
            const index = view.first + offset;
            return (
              <div
                key={rowKey(row)}
                id={`${id}-${index}`}
                role="row"
                className={styles['row']}
                style={{ top: index * ROW }}
                aria-rowindex={index + 2}
                aria-selected={index === selected}
                onClick={() => onSelect?.(row)}
                onDoubleClick={() => onOpen?.(row)}
              >
                {columns.map((column) => (
                  <div
                    key={column.key}
                    role="gridcell"
                    className={styles['cell']}
                    data-align={column.align}
                  >
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
