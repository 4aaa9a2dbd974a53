import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { goTo } from '../../../state/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { countText } from '../../../ui/Count.tsx';
import { Fact, Facts } from '../../../ui/Facts.tsx';
import { formatDate, formatDuration } from '../../../ui/format.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { SidePanel } from '../../../ui/SidePanel.tsx';
import { Warning } from '../../../ui/Warning.tsx';
import styles from '../Coaching.module.css';
import type { EngagementRow } from './listFilters.ts';

interface EngagementPanelProps {
  readonly row: EngagementRow;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** The selected process in a few facts, beside the list. */
export function EngagementPanel({ row, onOpen, onClose }: EngagementPanelProps): ReactNode {
  const t = useText();
  const day = (date: string | null): string =>
    date === null ? t('coaching.list.noDate') : formatDate(date);
  return (
    <SidePanel
      title={row.title}
      subtitle={t(`coaching.form.${row.form}`)}
      onClose={onClose}
      actions={
        <Button icon={<IconArrowRight />} onClick={onOpen}>
          {t('coaching.list.open')}
        </Button>
      }
    >
      <div className={styles['stack']}>
        {!row.hasAgreement && (
          <Warning title={t('coaching.agreement.missingTitle')}>
            {t('coaching.agreement.missingBody')}
          </Warning>
        )}
        <Facts>
          <Fact label={t('coaching.list.library')}>
            <LinkButton onClick={() => goTo({ place: 'libraries', libraryId: row.libraryId })}>
              {row.libraryTown}
            </LinkButton>
          </Fact>
          <Fact label={t('coaching.list.people')}>{row.people.join(', ')}</Fact>
          <Fact label={t('coaching.list.coach')}>{row.coachName}</Fact>
          <Fact label={t('coaching.list.held')}>
            {countText(row.heldSessions, 'session')}
            {row.heldMinutes > 0 && `, ${formatDuration(row.heldMinutes)}`}
          </Fact>
          <Fact label={t('coaching.list.last')}>{day(row.lastOn)}</Fact>
          <Fact label={t('coaching.list.next')}>{day(row.nextOn)}</Fact>
          <Fact label={t('coaching.list.steps')}>{countText(row.openSteps, 'step')}</Fact>
        </Facts>
      </div>
    </SidePanel>
  );
}
