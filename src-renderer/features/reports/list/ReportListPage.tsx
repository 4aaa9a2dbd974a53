import { IconFileText, IconSearch } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useText, type Translate } from '../../../i18n/text.ts';
import { routeOfSubject } from '../../../state/reportSubject.ts';
import { goTo } from '../../../state/route.ts';
import { useShortcut } from '../../../state/shortcuts.ts';
import { useStored } from '../../../state/useStored.ts';
import { today } from '../../../ui/calendarDate.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { formatDateNear } from '../../../ui/format.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import styles from '../Reports.module.css';
import { ReportPanel } from './ReportPanel.tsx';
import {
  countStages,
  filterReports,
  keyOf,
  latestCorrections,
  useReportFilters,
  type ReportRow,
  type ReportTab,
} from './reportStages.ts';
import { StagePill } from './StagePill.tsx';

const FILTER_ID = 'reports-filter';
const TABS = ['to-close', 'to-send', 'sent', 'all'] as const satisfies readonly ReportTab[];

/** Opens a report, closed or to be closed. */
export function openReport(row: ReportRow): void {
  goTo(row.reportId === null ? routeOfSubject(row) : { place: 'reports', reportId: row.reportId });
}

function columnsOf(
  t: Translate,
  latest: ReadonlyMap<string, number>,
): readonly Column<ReportRow>[] {
  return [
    {
      key: 'number',
      title: t('reports.list.number'),
      cell: (row) => <span data-figures>{row.number ?? '–'}</span>,
      sortBy: (row) => row.number,
      width: 112,
    },
    {
      key: 'title',
      title: t('reports.list.report'),
      cell: (row) => <strong className={styles['title']}>{row.title}</strong>,
      sortBy: (row) => row.title,
      width: '5fr',
    },
    {
      key: 'detail',
      title: t('reports.list.detail'),
      cell: (row) => row.detail,
      sortBy: (row) => row.detail,
      width: '3fr',
      from: 720,
    },
    {
      key: 'kind',
      title: t('reports.list.kind'),
      cell: (row) => t(`reports.kind.${row.kind}`),
      sortBy: (row) => row.kind,
      width: 96,
      from: 840,
    },
    {
      key: 'on',
      title: t('reports.list.on'),
      cell: (row) => formatDateNear(row.on, today()),
      sortBy: (row) => row.on,
      width: 108,
    },
    {
      key: 'stage',
      title: t('reports.list.stage'),
      cell: (row) => <StagePill row={row} latest={latest} />,
      sortBy: (row) => row.dispatch ?? (row.reportId === null ? '' : 'closed'),
      width: 152,
    },
  ];
}

interface ReportsProps {
  readonly rows: readonly ReportRow[];
  readonly latest: ReadonlyMap<string, number>;
  /** How many closed reports there are; the list holds only the latest. */
  readonly closedTotal: number;
}

function Reports({ rows, latest, closedTotal }: ReportsProps): ReactNode {
  const t = useText();
  const filters = useReportFilters();
  const columns = useMemo(
    () =>
      // A number is given at closing, so before it the column has nothing to say.
      columnsOf(t, latest).filter(({ key }) => key !== 'number' || filters.tab !== 'to-close'),
    [t, latest, filters.tab],
  );
  const shown = useMemo(() => filterReports(rows, latest, filters), [rows, latest, filters]);
  const counts = useMemo(() => countStages(rows, latest), [rows, latest]);
  const older = closedTotal - rows.filter((row) => row.reportId !== null).length;
  if (rows.length === 0) {
    return (
      <EmptyState title={t('reports.list.emptyTitle')} icon={<IconFileText />}>
        {t('reports.list.emptyBody')}
      </EmptyState>
    );
  }
  return (
    <>
      <Toolbar
        label={t('reports.list.filters')}
        end={older > 0 && t('reports.list.older', { count: older })}
      >
        <ChoiceField
          label={t('reports.list.which')}
          hideLabel
          options={TABS.map((tab) => ({
            value: tab,
            label:
              tab === 'all'
                ? t('reports.tab.all')
                : t('reports.list.tab', { name: t(`reports.tab.${tab}`), number: counts[tab] }),
          }))}
          value={filters.tab}
          onChange={(tab) => useReportFilters.setState({ tab: tab ?? 'all', selectedKey: null })}
        />
        <div id={FILTER_ID} className={styles['search']}>
          <TextField
            label={t('reports.list.search')}
            hideLabel
            type="search"
            placeholder={t('reports.list.search')}
            icon={<IconSearch size={16} />}
            value={filters.query}
            onEnter={() => shown[0] !== undefined && openReport(shown[0])}
            onChange={(query) => useReportFilters.setState({ query })}
          />
        </div>
      </Toolbar>
      <DataTable
        label={t('reports.title')}
        rows={shown}
        columns={columns}
        rowKey={keyOf}
        selectedKey={filters.selectedKey}
        onSelect={(row) => useReportFilters.setState({ selectedKey: keyOf(row) })}
        onOpen={openReport}
        empty={
          <EmptyState
            title={
              filters.query === '' ? t(`reports.none.${filters.tab}`) : t('reports.list.nothing')
            }
          >
            {filters.query === '' ? t('reports.list.tryOther') : t('reports.list.tryShorter')}
          </EmptyState>
        }
      />
    </>
  );
}

/** The list of reports in the order of the work: to close, to send, sent. */
export function ReportListPage(): ReactNode {
  const t = useText();
  const reports = useStored('report.list', {});
  const selectedKey = useReportFilters((filters) => filters.selectedKey);
  const rows = reports.kind === 'ready' ? reports.data.rows : null;
  const latest = useMemo(() => latestCorrections(rows ?? []), [rows]);
  const selected = rows?.find((row) => keyOf(row) === selectedKey);
  useShortcut({
    id: 'reports-search',
    keys: '/',
    label: t('reports.list.search'),
    run: () => document.querySelector<HTMLInputElement>(`#${FILTER_ID} input`)?.focus(),
  });
  return (
    <Page
      fill
      header={<PageHeader title={t('reports.title')} subtitle={t('reports.subtitle')} />}
      aside={
        selected !== undefined && (
          <ReportPanel
            row={selected}
            latest={latest}
            onOpen={() => openReport(selected)}
            onClose={() => useReportFilters.setState({ selectedKey: null })}
          />
        )
      }
    >
      <LoadedView of={reports}>
        {(data) => <Reports rows={data.rows} latest={latest} closedTotal={data.closedTotal} />}
      </LoadedView>
    </Page>
  );
}
