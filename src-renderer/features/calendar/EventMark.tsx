import { IconAlertTriangle, IconCheck, IconTargetArrow, IconUsersGroup } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import type { CalendarEvent } from './calendarTypes.ts';
import styles from './event.module.css';

const KIND_ICONS: Readonly<Record<CalendarEvent['kind'], ReactNode>> = {
  workshop: <IconUsersGroup />,
  session: <IconTargetArrow />,
};

export interface KindIconProps {
  readonly kind: CalendarEvent['kind'];
  /** Says the kind aloud; where it is written beside the picture, that is enough. */
  readonly spoken?: boolean | undefined;
}

/** The picture of a kind of event, beside its colour. */
export function KindIcon({ kind, spoken = false }: KindIconProps): ReactNode {
  const t = useText();
  return (
    <span className={styles['kindIcon']} data-kind={kind}>
      <span aria-hidden="true">{KIND_ICONS[kind]}</span>
      {spoken && <span className="visually-hidden">{t(`calendar.kind.${kind}`)}: </span>}
    </span>
  );
}

/** Small signs after an event's title: it was held, or it goes against a warning. */
export function EventSigns({ event }: { readonly event: CalendarEvent }): ReactNode {
  if (event.state !== 'held' && !event.hasConflict) return null;
  return (
    <span className={styles['signs']} aria-hidden="true">
      {event.hasConflict && <IconAlertTriangle data-sign="conflict" />}
      {event.state === 'held' && <IconCheck data-sign="held" />}
    </span>
  );
}
