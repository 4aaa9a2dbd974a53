import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { formatNumber } from '../../../ui/format.ts';
import { Ledger } from '../../../ui/Ledger.tsx';
import { daysAsCells, type CountedDays } from './daysAsCells.ts';
import styles from './LibraryList.module.css';

/** More cells than this are not read at a glance; then only the numbers are written. */
const MOST_CELLS = 16;

/** Training days of a library in a line of the list: the ledger in small, and the numbers. */
export function DaysCell(props: CountedDays): ReactNode {
  const t = useText();
  const { delivered, target } = props;
  const cells = daysAsCells(props);
  if (cells.length === 0) return <span className={styles['quiet']}>–</span>;
  return (
    <span className={styles['days']}>
      {cells.length <= MOST_CELLS && <Ledger modules={[{ key: 'all', name: '', cells }]} />}
      <span className={styles['daysSum']}>
        {t('ui.progress.text', { value: formatNumber(delivered), target: formatNumber(target) })}
      </span>
    </span>
  );
}
