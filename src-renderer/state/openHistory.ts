import { create } from 'zustand';
import type { RecordPlace } from './historyText.ts';

interface OpenHistory {
  readonly place: RecordPlace | null;
}

/** Whose history lies open, if any. */
export const useOpenHistory = create<OpenHistory>()(() => ({ place: null }));

/** Opens the history of a record whose page is shown. */
export function openHistory(place: RecordPlace): void {
  useOpenHistory.setState({ place });
}

/** Closes the history. */
export function closeHistory(): void {
  useOpenHistory.setState({ place: null });
}
