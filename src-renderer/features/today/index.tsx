import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { planNewWorkshop } from '../../state/newWorkshop.ts';
import { useNewThing } from '../../state/shortcuts.ts';
import { useStored } from '../../state/useStored.ts';
import { today as dayNow } from '../../ui/calendarDate.ts';
import { formatDate, formatWeekday } from '../../ui/format.ts';
import { LoadedView } from '../../ui/LoadedView.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { NextUp } from './NextUp.tsx';
import { Progress } from './Progress.tsx';
import { SafetyBanner } from './SafetyBanner.tsx';
import styles from './today.module.css';
import { Unfinished } from './Unfinished.tsx';

/** Dziś: what is next, what was left unfinished, how far the programme is. */
export default function TodayPage(): ReactNode {
  const t = useText();
  const view = useStored('today.get', {});
  const date = view.kind === 'ready' ? view.data.today : dayNow();
  useNewThing(t('today.next.plan'), () => planNewWorkshop());

  return (
    <Page
      header={
        <PageHeader
          title={t('today.title')}
          subtitle={`${formatWeekday(date)}, ${formatDate(date)}`}
        />
      }
    >
      <SafetyBanner today={date} />
      <LoadedView of={view} failedTitle={t('today.failed')}>
        {({ today, next, unfinished, unfinishedMore, totals }) => (
          <div className={styles['columns']}>
            <NextUp next={next} today={today} />
            <div>
              <Unfinished things={unfinished} more={unfinishedMore} today={today} />
              <Progress totals={totals} />
            </div>
          </div>
        )}
      </LoadedView>
    </Page>
  );
}
