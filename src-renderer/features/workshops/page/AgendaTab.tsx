import { useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useStored } from '../../../state/useStored.ts';
import { today } from '../../../ui/calendarDate.ts';
import { CheckField } from '../../../ui/CheckField.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import styles from './agenda.module.css';
import { AgendaDay } from './AgendaDay.tsx';
import { findBlockDrafts } from './blockDrafts.ts';
import type { WorkshopData } from './pageData.ts';

/** The minutes of one training hour where no edition says it. */
const USUAL_HOUR = 60;

/** The agenda of each day: planned, and beside it how it went. */
export function AgendaTab({ data }: { readonly data: WorkshopData }): ReactNode {
  const t = useText();
  const drafts = useLoaded(findBlockDrafts, []);
  const programme = useStored('edition.list', {});
  const [chosen, setChosen] = useState<boolean | null>(null);
  const begun = data.days.some(({ date }) => date <= today());
  const withOutcomes = chosen ?? (begun || data.agenda.some(({ outcome }) => outcome !== null));
  const editions = programme.kind === 'ready' ? programme.data.editions : [];
  const edition = editions.find(({ id }) => id === data.workshop.editionId);
  return (
    <div className={styles['tab']} data-outcomes={withOutcomes || undefined}>
      <div className={styles['top']}>
        <p className={styles['hint']}>{t('workshops.agenda.hint')}</p>
        <CheckField
          kind="switch"
          label={t('workshops.agenda.withOutcomes')}
          value={withOutcomes}
          onChange={setChosen}
        />
      </div>
      <LoadedView of={drafts}>
        {(kept) =>
          data.days.map((day, index) => (
            <AgendaDay
              key={day.id}
              day={day}
              number={index + 1}
              items={data.agenda.filter(({ dayId }) => dayId === day.id)}
              hourUnit={edition?.hourUnitMinutes ?? USUAL_HOUR}
              withOutcomes={withOutcomes}
              drafts={kept}
            />
          ))
        }
      </LoadedView>
    </div>
  );
}
