import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconClock,
  IconInfoCircle,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './StatusPill.module.css';

export type Tone = 'ok' | 'waiting' | 'danger' | 'info' | 'neutral';

export interface StatusPillProps {
  readonly tone: Tone;
  /** Instead of the tone's own sign. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** The sign each tone carries, so that colour never speaks alone. */
export const TONE_ICONS: Readonly<Record<Tone, ReactNode>> = {
  ok: <IconCircleCheck />,
  waiting: <IconClock />,
  danger: <IconAlertTriangle />,
  info: <IconInfoCircle />,
  neutral: <IconCircle />,
};

/** A state in a word, with a sign beside it. */
export function StatusPill({ tone, icon, children }: StatusPillProps): ReactNode {
  return (
    <span className={styles['pill']} data-tone={tone}>
      <span className={styles['icon']} aria-hidden="true">
        {icon ?? TONE_ICONS[tone]}
      </span>
      {children}
    </span>
  );
}
