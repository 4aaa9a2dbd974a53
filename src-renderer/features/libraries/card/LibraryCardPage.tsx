import { IconLock } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { RecordHistory } from '../../../shell/history/RecordHistory.tsx';
import { planNewWorkshop } from '../../../state/newWorkshop.ts';
import { goTo } from '../../../state/route.ts';
import { useNewThing, useShortcut } from '../../../state/shortcuts.ts';
import { useStored } from '../../../state/useStored.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import type { LibraryCard } from '../libraryForm.ts';
import styles from './card.module.css';
import { CardHeader, LedgerBand } from './CardHeader.tsx';
import { CardTimeline } from './CardTimeline.tsx';
import { DetailsSection } from './DetailsSection.tsx';
import { ResourcesSection } from './ResourcesSection.tsx';
import { StepsSection } from './StepsSection.tsx';
import { TeamSection } from './TeamSection.tsx';
import {
  CoachingSection,
  GoalsSection,
  ReportsSection,
  WorkshopsSection,
} from './WorkSections.tsx';

/** A card opened by Enter takes the focus with it: the row that had it is gone. */
function useFocusOnOpening(): void {
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('main')?.focus();
  }, []);
}

function Card({ card }: { readonly card: LibraryCard }): ReactNode {
  const t = useText();
  return (
    <>
      <LedgerBand card={card} />
      <div className={styles['columns']}>
        <div className={styles['work']}>
          <div>
            <StepsSection steps={card.steps} />
            <GoalsSection card={card} />
            <WorkshopsSection card={card} />
          </div>
          <div>
            <CoachingSection card={card} />
            <ResourcesSection libraryId={card.library.id} resources={card.resources} />
            <ReportsSection card={card} />
          </div>
          {card.keptByAgreement > 0 && (
            <p className={styles['kept']}>
              <IconLock size={14} aria-hidden="true" />
              {t('libraries.card.kept', { count: card.keptByAgreement })}
            </p>
          )}
        </div>
        <div>
          <TeamSection card={card} />
          <DetailsSection library={card.library} />
          <CardTimeline entries={card.timeline} />
        </div>
      </div>
    </>
  );
}

export interface LibraryCardPageProps {
  readonly libraryId: string;
}

function toList(): void {
  goTo({ place: 'libraries' });
}

/** Karta Strefy: everything about one library, each thing leading to its place. */
export function LibraryCardPage({ libraryId }: LibraryCardPageProps): ReactNode {
  const t = useText();
  const card = useStored('library.get', { id: libraryId }, [libraryId]);
  useFocusOnOpening();
  useNewThing(t('libraries.card.planWorkshop'), () => planNewWorkshop({ libraryIds: [libraryId] }));
  useShortcut({
    id: 'to-list',
    keys: 'escape',
    label: t('libraries.card.backToList'),
    run: toList,
  });
  return (
    <Page
      header={
        card.kind === 'ready' ? (
          <CardHeader card={card.data} />
        ) : (
          <PageHeader
            title={t('libraries.card.title')}
            back={{ label: t('libraries.card.back'), onBack: toList }}
          />
        )
      }
    >
      <RecordHistory entity="library" id={libraryId} />
      <LoadedView of={card} failedTitle={t('libraries.card.failed')}>
        {(data) => <Card card={data} />}
      </LoadedView>
    </Page>
  );
}
