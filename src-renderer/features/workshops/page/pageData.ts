import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { CallFailure } from '../../../bridge/bridge.ts';
import {
  discardWorkshopDraft,
  keepWorkshopDraft,
  type WorkshopDraft,
  type WorkshopDraftParts,
} from '../workshopDraft.ts';

/** Everything on a workshop's page, as the store answers it. */
export type WorkshopData = CallOutput<'workshop.get'>;
export type TrainingDay = WorkshopData['days'][number];
export type AgendaItem = WorkshopData['agenda'][number];
export type HomeStep = WorkshopData['homeSteps'][number];
export type AttendancePerson = WorkshopData['people'][number];

/** The tabs of the page, in the order of the work. */
export const TABS = ['plan', 'agenda', 'attendance', 'steps', 'words', 'report'] as const;
export type Tab = (typeof TABS)[number];

/** Reads a tab from the route; anything else is the first tab. */
export function tabOf(value: string | undefined): Tab {
  return TABS.find((tab) => tab === value) ?? 'plan';
}

/** The row of the store that a form saves over. */
export interface Base {
  readonly revision: number;
  /** What the form edits, as text, at that revision. */
  readonly print: string;
}

/**
 * The revision that a form saves over. It follows the store as long as what the form edits stayed the same there
 * (another part of the row was saved), or nothing in the form waits; else it stays, and the store refuses the save.
 */
export function useBase(stored: Base, isClean: () => boolean): RefObject<Base> {
  const base = useRef(stored);
  const { revision, print } = stored;
  const clean = useRef(isClean);
  useEffect(() => {
    clean.current = isClean;
  });
  useEffect(() => {
    const newer = revision > base.current.revision;
    if (newer && (print === base.current.print || clean.current())) {
      base.current = { revision, print };
    }
  }, [revision, print]);
  return base;
}

/** Did the store refuse because the row was changed after the form read it? */
export function isChangedMeanwhile(error: unknown): boolean {
  return error instanceof CallFailure && error.failure.code === 'changed-meanwhile';
}

/** The unsaved parts of a workshop's forms, kept together in one draft. */
export interface DraftParts {
  /** What is unsaved now. */
  readonly current: () => WorkshopDraftParts;
  readonly keep: (part: Partial<WorkshopDraftParts>, baseRevision: number) => Promise<void>;
  /** A part was saved, which dropped the whole draft in the store; the other part is kept again. */
  readonly committed: (part: keyof WorkshopDraftParts, revision: number) => Promise<void>;
  /** The person does not want a part. */
  readonly drop: (part: keyof WorkshopDraftParts, revision: number) => Promise<void>;
}

/** Holds the unsaved parts of a workshop's forms while its page is open. */
export function useDraftParts(workshopId: string, found: WorkshopDraft | null): DraftParts {
  const parts = useRef<WorkshopDraftParts>({
    plan: found?.plan ?? null,
    words: found?.words ?? null,
  });
  const current = useCallback(() => parts.current, []);
  const keep = useCallback(
    (part: Partial<WorkshopDraftParts>, baseRevision: number) => {
      parts.current = { ...parts.current, ...part };
      return keepWorkshopDraft(workshopId, baseRevision, parts.current);
    },
    [workshopId],
  );
  const without = useCallback((part: keyof WorkshopDraftParts) => {
    parts.current = { ...parts.current, [part]: null };
    return parts.current.plan !== null || parts.current.words !== null;
  }, []);
  const committed = useCallback(
    async (part: keyof WorkshopDraftParts, revision: number) => {
      if (without(part)) await keepWorkshopDraft(workshopId, revision, parts.current);
    },
    [workshopId, without],
  );
  const drop = useCallback(
    async (part: keyof WorkshopDraftParts, revision: number) => {
      if (without(part)) await keepWorkshopDraft(workshopId, revision, parts.current);
      else await discardWorkshopDraft(workshopId);
    },
    [workshopId, without],
  );
  return { current, keep, committed, drop };
}
