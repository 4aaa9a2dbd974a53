import { IconDatabaseExport, IconKey, IconLock, IconUsb } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../ui/calendarDate.ts';
import { StatusPill } from '../../../ui/StatusPill.tsx';
import {
  backupGuard,
  lockGuard,
  recoveryGuard,
  secondGuard,
  type Guard,
  type SafetyView,
} from './guards.ts';
import styles from './safety.module.css';

interface GuardLineProps {
  readonly icon: ReactNode;
  readonly name: string;
  readonly guard: Guard;
}

function GuardLine({ icon, name, guard }: GuardLineProps): ReactNode {
  return (
    <li className={styles['guard']}>
      <span className={styles['guardIcon']} aria-hidden="true">
        {icon}
      </span>
      <span className={styles['guardWords']}>
        <strong>{name}</strong>
        <span className={styles['quiet']}>{guard.line}</span>
      </span>
      <StatusPill tone={guard.tone}>{guard.state}</StatusPill>
    </li>
  );
}

export interface OverviewProps {
  readonly view: SafetyView;
  /** Minutes until the workspace locks itself, 0 for never; null while it is not known yet. */
  readonly lockMinutes: number | null;
}

/** What protects the data now, one line each. */
export function Overview({ view, lockMinutes }: OverviewProps): ReactNode {
  const t = useText();
  const now = today();
  return (
    <ul className={styles['guards']} aria-label={t('safety.guards.title')}>
      <GuardLine
        icon={<IconDatabaseExport />}
        name={t('safety.guards.name.backup')}
        guard={backupGuard(view, now)}
      />
      <GuardLine
        icon={<IconUsb />}
        name={t('safety.guards.name.second')}
        guard={secondGuard(view, now)}
      />
      <GuardLine
        icon={<IconKey />}
        name={t('safety.guards.name.recovery')}
        guard={recoveryGuard(view)}
      />
      {lockMinutes !== null && (
        <GuardLine
          icon={<IconLock />}
          name={t('safety.guards.name.lock')}
          guard={lockGuard(lockMinutes, view.demonstration)}
        />
      )}
    </ul>
  );
}
