import { IconArrowRight, IconChecks } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { goTo } from '../../../state/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/calendarDate.ts';
import { countText } from '../../../ui/Count.tsx';
import { Fact, Facts } from '../../../ui/Facts.tsx';
import { formatRange, formatWeekday } from '../../../ui/format.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { SidePanel } from '../../../ui/SidePanel.tsx';
import { StandingPill } from '../StandingPill.tsx';
import { waitsForAttendance, type WorkshopRow } from './listFilters.ts';
import styles from './WorkshopSummary.module.css';

export interface WorkshopSummaryProps {
  readonly row: WorkshopRow;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** The selected workshop beside the list: enough to know which one it is and what it waits for. */
export function WorkshopSummary({ row, onOpen, onClose }: WorkshopSummaryProps): ReactNode {
  const t = useText();
  const toConfirm = waitsForAttendance(row, today());
  return (
    <SidePanel
      title={row.title}
      subtitle={row.moduleName === row.title ? undefined : row.moduleName}
      onClose={onClose}
      actions={
        <>
          <Button icon={<IconArrowRight />} onClick={onOpen}>
            {t('workshops.open')}
          </Button>
          {toConfirm && (
            <Button
              icon={<IconChecks />}
              onClick={() => goTo({ place: 'workshops', workshopId: row.id, tab: 'attendance' })}
            >
              {t('workshops.confirmAttendance')}
            </Button>
          )}
        </>
      }
    >
      <Facts>
        <Fact label={t('workshops.column.state')}>
          <StandingPill state={row.state} toConfirm={toConfirm} />
        </Fact>
        <Fact label={t('workshops.column.when')}>
          {row.from === null || row.to === null
            ? t('workshops.noDate')
            : `${formatRange(row.from, row.to)} (${formatWeekday(row.from, 'short')})`}
          <span className={styles['soft']}> · {countText(row.days, 'day')}</span>
        </Fact>
        <Fact label={t('workshops.column.lead')}>
          {[row.leadTrainerName, ...row.trainerNames].join(', ')}
        </Fact>
        <Fact label={t('workshops.column.libraries')}>
          <ul className={styles['libraries']}>
            {row.libraries.map(({ id, town }) => (
              <li key={id}>
                <LinkButton onClick={() => goTo({ place: 'libraries', libraryId: id })}>
                  {town}
                </LinkButton>
              </li>
            ))}
          </ul>
        </Fact>
        <Fact label={t('workshops.column.venue')}>
          {row.venueTown === '' ? t('workshops.noVenue') : row.venueTown}
        </Fact>
        <Fact label={t('workshops.column.report')}>
          {row.reportNumber ?? t('workshops.noReport')}
        </Fact>
      </Facts>
    </SidePanel>
  );
}
