import { useMemo } from 'react';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../ui/calendarDate.ts';
import type { Column } from '../../../ui/DataTable.tsx';
import { formatNumber, formatRange } from '../../../ui/format.ts';
import { StandingPill } from '../StandingPill.tsx';
import { waitsForAttendance, type WorkshopRow } from './listFilters.ts';
import styles from './WorkshopList.module.css';

/** The columns of the list of workshops. */
export function useColumns(): readonly Column<WorkshopRow>[] {
  const t = useText();
  const now = today();
  return useMemo(
    () => [
      {
        key: 'from',
        title: t('workshops.column.when'),
        width: 212,
        sortBy: (row) => row.from,
        cell: (row) =>
          row.from === null || row.to === null ? (
            <span className={styles['faint']}>{t('workshops.noDate')}</span>
          ) : (
            formatRange(row.from, row.to)
          ),
      },
      {
        key: 'title',
        title: t('workshops.column.title'),
        width: '4fr',
        sortBy: (row) => row.title,
        cell: (row) => <span className={styles['title']}>{row.title}</span>,
      },
      {
        key: 'libraries',
        title: t('workshops.column.libraries'),
        width: '3fr',
        sortBy: (row) => row.libraries[0]?.town ?? null,
        cell: (row) => row.libraries.map(({ town }) => town).join(', '),
      },
      {
        key: 'lead',
        title: t('workshops.column.lead'),
        width: '2fr',
        from: 720,
        sortBy: (row) => row.leadTrainerName,
        cell: (row) => row.leadTrainerName,
      },
      {
        key: 'days',
        title: t('workshops.column.days'),
        width: 52,
        align: 'end',
        from: 1100,
        sortBy: (row) => row.days,
        cell: (row) => formatNumber(row.days),
      },
      {
        key: 'state',
        title: t('workshops.column.state'),
        width: 148,
        sortBy: (row) => (waitsForAttendance(row, now) ? '' : row.state),
        cell: (row) => <StandingPill state={row.state} toConfirm={waitsForAttendance(row, now)} />,
      },
      {
        key: 'report',
        title: t('workshops.column.report'),
        width: 108,
        from: 860,
        sortBy: (row) => row.reportNumber,
        cell: (row) => row.reportNumber ?? '',
      },
    ],
    [t, now],
  );
}
