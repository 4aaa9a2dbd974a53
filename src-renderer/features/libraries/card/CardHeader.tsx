import { IconCalendarPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ParticipationState } from '../../../../src-main/domain/library.ts';
import { useText } from '../../../i18n/text.ts';
import { HistoryButton } from '../../../shell/history/HistoryMenuItem.tsx';
import { planNewWorkshop } from '../../../state/newWorkshop.ts';
import { goTo } from '../../../state/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Ledger } from '../../../ui/Ledger.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { StatusPill, type Tone } from '../../../ui/StatusPill.tsx';
import type { LibraryCard } from '../libraryForm.ts';
import styles from './card.module.css';
import { ledgerModules, workshopOfCell } from './ledgerModules.ts';

const TONES: Readonly<Record<ParticipationState, Tone>> = {
  applied: 'waiting',
  accepted: 'ok',
  'network-meetings-only': 'info',
  withdrawn: 'neutral',
  finished: 'neutral',
};

export interface CardHeaderProps {
  readonly card: LibraryCard;
}

function useSubtitle({ library }: LibraryCard): string {
  const t = useText();
  const { name, voivodeship, population, populationYear } = library;
  const inhabitants = (): string | null => {
    if (population === null) return null;
    const people = formatNumber(population);
    return populationYear === null
      ? t('libraries.card.population', { people })
      : t('libraries.card.populationIn', { people, year: populationYear });
  };
  return [name, voivodeship, inhabitants()]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

/** The head of a Karta Strefy: the town, its library, and its part in each edition. */
export function CardHeader({ card }: CardHeaderProps): ReactNode {
  const t = useText();
  const { library, participations } = card;
  return (
    <PageHeader
      back={{ label: t('libraries.card.back'), onBack: () => goTo({ place: 'libraries' }) }}
      title={library.town}
      subtitle={useSubtitle(card)}
      meta={participations.map(({ participation, editionName }) => (
        <StatusPill key={participation.id} tone={TONES[participation.state]}>
          {editionName}: {t(`libraries.state.${participation.state}`)}
        </StatusPill>
      ))}
      actions={
        <>
          <HistoryButton entity="library" id={library.id} />
          <Button
            icon={<IconCalendarPlus />}
            shortcut="n"
            onClick={() => planNewWorkshop({ libraryIds: [library.id] })}
          >
            {t('libraries.card.planWorkshop')}
          </Button>
        </>
      }
    />
  );
}

/** Dni szkoleniowe: every planned day of every module as a cell; a dated one opens its workshop. */
export function LedgerBand({ card }: CardHeaderProps): ReactNode {
  const t = useText();
  if (card.ledgers.length === 0)
    return <p className={styles['quiet']}>{t('libraries.card.noLedger')}</p>;
  return (
    <div className={styles['band']}>
      {card.ledgers.map((ledger) => (
        <section key={ledger.editionId} aria-label={t('libraries.card.ledger')}>
          <div className={styles['bandHead']}>
            <h2 className={styles['bandTitle']}>{t('libraries.card.ledger')}</h2>
            <p className={styles['quiet']}>
              {ledger.editionName}
              {' · '}
              {t('libraries.card.ledgerSum', {
                delivered: formatNumber(ledger.delivered),
                target: formatNumber(ledger.target),
              })}
              {ledger.scheduled > 0 &&
                `, ${t('libraries.card.ledgerPlanned', { planned: formatNumber(ledger.scheduled) })}`}
            </p>
          </div>
          <Ledger
            size="page"
            modules={ledgerModules(ledger, t('libraries.card.otherModule'))}
            onOpen={(moduleKey, index) => {
              const workshopId = workshopOfCell(ledger, moduleKey, index);
              if (workshopId !== null) goTo({ place: 'workshops', workshopId });
            }}
          />
        </section>
      ))}
    </div>
  );
}
