import { useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { useText } from '../../../i18n/text.ts';
import { goTo } from '../../../state/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/calendarDate.ts';
import { formatDateNear, formatDuration } from '../../../ui/format.ts';
import { Section } from '../../../ui/Section.tsx';
import { StatusPill } from '../../../ui/StatusPill.tsx';
import { SESSION_TONES } from '../parts/sessionTones.ts';
import styles from './Process.module.css';

type EngagementPage = CallOutput<'engagement.get'>;
type Session = EngagementPage['sessions'][number];

const SHOWN_AT_FIRST = 8;

function SessionLine({
  session,
  engagementId,
}: {
  readonly session: Session;
  readonly engagementId: string;
}): ReactNode {
  const t = useText();
  const closed = session.reportNumber !== null;
  return (
    <li>
      <button
        type="button"
        className={styles['session']}
        onClick={() => goTo({ place: 'coaching', engagementId, sessionId: session.id })}
      >
        <span className={styles['number']}>{session.number ?? '–'}</span>
        <span className={styles['date']}>
          {formatDateNear(session.date, today())}
          {session.start !== null && ` ${session.start}`}
        </span>
        <span className={styles['topic']} data-empty={session.topic === '' || undefined}>
          {session.topic === '' ? t('coaching.process.noTopic') : session.topic}
        </span>
        <span className={styles['facts']}>
          <span data-figures>{formatDuration(session.minutes)}</span>
          {session.state !== 'held' ? (
            <StatusPill tone={SESSION_TONES[session.state]}>
              {t(`coaching.state.${session.state}`)}
            </StatusPill>
          ) : (
            <StatusPill tone={closed ? 'ok' : 'waiting'}>
              {session.reportNumber ?? t('coaching.process.reportOpen')}
            </StatusPill>
          )}
        </span>
      </button>
    </li>
  );
}

/** The sessions of a process, latest first. */
export function SessionList({ page }: { readonly page: EngagementPage }): ReactNode {
  const t = useText();
  const [all, setAll] = useState(false);
  const { sessions, engagement } = page;
  const shown = all ? sessions : sessions.slice(0, SHOWN_AT_FIRST);
  return (
    <Section title={t('coaching.process.sessions')} count={sessions.length}>
      {sessions.length === 0 && (
        <p className={styles['quiet']}>{t('coaching.process.noSessions')}</p>
      )}
      <ul className={styles['rows']}>
        {shown.map((session) => (
          <SessionLine key={session.id} session={session} engagementId={engagement.id} />
        ))}
      </ul>
      {shown.length < sessions.length && (
        <div className={styles['more']}>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {t('coaching.process.allSessions', { count: sessions.length })}
          </Button>
        </div>
      )}
    </Section>
  );
}
