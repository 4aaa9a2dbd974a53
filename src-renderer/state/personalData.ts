import { create } from 'zustand';
import type { SubjectRef } from '../../src-main/contract/personalDataCalls.ts';
import { goTo } from './route.ts';

interface SubjectStore {
  /** Whose data is looked at in Ustawienia, „Dane osobowe”. */
  readonly subject: SubjectRef | null;
}

export const useSubjectStore = create<SubjectStore>()(() => ({ subject: null }));

/** Chooses whose data is shown; `null` for a new search. */
export function chooseSubject(subject: SubjectRef | null): void {
  useSubjectStore.setState({ subject });
}

/** Goes to what is held about somebody. */
export function showPersonalData(subject: SubjectRef): void {
  chooseSubject(subject);
  goTo({ place: 'settings', section: 'personalData' });
}
