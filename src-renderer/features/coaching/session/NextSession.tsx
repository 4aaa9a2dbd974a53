import { IconCalendarCheck, IconCalendarPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EMPTY_GRROW } from '../../../../src-main/domain/coachingSession.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { goTo } from '../../../state/route.ts';
import { useStored } from '../../../state/useStored.ts';
import { Button } from '../../../ui/Button.tsx';
import { addDays, isDate } from '../../../ui/calendarDate.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { formatDate } from '../../../ui/format.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import type { AutosaveForm } from '../../../ui/useAutosave.ts';
import { Part, SeenBy } from './Part.tsx';
import styles from './Session.module.css';
import type { SessionPageData } from './SessionView.tsx';
import type { SessionValues } from './sessionValues.ts';

interface NextSessionProps {
  readonly page: SessionPageData;
  readonly form: AutosaveForm<SessionValues>;
}

const WEEKS_AHEAD = [1, 2, 3, 4] as const;
const A_WEEK = 7;

/** Puts the next session into the calendar, like this one in everything but the day. */
async function plan(page: SessionPageData, date: string): Promise<string> {
  const { session, engagement } = page;
  const planned = await call('session.save', {
    id: null,
    revision: null,
    engagementId: engagement.id,
    date,
    start: session.start,
    minutes: session.minutes,
    mode: session.mode,
    place: session.place,
    state: 'planned',
    stateReason: '',
    topic: '',
    presentIds: [],
    reportNotes: '',
    grrow: EMPTY_GRROW,
    nextSessionOn: null,
  });
  return planned.id;
}

function InCalendar({
  page,
  date,
}: {
  readonly page: SessionPageData;
  readonly date: string;
}): ReactNode {
  const t = useText();
  const engagement = useStored('engagement.get', { id: page.engagement.id }, [page.engagement.id]);
  if (engagement.kind !== 'ready') return null;
  const there = engagement.data.sessions.find(
    (session) => session.date === date && session.id !== page.session.id,
  );
  if (there !== undefined) {
    return (
      <span className={styles['planned']}>
        <IconCalendarCheck aria-hidden="true" />
        {t('coaching.next.planned')}{' '}
        <LinkButton
          onClick={() =>
            goTo({ place: 'coaching', engagementId: page.engagement.id, sessionId: there.id })
          }
        >
          {t('coaching.next.open')}
        </LinkButton>
      </span>
    );
  }
  const put = async (): Promise<void> => {
    try {
      const id = await plan(page, date);
      notifyWithUndo(t('coaching.next.put', { date: formatDate(date) }), async () => {
        await call('bin.remove', { entity: 'coachingSession', id });
      });
    } catch (error) {
      reportFailure(error, put);
    }
  };
  return (
    <Button icon={<IconCalendarPlus />} onClick={() => void put()}>
      {t('coaching.next.plan')}
    </Button>
  );
}

/** When one meets again. */
export function NextSession({ page, form }: NextSessionProps): ReactNode {
  const t = useText();
  const { date, nextSessionOn } = form.values;
  return (
    <Part
      title={t('coaching.next.title')}
      seenBy={<SeenBy agreement={page.agreement} field="nextSession" />}
    >
      <div className={styles['line']}>
        <div className={styles['date']}>
          <DateField label={t('coaching.next.date')} {...form.field('nextSessionOn')} />
        </div>
        {date !== null && isDate(date) && (
          <div className={styles['weeks']} role="group" aria-label={t('coaching.next.weeks')}>
            {WEEKS_AHEAD.map((weeks) => (
              <Button
                key={weeks}
                kind="quiet"
                onClick={() => form.set('nextSessionOn', addDays(date, weeks * A_WEEK))}
              >
                {t('coaching.next.inWeeks', { count: weeks })}
              </Button>
            ))}
          </div>
        )}
        {nextSessionOn !== null && isDate(nextSessionOn) && (
          <InCalendar page={page} date={nextSessionOn} />
        )}
      </div>
    </Part>
  );
}
