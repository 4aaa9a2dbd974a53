import { IconArrowRight, IconCircle, IconCircleCheck, IconCircleDot } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { textIfAny, useText } from '../../../i18n/text.ts';
import { routeOfSubject } from '../../../state/reportSubject.ts';
import { goTo } from '../../../state/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { isDate } from '../../../ui/calendarDate.ts';
import { formatDate } from '../../../ui/format.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { StatusPill } from '../../../ui/StatusPill.tsx';
import type { Tab, WorkshopData } from './pageData.ts';
import styles from './report.module.css';

type Missing = WorkshopData['missing'][number];

/** The tab in which a missing thing is filled in. */
const FILLED_IN: Readonly<Record<string, Tab>> = {
  libraries: 'plan',
  days: 'plan',
  participants: 'attendance',
  attendanceConfirmed: 'attendance',
  attendanceMarks: 'attendance',
  agendaOutcomes: 'agenda',
  summary: 'words',
  conclusions: 'words',
};

function MissingLine({
  missing,
  openTab,
}: {
  readonly missing: Missing;
  readonly openTab: (tab: Tab) => void;
}) {
  const t = useText();
  const { field, about, blocking } = missing;
  const words = textIfAny(`workshops.missing.${field}`) ?? field;
  const tab = FILLED_IN[field] ?? 'plan';
  return (
    <li className={styles['missing']} data-blocking={blocking || undefined}>
      <span className={styles['icon']} aria-hidden="true">
        {blocking ? <IconCircleDot /> : <IconCircle />}
      </span>
      <span>
        {words}
        {about !== null && `: ${isDate(about) ? formatDate(about) : about}`}
        <span className={styles['weight']}>
          {blocking ? t('workshops.report.blocking') : t('workshops.report.advised')}
        </span>
      </span>
      <LinkButton onClick={() => openTab(tab)}>
        {t('workshops.report.fillIn', { tab: t(`workshops.tab.${tab}`) })}
      </LinkButton>
    </li>
  );
}

export interface ReportTabProps {
  readonly data: WorkshopData;
  readonly openTab: (tab: Tab) => void;
}

/** What the workshop's report still lacks, and the way to it. */
export function ReportTab({ data, openTab }: ReportTabProps): ReactNode {
  const t = useText();
  const { missing, report, workshop } = data;
  const blocking = missing.filter((one) => one.blocking).length;
  const open = (): void => goTo(routeOfSubject({ kind: 'workshop', subjectId: workshop.id }));
  return (
    <div className={styles['tab']}>
      {report !== null && (
        <p className={styles['closed']}>
          <StatusPill tone="ok">
            {t('workshops.report.closed', { number: report.number })}
          </StatusPill>
        </p>
      )}
      {report === null && missing.length === 0 && (
        <p className={styles['ready']}>
          <IconCircleCheck size={18} aria-hidden="true" />
          {t('workshops.report.complete')}
        </p>
      )}
      {report === null && missing.length > 0 && (
        <>
          <p className={styles['words']}>
            {blocking > 0
              ? t('workshops.report.blocked', { count: blocking })
              : t('workshops.report.almost')}
          </p>
          <ul className={styles['list']}>
            {missing
              .toSorted((a, b) => Number(b.blocking) - Number(a.blocking))
              .map((one) => (
                <MissingLine
                  key={`${one.field} ${one.about ?? ''}`}
                  missing={one}
                  openTab={openTab}
                />
              ))}
          </ul>
        </>
      )}
      <Button
        kind={report === null && blocking > 0 ? 'plain' : 'primary'}
        icon={<IconArrowRight />}
        onClick={open}
      >
        {report === null ? t('workshops.report.preview') : t('workshops.report.open')}
      </Button>
    </div>
  );
}
