import { IconArrowRight, IconBackpack, IconCalendarPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { planNewWorkshop } from '../../state/newWorkshop.ts';
import { goTo } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import { daysBetween } from '../../ui/calendarDate.ts';
import { formatDateNear, formatWeekday } from '../../ui/format.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PersonAvatar } from '../../ui/PersonAvatar.tsx';
import { CalendarLeaf } from './CalendarLeaf.tsx';
import styles from './NextUp.module.css';
import { routeOfNext, type NextThing } from './waiting.ts';

export interface NextUpProps {
  readonly next: readonly NextThing[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}

function useWhen(today: string): (thing: NextThing) => string {
  const t = useText();
  return ({ date }) => {
    const away = daysBetween(today, date);
    if (away <= 0) return t('today.next.today');
    return away === 1 ? t('today.next.tomorrow') : t('today.next.inDays', { count: away });
  };
}

function useHours(): (thing: NextThing) => string {
  const t = useText();
  return ({ start, end }) => {
    if (start === null) return t('today.next.noTime');
    return end === null ? start : `${start}–${end}`;
  };
}

function NothingNext(): ReactNode {
  const t = useText();
  return (
    <div className={styles['hero']} data-empty>
      <div className={styles['about']}>
        <p className={styles['title']}>{t('today.next.emptyTitle')}</p>
        <p className={styles['emptyWords']}>{t('today.next.empty')}</p>
        <div className={styles['action']}>
          <Button
            kind="primary"
            icon={<IconCalendarPlus />}
            shortcut="n"
            onClick={() => planNewWorkshop()}
          >
            {t('today.next.plan')}
          </Button>
          <Button kind="quiet" onClick={() => goTo({ place: 'coaching' })}>
            {t('today.next.planSession')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Packing({ things }: { readonly things: readonly string[] }): ReactNode {
  const t = useText();
  if (things.length === 0) return null;
  return (
    <div className={styles['packing']}>
      <h3 className={styles['packingTitle']}>
        <IconBackpack size={16} aria-hidden="true" />
        {t('today.next.packing')}
      </h3>
      <ul className={styles['things']}>
        {things.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
    </div>
  );
}

function Hero({ thing, today }: { readonly thing: NextThing; readonly today: string }): ReactNode {
  const t = useText();
  const when = useWhen(today);
  const hours = useHours();
  const { kind, date, title, place, remote, libraries, people, packing } = thing;
  const placed = place === '' ? t('today.next.placeOpen') : place;
  const where = remote ? t('today.next.remote') : placed;
  return (
    <article className={styles['hero']} data-kind={kind}>
      <CalendarLeaf date={date} />
      <div className={styles['about']}>
        <p className={styles['when']}>
          <span className={styles['kind']}>{t(`today.next.${kind}`)}</span>
          {when(thing)}, {formatWeekday(date)}, {hours(thing)}
        </p>
        <h3 className={styles['title']}>{title}</h3>
        <dl className={styles['facts']}>
          <div>
            <dt>{t('today.next.place')}</dt>
            <dd>{where}</dd>
          </div>
          <div>
            <dt>{libraries.length === 1 ? t('today.next.library') : t('today.next.libraries')}</dt>
            <dd>{libraries.join(', ')}</dd>
          </div>
          <div>
            <dt>{kind === 'workshop' ? t('today.next.trainers') : t('today.next.people')}</dt>
            <dd className={styles['people']}>
              {people.map((name) => (
                <span key={name} className={styles['person']}>
                  <PersonAvatar name={name} size={20} />
                  {name}
                </span>
              ))}
            </dd>
          </div>
        </dl>
        <Packing things={packing} />
        <div className={styles['action']}>
          <Button kind="primary" icon={<IconArrowRight />} onClick={() => goTo(routeOfNext(thing))}>
            {t('today.next.open')}
          </Button>
        </div>
      </div>
    </article>
  );
}

function Later({
  things,
  today,
}: {
  readonly things: readonly NextThing[];
  readonly today: string;
}) {
  const t = useText();
  const hours = useHours();
  return (
    <div className={styles['later']}>
      <h3 className={styles['laterTitle']}>{t('today.next.later')}</h3>
      <ul>
        {things.map((thing) => (
          <li key={thing.id} className={styles['laterItem']} data-kind={thing.kind}>
            <span className={styles['laterDay']}>{formatDateNear(thing.date, today)}</span>
            <span className={styles['laterTime']}>{thing.start === null ? '' : hours(thing)}</span>
            <span className={styles['laterWhat']}>
              <LinkButton onClick={() => goTo(routeOfNext(thing))}>{thing.title}</LinkButton>
              <span className={styles['laterWhere']}>{thing.libraries.join(', ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is next: where, with whom, what to pack; and in short what comes after. */
export function NextUp({ next, today }: NextUpProps): ReactNode {
  const t = useText();
  const [first, ...later] = next;
  return (
    <section aria-label={t('today.next.title')}>
      <h2 className="visually-hidden">{t('today.next.title')}</h2>
      {first === undefined ? <NothingNext /> : <Hero thing={first} today={today} />}
      {later.length > 0 && <Later things={later} today={today} />}
    </section>
  );
}
