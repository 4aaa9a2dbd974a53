import {
  IconChevronRight,
  IconCircleCheck,
  IconClipboardCheck,
  IconFileText,
  IconMessageQuestion,
  IconNotes,
  IconPencil,
  IconSend,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { today as words } from '../../i18n/pl/today.ts';
import { useText } from '../../i18n/text.ts';
import { goTo } from '../../state/route.ts';
import { formatDateNear } from '../../ui/format.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Unfinished.module.css';
import {
  isDraftEntity,
  routeOfUnfinished,
  type UnfinishedKind,
  type UnfinishedThing,
} from './waiting.ts';

const ICONS: Readonly<Record<UnfinishedKind, ReactNode>> = {
  'session-without-note': <IconNotes />,
  'session-to-hold': <IconMessageQuestion />,
  'attendance-to-confirm': <IconClipboardCheck />,
  'report-to-close': <IconFileText />,
  'report-to-send': <IconSend />,
  draft: <IconPencil />,
};

/** How many are shown before the person asks for more: the numbers below stay in sight. */
const SHORT = 7;

export interface UnfinishedProps {
  readonly things: readonly UnfinishedThing[];
  /** How many more wait beyond those. */
  readonly more: number;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

function Thing({ thing, today }: { readonly thing: UnfinishedThing; readonly today: string }) {
  const t = useText();
  const { kind, title, detail, on } = thing;
  const name =
    kind === 'draft' && isDraftEntity(title, words.draft) ? t(`today.draft.${title}`) : title;
  return (
    <li>
      <button
        type="button"
        className={styles['thing']}
        onClick={() => goTo(routeOfUnfinished(thing))}
      >
        <span className={styles['icon']} aria-hidden="true">
          {ICONS[kind]}
        </span>
        <span className={styles['words']}>
          <span className={styles['kind']}>{t(`today.unfinished.kind.${kind}`)}</span>
          <span className={styles['name']}>
            {name}
            {detail !== '' && <span className={styles['detail']}>{detail}</span>}
          </span>
        </span>
        {on !== null && <span className={styles['day']}>{formatDateNear(on, today)}</span>}
        <IconChevronRight className={styles['arrow']} size={16} aria-hidden="true" />
      </button>
    </li>
  );
}

/** What was left unfinished; each opens where it is finished. */
export function Unfinished({ things, more, today }: UnfinishedProps): ReactNode {
  const t = useText();
  const [all, setAll] = useState(false);
  const count = things.length + more;
  const shown = all ? things : things.slice(0, SHORT);
  const hidden = count - shown.length;
  return (
    <Section title={t('today.unfinished.title')} count={count === 0 ? undefined : count}>
      {count === 0 ? (
        <p className={styles['done']}>
          <IconCircleCheck size={20} aria-hidden="true" />
          {t('today.unfinished.done')}
        </p>
      ) : (
        <ul>
          {shown.map((thing) => (
            <Thing key={`${thing.kind} ${thing.title} ${thing.id}`} thing={thing} today={today} />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <p className={styles['more']}>
          {shown.length === things.length ? (
            t('today.unfinished.more', { count: hidden })
          ) : (
            <LinkButton onClick={() => setAll(true)}>
              {t('today.unfinished.more', { count: hidden })}
            </LinkButton>
          )}
        </p>
      )}
    </Section>
  );
}
