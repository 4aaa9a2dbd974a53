import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { libraries as words } from '../../../i18n/pl/libraries.ts';
import { useText } from '../../../i18n/text.ts';
import { openNewEngagement } from '../../../state/newEngagement.ts';
import { goTo } from '../../../state/route.ts';
import { countText } from '../../../ui/Count.tsx';
import { formatDateShort, formatRange } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Sparkline } from '../../../ui/Sparkline.tsx';
import { StatusPill, type Tone } from '../../../ui/StatusPill.tsx';
import type { LibraryCard } from '../libraryForm.ts';
import styles from './card.module.css';
import { LinkRow } from './LinkRow.tsx';

export interface WorkSectionProps {
  readonly card: LibraryCard;
}

type WorkshopState = 'planned' | 'held' | 'cancelled';

const WORKSHOP_TONES: Readonly<Record<WorkshopState, Tone>> = {
  planned: 'info',
  held: 'ok',
  cancelled: 'neutral',
};

function isWorkshopState(state: string): state is WorkshopState {
  return Object.hasOwn(WORKSHOP_TONES, state);
}

function Empty({ children }: { readonly children: ReactNode }): ReactNode {
  return <p className={styles['quiet']}>{children}</p>;
}

/** The workshops in which the library takes part, the latest first. */
export function WorkshopsSection({ card }: WorkSectionProps): ReactNode {
  const t = useText();
  return (
    <Section title={t('libraries.workshops.title')} count={card.workshops.length || undefined}>
      {card.workshops.length === 0 && <Empty>{t('libraries.workshops.empty')}</Empty>}
      <ul>
        {card.workshops.map(({ id, title, moduleName, from, to, state, ...rest }) => (
          <LinkRow
            key={id}
            title={title}
            detail={[
              from !== null && to !== null ? formatRange(from, to) : null,
              moduleName === title ? null : moduleName,
              rest.otherLibraries === 0
                ? t('libraries.workshops.alone')
                : t('libraries.workshops.with', { count: rest.otherLibraries }),
              rest.reportNumber === null
                ? null
                : t('libraries.workshops.report', { number: rest.reportNumber }),
            ]
              .filter((part) => part !== null && part !== '')
              .join(' · ')}
            end={
              isWorkshopState(state) && (
                <StatusPill tone={WORKSHOP_TONES[state]}>
                  {t(`libraries.workshops.${state}`)}
                </StatusPill>
              )
            }
            onOpen={() => goTo({ place: 'workshops', workshopId: id })}
          />
        ))}
      </ul>
    </Section>
  );
}

/** The library's coaching processes. */
export function CoachingSection({ card }: WorkSectionProps): ReactNode {
  const t = useText();
  return (
    <Section
      title={t('libraries.coaching.title')}
      actions={
        <IconButton
          small
          label={t('libraries.coaching.create')}
          icon={<IconPlus />}
          onClick={() => openNewEngagement({ libraryId: card.library.id })}
        />
      }
    >
      {card.engagements.length === 0 && <Empty>{t('libraries.coaching.empty')}</Empty>}
      <ul>
        {card.engagements.map(
          ({ id, title, form, coachName, heldSessions, lastOn, hasAgreement }) => (
            <LinkRow
              key={id}
              title={title}
              detail={[
                t(`libraries.coaching.${form}`),
                coachName,
                heldSessions === 0
                  ? t('libraries.coaching.none')
                  : countText(heldSessions, 'session'),
                lastOn === null
                  ? null
                  : t('libraries.coaching.last', { date: formatDateShort(lastOn) }),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
              end={
                !hasAgreement && (
                  <StatusPill tone="waiting">{t('libraries.coaching.noAgreement')}</StatusPill>
                )
              }
              onOpen={() => goTo({ place: 'coaching', engagementId: id })}
            />
          ),
        )}
      </ul>
    </Section>
  );
}

function isGoalState(state: string): state is 'open' | 'reached' | 'dropped' {
  return ['open', 'reached', 'dropped'].includes(state);
}

/** Goals that the agreements let be seen, each with the line of its scores. */
export function GoalsSection({ card }: WorkSectionProps): ReactNode {
  const t = useText();
  return (
    <Section title={t('libraries.goals.title')} count={card.goals.length || undefined}>
      {card.goals.length === 0 && <Empty>{t('libraries.goals.empty')}</Empty>}
      <ul>
        {card.goals.map(({ id, engagementId, title, ownerName, state, scale, scores }) => (
          <LinkRow
            key={id}
            title={title}
            detail={[
              ownerName ?? t('libraries.goals.team'),
              isGoalState(state) ? t(`libraries.goals.${state}`) : null,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
            end={
              scores.length > 0 && (
                <Sparkline
                  label={title}
                  values={scores.map(({ value }) => value)}
                  min={scale === 'gas' ? -2 : 0}
                  max={scale === 'gas' ? 2 : 10}
                />
              )
            }
            onOpen={() => goTo({ place: 'coaching', engagementId })}
          />
        ))}
      </ul>
    </Section>
  );
}

/** Closed reports about the library's workshops and sessions. */
export function ReportsSection({ card }: WorkSectionProps): ReactNode {
  const t = useText();
  const reports = card.timeline.filter(({ kind }) => kind === 'report');
  return (
    <Section title={t('libraries.reports.title')} count={reports.length || undefined}>
      {reports.length === 0 && <Empty>{t('libraries.reports.empty')}</Empty>}
      <ul>
        {reports.map(({ id, openId, title, detail, on }) => (
          <LinkRow
            key={id}
            title={title}
            detail={detail}
            end={formatDateShort(on)}
            onOpen={() => goTo({ place: 'reports', reportId: openId ?? id })}
          />
        ))}
      </ul>
    </Section>
  );
}

/** Whether a state of a session has words. */
export function isSessionState(state: string): state is keyof typeof words.timeline.sessionState {
  return Object.hasOwn(words.timeline.sessionState, state);
}
