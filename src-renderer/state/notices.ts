import { create } from 'zustand';
import { describeFailure } from '../i18n/failures.ts';
import { text } from '../i18n/text.ts';

export type NoticeTone = 'done' | 'info' | 'problem';

/** A button in a notice: undo, retry. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void | Promise<void>;
}

/** A short message at the edge of the window; problems stay until they are closed. */
export interface Notice {
  readonly id: number;
  readonly tone: NoticeTone;
  readonly message: string;
  readonly action: NoticeAction | null;
  /** Milliseconds until it goes by itself; `null` stays. */
  readonly lasts: number | null;
}

interface NoticeStore {
  readonly notices: readonly Notice[];
}

/** A toast with undo stays long enough to read it, look back at the list, and decide. */
const LASTS_WITH_ACTION = 12_000;
const LASTS = 5_000;
const MOST_AT_ONCE = 4;

export const useNoticeStore = create<NoticeStore>()(() => ({ notices: [] }));

let nextId = 1;

function add(notice: Omit<Notice, 'id'>): number {
  const id = nextId++;
  useNoticeStore.setState(({ notices }) => ({
    notices: [
      ...notices.filter((other) => other.message !== notice.message),
      { ...notice, id },
    ].slice(-MOST_AT_ONCE),
  }));
  return id;
}

/** Takes a notice away. */
export function dismissNotice(id: number): void {
  useNoticeStore.setState(({ notices }) => ({ notices: notices.filter((one) => one.id !== id) }));
}

/** Says that something was done or is worth knowing; returns the notice's id. */
export function notify(message: string, tone: Exclude<NoticeTone, 'problem'> = 'done'): number {
  return add({ tone, message, action: null, lasts: LASTS });
}

/** Says that something was done and offers what may follow. */
export function notifyWithAction(message: string, action: NoticeAction): number {
  return add({ tone: 'done', message, action, lasts: LASTS_WITH_ACTION });
}

/** Says that something was done and offers to take it back. A failed undo is said too. */
export function notifyWithUndo(message: string, undo: () => Promise<void>): number {
  const run = async (): Promise<void> => {
    try {
      await undo();
    } catch {
      notifyProblem(text('shell.notices.undoFailed'));
    }
  };
  return notifyWithAction(message, { label: text('shell.notices.undo'), run });
}

/** Says that something did not work; stays until closed, or until Retry is pressed. */
export function notifyProblem(message: string, retry?: () => void | Promise<void>): number {
  const action = retry ? { label: text('shell.notices.retry'), run: retry } : null;
  return add({ tone: 'problem', message, action, lasts: null });
}

/** One calm notice for a call that threw, in words of its code where there are any. */
export function reportFailure(error: unknown, retry?: () => void | Promise<void>): number {
  return notifyProblem(describeFailure(error), retry);
}
