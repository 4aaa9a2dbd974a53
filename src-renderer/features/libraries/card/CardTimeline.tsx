import {
  IconCheck,
  IconFileText,
  IconMapPin,
  IconTargetArrow,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { libraries as words } from '../../../i18n/pl/libraries.ts';
import { useText } from '../../../i18n/text.ts';
import { goTo } from '../../../state/route.ts';
import { assertNever } from '../../../ui/assertNever.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Tone } from '../../../ui/StatusPill.tsx';
import { Timeline, type TimelineItem } from '../../../ui/Timeline.tsx';
import type { LibraryCard } from '../libraryForm.ts';
import styles from './card.module.css';
import { isSessionState } from './WorkSections.tsx';

type Entry = LibraryCard['timeline'][number];

/** How much of the line is shown before the person asks for all of it. */
const SHORT = 10;

const ICONS: Readonly<Record<Entry['kind'], ReactNode>> = {
  workshop: <IconUsersGroup />,
  session: <IconTargetArrow />,
  report: <IconFileText />,
  step: <IconCheck />,
  joined: <IconMapPin />,
};

function toneOf({ kind, state }: Entry): Tone {
  if (state === 'planned') return 'neutral';
  switch (kind) {
    case 'workshop':
    case 'session':
      return state === 'held' ? 'info' : 'neutral';
    case 'step':
      return state === 'done' ? 'ok' : 'neutral';
    case 'report':
      return 'ok';
    case 'joined':
      return 'neutral';
    default:
      return assertNever(kind);
  }
}

function openOf({ kind, openId }: Entry): (() => void) | undefined {
  if (openId === null) return undefined;
  switch (kind) {
    case 'workshop':
      return () => goTo({ place: 'workshops', workshopId: openId });
    case 'session':
      return () => goTo({ place: 'coaching', sessionId: openId });
    case 'report':
      return () => goTo({ place: 'reports', reportId: openId });
    case 'step':
    case 'joined':
      return undefined;
    default:
      return assertNever(kind);
  }
}

function isParticipation(state: string): state is keyof typeof words.state {
  return Object.hasOwn(words.state, state);
}

function useWords(): (entry: Entry) => Pick<TimelineItem, 'title' | 'body'> {
  const t = useText();
  return ({ kind, title, detail, state }) => {
    const body = detail === '' || detail === title ? undefined : detail;
    switch (kind) {
      case 'workshop':
        return { title, body };
      case 'session': {
        const said = isSessionState(state) ? t(`libraries.timeline.sessionState.${state}`) : '';
        return {
          title: t('libraries.timeline.session', { title }),
          body: [said, detail].filter((part) => part !== '').join(' · '),
        };
      }
      case 'report':
        return { title: t('libraries.timeline.report', { number: title }), body };
      case 'step':
        return {
          title:
            state === 'done'
              ? t('libraries.timeline.stepDone', { what: title })
              : t('libraries.timeline.stepDropped', { what: title }),
          body,
        };
      case 'joined':
        return {
          title: t('libraries.timeline.joined', { edition: title }),
          body: isParticipation(state) ? t(`libraries.state.${state}`) : undefined,
        };
      default:
        return assertNever(kind);
    }
  };
}

export interface CardTimelineProps {
  readonly entries: readonly Entry[];
}

/** Everything that happened with the library on one line of time, the newest first. */
export function CardTimeline({ entries }: CardTimelineProps): ReactNode {
  const t = useText();
  const say = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, SHORT);
  return (
    <Section title={t('libraries.timeline.title')}>
      {entries.length === 0 && <p className={styles['quiet']}>{t('libraries.timeline.empty')}</p>}
      <Timeline
        label={t('libraries.timeline.title')}
        items={shown.map((entry) => ({
          id: `${entry.kind} ${entry.id}`,
          date: entry.on,
          tone: toneOf(entry),
          icon: ICONS[entry.kind],
          onOpen: openOf(entry),
          ...say(entry),
        }))}
      />
      {entries.length > SHORT && (
        <p className={styles['more']}>
          <LinkButton onClick={() => setAll(!all)}>
            {all ? t('libraries.card.fewer') : t('libraries.card.all')}
          </LinkButton>
        </p>
      )}
    </Section>
  );
}
