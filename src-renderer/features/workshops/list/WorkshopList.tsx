import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useMemo, useRef, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { planNewWorkshop } from '../../../state/newWorkshop.ts';
import { goTo } from '../../../state/route.ts';
import { useNewThing } from '../../../state/shortcuts.ts';
import { useStored } from '../../../state/useStored.ts';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/calendarDate.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import {
  filterWorkshops,
  NO_FILTERS,
  setFilters,
  useListStore,
  type EditionSpan,
  type WorkshopRow,
} from './listFilters.ts';
import { useColumns } from './useColumns.tsx';
import { WorkshopFilterBar } from './WorkshopFilterBar.tsx';
import styles from './WorkshopList.module.css';
import { WorkshopSummary } from './WorkshopSummary.tsx';

function openWorkshop(row: WorkshopRow): void {
  goTo({ place: 'workshops', workshopId: row.id });
}

interface LoadedListProps {
  readonly rows: readonly WorkshopRow[];
  readonly editions: readonly EditionSpan[];
}

function LoadedList({ rows, editions }: LoadedListProps): ReactNode {
  const t = useText();
  const columns = useColumns();
  const { filters, selectedId } = useListStore();
  const shown = useMemo(
    () => filterWorkshops(rows, filters, editions, today()),
    [rows, filters, editions],
  );

  const list = useRef<HTMLDivElement>(null);
  const enterList = (): void => {
    list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
    if (!shown.some(({ id }) => id === selectedId)) {
      useListStore.setState({ selectedId: shown[0]?.id ?? null });
    }
  };

  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<IconUsersGroup />}
        title={t('workshops.empty.title')}
        action={
          <Button kind="primary" icon={<IconPlus />} onClick={() => planNewWorkshop()}>
            {t('workshops.new')}
          </Button>
        }
      >
        {t('workshops.empty.body')}
      </EmptyState>
    );
  }
  return (
    <>
      <WorkshopFilterBar rows={rows} shown={shown.length} editions={editions} onDown={enterList} />
      <div ref={list} className={styles['list']}>
        <DataTable
          label={t('workshops.title')}
          rows={shown}
          columns={columns}
          rowKey={(row) => row.id}
          selectedKey={selectedId}
          onSelect={(row) => useListStore.setState({ selectedId: row.id })}
          onOpen={openWorkshop}
          initialSort={{ column: 'from', direction: 'down' }}
          empty={
            <EmptyState
              title={t('workshops.empty.filteredTitle')}
              action={
                <Button onClick={() => setFilters(NO_FILTERS)}>
                  {t('workshops.filters.clear')}
                </Button>
              }
            >
              {t('workshops.empty.filteredBody')}
            </EmptyState>
          }
        />
      </div>
    </>
  );
}

/** All workshops: filtered, sorted, the selected one beside the list. */
export function WorkshopList(): ReactNode {
  const t = useText();
  const list = useStored('workshop.list', {});
  const programme = useStored('edition.list', {});
  const selectedId = useListStore((state) => state.selectedId);
  const rows = list.kind === 'ready' ? list.data : [];
  const editions = programme.kind === 'ready' ? programme.data.editions : [];
  const selected = rows.find(({ id }) => id === selectedId);
  useNewThing(t('workshops.new'), () => planNewWorkshop());
  return (
    <Page
      fill
      header={
        <PageHeader
          title={t('workshops.title')}
          actions={
            rows.length > 0 && (
              <Button
                kind="primary"
                icon={<IconPlus />}
                shortcut="n"
                onClick={() => planNewWorkshop()}
              >
                {t('workshops.new')}
              </Button>
            )
          }
        />
      }
      aside={
        selected !== undefined && (
          <WorkshopSummary
            row={selected}
            onOpen={() => openWorkshop(selected)}
            onClose={() => useListStore.setState({ selectedId: null })}
          />
        )
      }
    >
      <LoadedView of={list}>
        {(loaded) => <LoadedList rows={loaded} editions={editions} />}
      </LoadedView>
    </Page>
  );
}
