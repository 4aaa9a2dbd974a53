import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { RecordHistory } from '../../../shell/history/RecordHistory.tsx';
import { planNewWorkshop } from '../../../state/newWorkshop.ts';
import { goTo, useRouteOf } from '../../../state/route.ts';
import { useNewThing, useShortcut } from '../../../state/shortcuts.ts';
import { useStored } from '../../../state/useStored.ts';
import { assertNever } from '../../../ui/assertNever.ts';
import { today } from '../../../ui/calendarDate.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { findWorkshopDraft, type WorkshopDraft } from '../workshopDraft.ts';
import { AgendaTab } from './AgendaTab.tsx';
import { AttendanceTab } from './AttendanceTab.tsx';
import { HomeStepsTab } from './HomeStepsTab.tsx';
import styles from './page.module.css';
import {
  tabOf,
  TABS,
  useDraftParts,
  type DraftParts,
  type Tab,
  type WorkshopData,
} from './pageData.ts';
import { PlanTab } from './PlanTab.tsx';
import { ReportTab } from './ReportTab.tsx';
import { WordsTab } from './WordsTab.tsx';
import { WorkshopHeader } from './WorkshopHeader.tsx';

interface ContentProps {
  readonly tab: Tab;
  readonly data: WorkshopData;
  readonly drafts: DraftParts;
  readonly openTab: (tab: Tab) => void;
}

function Content({ tab, data, drafts, openTab }: ContentProps): ReactNode {
  switch (tab) {
    case 'plan':
      return <PlanTab data={data} drafts={drafts} />;
    case 'agenda':
      return <AgendaTab data={data} />;
    case 'attendance':
      return <AttendanceTab data={data} />;
    case 'steps':
      return <HomeStepsTab data={data} />;
    case 'words':
      return <WordsTab data={data} drafts={drafts} />;
    case 'report':
      return <ReportTab data={data} openTab={openTab} />;
    default:
      return assertNever(tab);
  }
}

/** How many things wait in a tab; 0 for none. */
function waitingIn(tab: Tab, data: WorkshopData): number {
  if (data.workshop.state === 'cancelled') return 0;
  const now = today();
  const past = data.days.filter(({ date }) => date <= now);
  if (tab === 'attendance') {
    return past.filter(({ attendanceConfirmedAt }) => attendanceConfirmedAt === null).length;
  }
  if (tab !== 'report' || past.length < data.days.length) return 0;
  return data.report === null ? 1 : 0;
}

function useTabShortcut(tab: Tab, openTab: (tab: Tab) => void): void {
  const t = useText();
  useShortcut({
    id: `workshop-${tab}`,
    keys: String(TABS.indexOf(tab) + 1),
    label: t(`workshops.tab.${tab}`),
    run: () => openTab(tab),
  });
}

interface LoadedPageProps {
  readonly data: WorkshopData;
  readonly draft: WorkshopDraft | null;
}

function LoadedPage({ data, draft }: LoadedPageProps): ReactNode {
  const t = useText();
  const { id } = data.workshop;
  const tab = tabOf(useRouteOf('workshops')?.tab);
  const drafts = useDraftParts(id, draft);
  const openTab = (next: Tab): void => {
    goTo({ place: 'workshops', workshopId: id, tab: next }, { replace: true });
  };
  useNewThing(t('workshops.new'), () => planNewWorkshop());
  useShortcut({
    id: 'workshop-close',
    keys: 'escape',
    label: t('workshops.backToList'),
    run: () => goTo({ place: 'workshops' }),
  });
  useTabShortcut('plan', openTab);
  useTabShortcut('agenda', openTab);
  useTabShortcut('attendance', openTab);
  useTabShortcut('steps', openTab);
  useTabShortcut('words', openTab);
  useTabShortcut('report', openTab);
  return (
    <Page header={<WorkshopHeader data={data} />}>
      <Tabs value={tab} onChange={(next) => openTab(tabOf(next ?? undefined))} keepMounted={false}>
        <Tabs.List aria-label={t('workshops.tab.label')}>
          {TABS.map((one) => {
            const waiting = waitingIn(one, data);
            return (
              <Tabs.Tab key={one} value={one}>
                {t(`workshops.tab.${one}`)}
                {waiting > 0 && (
                  <>
                    <span className={styles['dot']} aria-hidden="true" />
                    <span className="visually-hidden">, {t('workshops.tab.waiting')}</span>
                  </>
                )}
              </Tabs.Tab>
            );
          })}
        </Tabs.List>
        {TABS.map((one) => (
          <Tabs.Panel key={one} value={one} className={styles['panel'] ?? ''}>
            {one === tab && <Content tab={one} data={data} drafts={drafts} openTab={openTab} />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

export interface WorkshopPageProps {
  readonly workshopId: string;
}

function WorkshopView({ workshopId }: WorkshopPageProps): ReactNode {
  const t = useText();
  const page = useStored('workshop.get', { id: workshopId }, [workshopId]);
  const draft = useLoaded(() => findWorkshopDraft(workshopId), [workshopId]);
  if (page.kind === 'ready' && draft.kind === 'ready') {
    return <LoadedPage data={page.data} draft={draft.data} />;
  }
  const header = (
    <PageHeader
      title={t('workshops.one')}
      back={{ label: t('workshops.title'), onBack: () => goTo({ place: 'workshops' }) }}
    />
  );
  return (
    <Page header={header}>
      <LoadedView of={page} failedTitle={t('workshops.failedOne')}>
        {() => <LoadedView of={draft}>{() => null}</LoadedView>}
      </LoadedView>
    </Page>
  );
}

/** One workshop: its plan, agenda, attendance, tasks to do at home, words and report; its last changes can be undone. */
export function WorkshopPage({ workshopId }: WorkshopPageProps): ReactNode {
  return (
    <>
      <RecordHistory entity="workshop" id={workshopId} />
      <WorkshopView workshopId={workshopId} />
    </>
  );
}
