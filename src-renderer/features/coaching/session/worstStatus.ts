import type { SaveState } from '../../../ui/autosave.ts';

/** What deserves to be said first. */
const URGENCY: readonly SaveState['kind'][] = [
  'failed',
  'saving',
  'pending',
  'unsaved',
  'saved',
  'clean',
];

/** One status for several forms of a page: the one that needs the person most, or the latest saving. */
export function worstOf(...statuses: readonly SaveState[]): SaveState {
  const latest = (one: SaveState): string => (one.kind === 'saved' ? one.at : '');
  const [first] = statuses.toSorted(
    (one, other) =>
      URGENCY.indexOf(one.kind) - URGENCY.indexOf(other.kind) ||
      (latest(one) < latest(other) ? 1 : -1),
  );
  return first ?? { kind: 'clean' };
}
