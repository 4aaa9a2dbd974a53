import type { CallOutput } from '../../../src-main/contract/contract.ts';
import { daysBetween, inWarsaw } from '../../ui/calendarDate.ts';

type SafetyView = CallOutput<'safety.get'>;

/** What Dziś may say about the safety of the data, the most pressing first. */
export const SAFETY_CONCERNS = [
  'damaged',
  'file-damage',
  'lost-log',
  'recovery',
  'backup-problem',
  'backup-old',
  'second-problem',
  'second',
  'folder',
  'retention',
] as const;
export type SafetyConcern = (typeof SAFETY_CONCERNS)[number];

/** From so many days on, a backup is too old to lean on. */
const OLD_DAYS = 7;

/** Whether each of them stands. */
function standing(view: SafetyView, today: string): Readonly<Record<SafetyConcern, boolean>> {
  const { lastBackup, lastCheck } = view;
  return {
    damaged: lastCheck?.good === false,
    'file-damage': view.fileDamage !== null,
    'lost-log': view.lostLog,
    recovery: !view.demonstration && !view.recovery.exists,
    'backup-problem': view.backupProblem !== null,
    'backup-old':
      lastBackup !== null && daysBetween(inWarsaw(new Date(lastBackup.at)).date, today) >= OLD_DAYS,
    // A copy that fails is tried again by itself; it is told here once the last good one is too old.
    'second-problem': view.second?.due === true && view.second.problem !== null,
    second: view.second?.due === true,
    folder: view.folderWarning !== null,
    retention: view.retentionDue,
  };
}

/** The single most important thing to say; null when there is nothing. */
export function safetyConcern(view: SafetyView, today: string): SafetyConcern | null {
  const stands = standing(view, today);
  return SAFETY_CONCERNS.find((concern) => stands[concern]) ?? null;
}

/** The section of Ustawienia where it is dealt with. */
export function sectionOf(concern: SafetyConcern): 'safety' | 'personalData' {
  return concern === 'retention' ? 'personalData' : 'safety';
}

/** What is remembered of a banner that was put away: the day and what it said. */
export function dismissal(concern: SafetyConcern, today: string): string {
  return `${today} ${concern}`;
}
