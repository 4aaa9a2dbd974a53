import { IconMessages, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useText, type Translate } from '../../../i18n/text.ts';
import { openNewEngagement } from '../../../state/newEngagement.ts';
import { goTo } from '../../../state/route.ts';
import { useNewThing, useShortcut } from '../../../state/shortcuts.ts';
import { useStored } from '../../../state/useStored.ts';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/calendarDate.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { formatDateNear } from '../../../ui/format.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { StatusPill } from '../../../ui/StatusPill.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import styles from '../Coaching.module.css';
import { EngagementPanel } from './EngagementPanel.tsx';
import { filterEngagements, useEngagementFilters, type EngagementRow } from './listFilters.ts';

const FILTER_ID = 'coaching-filter';

function open(row: EngagementRow): void {
  goTo({ place: 'coaching', engagementId: row.id });
}

function columnsOf(t: Translate): readonly Column<EngagementRow>[] {
  const now = today();
  const day = (date: string | null): string => (date === null ? '–' : formatDateNear(date, now));
  return [
    {
      key: 'town',
      title: t('coaching.list.library'),
      cell: (row) => <strong className={styles['town']}>{row.libraryTown}</strong>,
      sortBy: (row) => row.libraryTown,
      width: '3fr',
    },
    {
      key: 'title',
      title: t('coaching.list.process'),
      cell: (row) => row.title,
      sortBy: (row) => row.title,
      width: '4fr',
    },
    {
      key: 'form',
      title: t('coaching.list.form'),
      cell: (row) => t(`coaching.form.${row.form}`),
      sortBy: (row) => row.form,
      width: 112,
      from: 1000,
    },
    {
      key: 'coach',
      title: t('coaching.list.coach'),
      cell: (row) => row.coachName,
      sortBy: (row) => row.coachName,
      width: '3fr',
      from: 860,
    },
    {
      key: 'held',
      title: t('coaching.list.heldShort'),
      cell: (row) => <span data-figures>{row.heldSessions}</span>,
      sortBy: (row) => row.heldSessions,
      align: 'end',
      width: 56,
    },
    {
      key: 'last',
      title: t('coaching.list.last'),
      cell: (row) => day(row.lastOn),
      sortBy: (row) => row.lastOn,
      width: 116,
      from: 760,
    },
    {
      key: 'next',
      title: t('coaching.list.next'),
      cell: (row) => day(row.nextOn),
      sortBy: (row) => row.nextOn,
      width: 104,
      from: 600,
    },
    {
      key: 'steps',
      title: t('coaching.list.stepsShort'),
      cell: (row) => (row.openSteps === 0 ? '–' : row.openSteps),
      sortBy: (row) => row.openSteps,
      align: 'end',
      width: 56,
      from: 480,
    },
    {
      key: 'agreement',
      title: t('coaching.list.agreement'),
      cell: (row) =>
        row.hasAgreement ? (
          t('coaching.list.agreementThere')
        ) : (
          <StatusPill tone="waiting">{t('coaching.list.agreementMissing')}</StatusPill>
        ),
      sortBy: (row) => (row.hasAgreement ? 1 : 0),
      width: 84,
    },
  ];
}

interface FiltersProps {
  readonly shown: readonly EngagementRow[];
  readonly all: number;
}

function Filters({ shown, all }: FiltersProps): ReactNode {
  const t = useText();
  const { query, stage } = useEngagementFilters();
  return (
    <Toolbar
      label={t('coaching.list.filters')}
      end={t('coaching.list.shown', { shown: shown.length, all })}
    >
      <div id={FILTER_ID} className={styles['search']}>
        <TextField
          label={t('coaching.list.search')}
          hideLabel
          type="search"
          placeholder={t('coaching.list.search')}
          icon={<IconSearch size={16} />}
          value={query}
          onEnter={() => shown[0] !== undefined && open(shown[0])}
          onChange={(words) => useEngagementFilters.setState({ query: words })}
        />
      </div>
      <ChoiceField
        label={t('coaching.list.stage')}
        hideLabel
        options={[
          { value: 'running', label: t('coaching.list.running') },
          { value: 'ended', label: t('coaching.list.ended') },
          { value: 'all', label: t('coaching.list.all') },
        ]}
        value={stage}
        onChange={(next) => useEngagementFilters.setState({ stage: next ?? 'all' })}
      />
    </Toolbar>
  );
}

function Engagements({ rows }: { readonly rows: readonly EngagementRow[] }): ReactNode {
  const t = useText();
  const filters = useEngagementFilters();
  const columns = useMemo(() => columnsOf(t), [t]);
  const shown = useMemo(() => filterEngagements(rows, filters), [rows, filters]);
  if (rows.length === 0) {
    return (
      <EmptyState
        title={t('coaching.list.emptyTitle')}
        icon={<IconMessages />}
        action={
          <Button
            kind="primary"
            icon={<IconPlus />}
            shortcut="n"
            onClick={() => openNewEngagement()}
          >
            {t('coaching.list.create')}
          </Button>
        }
      >
        {t('coaching.list.emptyBody')}
      </EmptyState>
    );
  }
  return (
    <>
      <Filters shown={shown} all={rows.length} />
      <DataTable
        label={t('coaching.list.label')}
        rows={shown}
        columns={columns}
        rowKey={(row) => row.id}
        selectedKey={filters.selectedId}
        onSelect={(row) => useEngagementFilters.setState({ selectedId: row.id })}
        onOpen={open}
        empty={
          <EmptyState
            title={t('coaching.list.nothingTitle')}
            action={
              <Button onClick={() => useEngagementFilters.setState({ query: '', stage: 'all' })}>
                {t('coaching.list.showAll')}
              </Button>
            }
          >
            {t('coaching.list.nothingBody')}
          </EmptyState>
        }
      />
    </>
  );
}

/** The list of coaching processes, with the selected one beside it. */
export function EngagementListPage(): ReactNode {
  const t = useText();
  const engagements = useStored('engagement.list', {});
  const selectedId = useEngagementFilters((filters) => filters.selectedId);
  const selected =
    engagements.kind === 'ready'
      ? engagements.data.find((row) => row.id === selectedId)
      : undefined;
  useNewThing(t('coaching.list.create'), () => openNewEngagement());
  useShortcut({
    id: 'coaching-search',
    keys: '/',
    label: t('coaching.list.search'),
    run: () => document.querySelector<HTMLInputElement>(`#${FILTER_ID} input`)?.focus(),
  });
  return (
    <Page
      fill
      header={
        <PageHeader
          title={t('coaching.title')}
          subtitle={t('coaching.subtitle')}
          actions={
            // An empty list offers the same step in its middle.
            engagements.kind === 'ready' &&
            engagements.data.length > 0 && (
              <Button
                kind="primary"
                icon={<IconPlus />}
                shortcut="n"
                onClick={() => openNewEngagement()}
              >
                {t('coaching.list.create')}
              </Button>
            )
          }
        />
      }
      aside={
        selected !== undefined && (
          <EngagementPanel
            row={selected}
            onOpen={() => open(selected)}
            onClose={() => useEngagementFilters.setState({ selectedId: null })}
          />
        )
      }
    >
      <LoadedView of={engagements}>{(rows) => <Engagements rows={rows} />}</LoadedView>
    </Page>
  );
}
