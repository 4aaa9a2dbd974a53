import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { formatNumber } from './format.ts';
import { Hint } from './Hint.tsx';
import styles from './Ledger.module.css';

/** One planned training day of a module, or a day held beyond the plan. */
export interface LedgerCell {
  readonly state: 'delivered' | 'planned' | 'missing' | 'extra';
  /** When and where, for the tooltip: "12 marca 2027, Łapy". */
  readonly note?: string | undefined;
  /** A half day. */
  readonly half?: boolean | undefined;
}

/** A module of the edition with its days. */
export interface LedgerModule {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly LedgerCell[];
}

export interface LedgerProps {
  readonly modules: readonly LedgerModule[];
  /** `row` fits into a line of a table, `page` heads a page with the names of the modules. */
  readonly size?: 'row' | 'page' | undefined;
  readonly onOpen?: ((moduleKey: string, index: number) => void) | undefined;
}

const isDone = (cell: LedgerCell): boolean => cell.state === 'delivered' || cell.state === 'extra';

function daysDone(cells: readonly LedgerCell[]): number {
  return cells.filter(isDone).reduce((sum, cell) => sum + (cell.half === true ? 0.5 : 1), 0);
}

function daysPlanned(cells: readonly LedgerCell[]): number {
  return cells.filter((cell) => cell.state !== 'extra').length;
}

interface CellProps {
  readonly module: LedgerModule;
  readonly cell: LedgerCell;
  readonly index: number;
  readonly onOpen: (() => void) | undefined;
}

function Cell({ module, cell, index, onOpen }: CellProps): ReactNode {
  const t = useText();
  const state = t(`ui.ledger.${cell.state}`);
  const name = t('ui.ledger.cell', { module: module.name, number: index + 1, state });
  const words = [name, cell.half === true ? t('ui.ledger.half') : null, cell.note ?? null];
  const label = words.filter((part) => part !== null).join(', ');
  const look = {
    className: styles['cell'],
    'data-state': cell.state,
    'data-half': cell.half || undefined,
  };
  return (
    <Hint label={label}>
      {onOpen === undefined ? (
        <span {...look} role="img" aria-label={label} />
      ) : (
        <button type="button" {...look} aria-label={label} onClick={onOpen} />
      )}
    </Hint>
  );
}

/**
 * The training-day ledger: one cell for each planned day, module after module. Full is delivered, half-toned
 * with a ring is planned, empty is without a date, pointed is beyond the plan.
 */
export function Ledger({ modules, size = 'row', onOpen }: LedgerProps): ReactNode {
  const t = useText();
  const cells = modules.flatMap((module) => module.cells);
  const summary = t('ui.ledger.summary', {
    delivered: formatNumber(daysDone(cells)),
    total: formatNumber(daysPlanned(cells)),
  });
  if (size === 'row') {
    return (
      <span
        className={styles['ledger']}
        data-size="row"
        role="img"
        aria-label={`${t('ui.ledger.label')}: ${summary}`}
      >
        {modules.map((module) => (
          <span key={module.key} className={styles['module']}>
            {module.cells.map((cell, index) => (
              <span
                key={index}
                className={styles['cell']}
                data-state={cell.state}
                data-half={cell.half || undefined}
              />
            ))}
          </span>
        ))}
      </span>
    );
  }
  return (
    <div
      className={styles['ledger']}
      data-size="page"
      role="group"
      aria-label={`${t('ui.ledger.label')}: ${summary}`}
    >
      {modules.map((module) => (
        <div
          key={module.key}
          className={styles['column']}
          style={{ flexGrow: module.cells.length }}
        >
          <span className={styles['module']}>
            {module.cells.map((cell, index) => (
              <Cell
                key={index}
                module={module}
                cell={cell}
                index={index}
                onOpen={onOpen === undefined ? undefined : () => onOpen(module.key, index)}
              />
            ))}
          </span>
          <span className={styles['name']}>{module.name}</span>
          <span className={styles['sum']}>
            {t('ui.progress.text', {
              value: formatNumber(daysDone(module.cells)),
              target: formatNumber(daysPlanned(module.cells)),
            })}
          </span>
        </div>
      ))}
    </div>
  );
}
