import { IconBan, IconFileText, IconTargetArrow, IconUsersGroup } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { notify } from '../../state/notices.ts';
import { AttendanceGrid, type AttendanceMark } from '../../ui/AttendanceGrid.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { Count } from '../../ui/Count.tsx';
import { Fact, Facts } from '../../ui/Facts.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { formatMoney, formatRange } from '../../ui/format.ts';
import { Ledger } from '../../ui/Ledger.tsx';
import { People } from '../../ui/People.tsx';
import { PolandMap } from '../../ui/PolandMap.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sparkline } from '../../ui/Sparkline.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import styles from './Gallery.module.css';
import { DAYS, FIRST_MARKS, LEDGER, PEOPLE, TOWNS } from './samples.ts';

/** The ledger in a line and at the head of a page. */
export function LedgerSamples(): ReactNode {
  const t = useText();
  return (
    <Section title={t('gallery.ledger.title')} hint={t('gallery.ledger.hint')}>
      <div className={styles['stack']}>
        <Ledger
          modules={LEDGER}
          size="page"
          onOpen={(_, index) => notify(t('gallery.ledger.opened', { number: index + 1 }), 'info')}
        />
        <div>
          <Ledger modules={LEDGER} />
        </div>
      </div>
    </Section>
  );
}

/** Bars, figures, sparklines. */
export function ChartSamples(): ReactNode {
  const t = useText();
  return (
    <Section title={t('gallery.charts.title')}>
      <Columns least={280}>
        <Figure
          value="212"
          label={t('gallery.charts.figure')}
          note={t('gallery.charts.figureNote')}
        />
        <div className={styles['stack']}>
          <ProgressBar label={t('gallery.charts.days')} value={212} planned={298} target={340} />
          <ProgressBar
            label={t('gallery.charts.grants')}
            value={30_500_000}
            target={29_000_000}
            format={formatMoney}
          />
          <ProgressBar label={t('gallery.charts.libraries')} value={25} target={25} />
        </div>
        <ul className={styles['stack']}>
          <li className={styles['split']}>
            {t('gallery.charts.goal')}
            <Sparkline label={t('gallery.charts.goal')} values={[2, 3, 3, 5, 4, 6, 8]} />
          </li>
          <li className={styles['split']}>
            {t('gallery.charts.goalNew')}
            <Sparkline label={t('gallery.charts.goalNew')} values={[4]} />
          </li>
          <li className={styles['split']}>
            {t('gallery.charts.goalNone')}
            <Sparkline label={t('gallery.charts.goalNone')} values={[]} />
          </li>
        </ul>
      </Columns>
    </Section>
  );
}

/** The grid of a two-day workshop. */
export function AttendanceSamples(): ReactNode {
  const t = useText();
  const [marks, setMarks] = useState(FIRST_MARKS);
  const markOf = (personId: string, dayId: string): AttendanceMark =>
    marks[`${personId} ${dayId}`] ?? 'unchecked';
  const markAll = (dayId: string): void =>
    setMarks((now) => ({
      ...now,
      ...Object.fromEntries(
        PEOPLE.filter(({ id }) => markOf(id, dayId) === 'unchecked').map(({ id }) => [
          `${id} ${dayId}`,
          'present',
        ]),
      ),
    }));
  return (
    <Section title={t('gallery.attendance.title')}>
      <AttendanceGrid
        label={t('gallery.attendance.label')}
        people={PEOPLE}
        days={DAYS}
        markOf={markOf}
        onMark={(personId, dayId, mark) =>
          setMarks((now) => ({ ...now, [`${personId} ${dayId}`]: mark }))
        }
        onMarkAll={markAll}
      />
    </Section>
  );
}

/** A line of time beside facts about one workshop. */
export function TimelineSamples(): ReactNode {
  const t = useText();
  const open = (): void => void notify(t('gallery.timeline.workshop'), 'info');
  return (
    <Columns>
      <Section title={t('gallery.timeline.title')}>
        <Timeline
          label={t('gallery.timeline.title')}
          items={[
            {
              id: '1',
              date: '2027-04-02',
              title: t('gallery.timeline.report'),
              tone: 'waiting',
              icon: <IconFileText />,
            },
            {
              id: '2',
              date: '2027-03-24',
              title: t('gallery.timeline.session'),
              tone: 'ok',
              icon: <IconTargetArrow />,
              onOpen: open,
            },
            {
              id: '3',
              date: '2027-03-18',
              title: t('gallery.timeline.cancelled'),
              tone: 'danger',
              icon: <IconBan />,
            },
            {
              id: '4',
              date: '2027-03-12',
              to: '2027-03-13',
              title: t('gallery.timeline.workshop'),
              tone: 'info',
              icon: <IconUsersGroup />,
              body: t('gallery.timeline.body'),
              onOpen: open,
            },
          ]}
        />
      </Section>
      <Section title={t('gallery.people.title')}>
        <Facts>
          <Fact label={t('gallery.people.lead')}>
            <People names={PEOPLE.map(({ name }) => name).slice(0, 5)} />
          </Fact>
          <Fact label={t('gallery.fields.date')}>{formatRange('2027-03-12', '2027-03-13')}</Fact>
          <Fact label={t('gallery.people.place')}>{t('gallery.type.sample')}</Fact>
          <Fact label={t('gallery.people.size')}>
            <Count n={22} of="person" />, <Count n={2} of="day" />, <Count n={5} of="library" />
          </Fact>
          <Fact label={t('gallery.fields.amount')}>{formatMoney(1_000_000)}</Fact>
        </Facts>
      </Section>
    </Columns>
  );
}

/** The towns of the programme. */
export function MapSamples(): ReactNode {
  const t = useText();
  const [selected, setSelected] = useState<string | null>('lapy');
  return (
    <Section title={t('gallery.map.title')}>
      <PolandMap
        towns={TOWNS.map(({ id, town, lat, lon }, index) => ({
          id,
          name: town,
          lat,
          lon,
          tone: index % 7 === 3 ? 'waiting' : 'info',
          note: t('gallery.map.note', { done: index % 14 }),
        }))}
        selectedId={selected}
        onSelect={setSelected}
      />
    </Section>
  );
}
