import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { notify } from '../../state/notices.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Ledger } from '../../ui/Ledger.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { LEDGER, ROWS, type SampleRow } from './samples.ts';

export interface TableSamplesProps {
  readonly selected: SampleRow | null;
  readonly onSelect: (row: SampleRow) => void;
}

function useColumns(): readonly Column<SampleRow>[] {
  const t = useText();
  return [
    {
      key: 'town',
      title: t('gallery.rows.town'),
      cell: (row) => row.town,
      sortBy: (row) => row.town,
      width: '2fr',
    },
    {
      key: 'name',
      title: t('gallery.rows.name'),
      cell: (row) => t('gallery.rows.library', { town: row.town }),
      width: '3fr',
      from: 800,
    },
    {
      key: 'voivodeship',
      title: t('gallery.rows.voivodeship'),
      cell: (row) => row.voivodeship,
      sortBy: (row) => row.voivodeship,
      width: '2fr',
      from: 640,
    },
    {
      key: 'population',
      title: t('gallery.rows.population'),
      cell: (row) => (row.population === null ? '–' : formatNumber(row.population)),
      sortBy: (row) => row.population,
      width: 104,
      align: 'end',
    },
    {
      key: 'days',
      title: t('gallery.rows.days'),
      cell: () => <Ledger modules={LEDGER} />,
      width: 190,
      from: 720,
    },
    {
      key: 'state',
      title: t('gallery.rows.state'),
      cell: (row) => (
        <StatusPill tone={row.accepted ? 'ok' : 'neutral'}>
          {row.accepted ? t('gallery.rows.accepted') : t('gallery.rows.resigned')}
        </StatusPill>
      ),
      sortBy: (row) => Number(row.accepted),
      width: 128,
    },
  ];
}

/** A table as long as ten years of work. */
export function TableSamples({ selected, onSelect }: TableSamplesProps): ReactNode {
  const t = useText();
  return (
    <DataTable
      label={t('gallery.table')}
      rows={ROWS}
      columns={useColumns()}
      rowKey={(row) => row.id}
      initialSort={{ column: 'town', direction: 'up' }}
      selectedKey={selected?.id ?? null}
      onSelect={onSelect}
      onOpen={(row) => notify(t('gallery.rows.opened', { name: row.town }), 'info')}
    />
  );
}
