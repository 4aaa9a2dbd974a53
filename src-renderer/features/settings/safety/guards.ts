import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { text } from '../../../i18n/text.ts';
import { daysBetween, inWarsaw } from '../../../ui/calendarDate.ts';
import { formatDate } from '../../../ui/format.ts';
import type { Tone } from '../../../ui/StatusPill.tsx';
import { momentText } from '../../../shell/backups/backupText.ts';

/** What the store tells about the safety of the data. */
export type SafetyView = CallOutput<'safety.get'>;

/** A backup of so many days ago is still fresh enough to say so calmly. */
const FRESH_DAYS = 2;
/** From so many days on, a backup is too old to lean on. */
export const OLD_DAYS = 7;

/** One thing that protects the data: how it stands, in a sentence and a word. */
export interface Guard {
  readonly tone: Tone;
  readonly line: string;
  readonly state: string;
}

/** Whole days in Poland from a moment to today. */
export function daysSince(instant: string, today: string): number {
  return daysBetween(inWarsaw(new Date(instant)).date, today);
}

function ok(line: string): Guard {
  return { tone: 'ok', line, state: text('safety.guards.ok') };
}

/** How the newest backup stands. */
export function backupGuard({ lastBackup, backupProblem }: SafetyView, today: string): Guard {
  if (backupProblem !== null) {
    const line = text('safety.guards.backupProblem');
    return { tone: 'danger', line, state: text('safety.guards.problem') };
  }
  if (lastBackup === null) {
    const line = text('safety.guards.noBackup');
    return { tone: 'waiting', line, state: text('safety.guards.missing') };
  }
  const when = momentText(lastBackup.at, today);
  const days = daysSince(lastBackup.at, today);
  if (days >= OLD_DAYS) {
    const line = text('safety.guards.backupOld', { when, count: days });
    return { tone: 'danger', line, state: text('safety.guards.old') };
  }
  if (!lastBackup.verified) {
    const line = text('safety.guards.backupWaiting', { when });
    return { tone: 'neutral', line, state: text('safety.guards.waiting') };
  }
  if (days < FRESH_DAYS) return ok(text('safety.guards.backup', { when }));
  const line = text('safety.guards.backup', { when });
  return { tone: 'waiting', line, state: text('safety.guards.stale') };
}

/** How the second place stands. */
export function secondGuard({ second }: SafetyView, today: string): Guard {
  if (second === null) {
    const line = text('safety.guards.noSecond');
    return { tone: 'waiting', line, state: text('safety.guards.missing') };
  }
  if (second.problem !== null) {
    const line = text('safety.guards.secondProblem');
    return { tone: second.due ? 'danger' : 'waiting', line, state: text('safety.guards.problem') };
  }
  if (second.lastCopyAt === null) {
    const line = text('safety.guards.secondEmpty');
    return { tone: 'waiting', line, state: text('safety.guards.missing') };
  }
  const line = text('safety.guards.second', { when: momentText(second.lastCopyAt, today) });
  return second.due ? { tone: 'waiting', line, state: text('safety.guards.old') } : ok(line);
}

/** How the recovery code stands; the demonstration needs none. */
export function recoveryGuard({ recovery, demonstration }: SafetyView): Guard {
  if (demonstration) {
    const line = text('safety.guards.recoveryDemonstration');
    return { tone: 'neutral', line, state: text('safety.guards.needless') };
  }
  if (!recovery.exists) {
    const line = text('safety.guards.noRecovery');
    return { tone: 'danger', line, state: text('safety.guards.missing') };
  }
  return ok(
    recovery.checkedOn === null
      ? text('safety.guards.recoveryUnchecked')
      : text('safety.guards.recovery', { on: formatDate(recovery.checkedOn) }),
  );
}

/** How locking by itself stands. */
export function lockGuard(minutes: number, demonstration: boolean): Guard {
  if (demonstration) {
    const line = text('safety.guards.lockDemonstration');
    return { tone: 'neutral', line, state: text('safety.guards.needless') };
  }
  if (minutes > 0) return ok(text('safety.guards.lock', { count: minutes }));
  return {
    tone: 'waiting',
    line: text('safety.guards.noLock'),
    state: text('safety.guards.off'),
  };
}

/** What the check of sealed files found bad, and where the same files are whole. */
export function fileDamageText(damage: NonNullable<SafetyView['fileDamage']>): string {
  const { at, missing, damaged, inBackup, backupOf } = damage;
  const what = text('safety.files.body', { when: momentText(at), missing, damaged });
  if (backupOf === null) return `${what} ${text('safety.files.nowhere')}`;
  const of = momentText(backupOf);
  return inBackup === missing + damaged
    ? `${what} ${text('safety.files.inBackup', { of })}`
    : `${what} ${text('safety.files.partly', { of, count: inBackup })}`;
}
