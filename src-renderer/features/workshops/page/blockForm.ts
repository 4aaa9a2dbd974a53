import { useEffect, useState } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import type { SaveState } from '../../../ui/autosave.ts';
import { useAutosave, type AutosaveForm } from '../../../ui/useAutosave.ts';
import { keepBlockDraft, type BlockDrafts, type BlockValues } from './blockDrafts.ts';
import type { Outcome } from './OutcomeChoice.tsx';
import { useBase, type AgendaItem } from './pageData.ts';

/** The editable part of a block. */
export function valuesOf(item: AgendaItem): BlockValues {
  const { title, plannedMinutes, isBreak, aim, content, method, materials } = item;
  const { outcome, doneMinutes, reason } = item;
  return {
    title,
    plannedMinutes,
    isBreak,
    aim,
    content,
    method,
    materials,
    outcome,
    doneMinutes,
    reason,
  };
}

/** Saves a block of a day, new (no item) or changed. */
export async function saveBlock(
  at: { readonly workshopId: string; readonly dayId: string },
  saved: { readonly id: string; readonly revision: number } | null,
  values: BlockValues,
): Promise<AgendaItem> {
  return call('agenda.save', {
    ...values,
    workshopId: at.workshopId,
    dayId: at.dayId,
    id: saved?.id ?? null,
    revision: saved?.revision ?? null,
    title: values.title.trim(),
    plannedMinutes: values.plannedMinutes ?? 1,
  });
}

/** A block's words and minutes after its outcome was chosen. */
export function withOutcome(values: BlockValues, outcome: Outcome | null): BlockValues {
  const keepsMinutes = outcome === 'shortened' || outcome === 'changed';
  return {
    ...values,
    outcome,
    doneMinutes: keepsMinutes ? values.doneMinutes : null,
    reason: deviates(outcome) ? values.reason : '',
  };
}

/** Did a block go otherwise than planned? Then it wants a reason. */
export function deviates(outcome: Outcome | null): outcome is Exclude<Outcome, 'done'> {
  return outcome !== null && outcome !== 'done';
}

/** The minutes beside a block's outcome: as typed, else as planned; none before it has one. */
export function minutesShown({ outcome, doneMinutes, plannedMinutes }: BlockValues): number | null {
  if (outcome === null) return null;
  return outcome === 'skipped' ? 0 : (doneMinutes ?? plannedMinutes);
}

/** A block's form and what it reports to. */
export interface BlockForm {
  readonly item: AgendaItem;
  readonly drafts: BlockDrafts;
  /** Where each block puts how to save it now, for a decision about all of them. */
  readonly flushers: Map<string, () => Promise<void>>;
  readonly onStatus: (status: SaveState) => void;
}

/** The form of a block, which saves by itself over the newest revision it may. */
export function useBlockForm({
  item,
  drafts,
  flushers,
  onStatus,
}: BlockForm): AutosaveForm<BlockValues> {
  const t = useText();
  const stored = valuesOf(item);
  const [draft] = useState(() => drafts.get(item.id) ?? null);
  const form = useAutosave<BlockValues>({
    initial: draft ?? stored,
    initialIsDraft: draft !== null,
    check: ({ title, plannedMinutes }) =>
      title.trim() === ''
        ? t('workshops.block.titleMissing')
        : plannedMinutes === null || plannedMinutes < 1
          ? t('workshops.block.minutesMissing')
          : null,
    commit: async (values) => {
      const saved = await saveBlock(item, { id: item.id, revision: base.current.revision }, values);
      base.current = { revision: saved.revision, print: JSON.stringify(valuesOf(saved)) };
    },
    keepDraft: (values) => keepBlockDraft(item.id, base.current.revision, values),
  });
  const { status, flush, reset } = form;
  useEffect(() => {
    flushers.set(item.id, flush);
    return () => {
      flushers.delete(item.id);
    };
  }, [flushers, flush, item.id]);
  const print = JSON.stringify(stored);
  const base = useBase(
    { revision: item.revision, print },
    () => status.kind === 'clean' || status.kind === 'saved',
  );
  useEffect(() => {
    // Read again from its text, so that an equal block does not count as another one.
    reset(JSON.parse(print) as BlockValues); // written from BlockValues a line above
  }, [print, reset]);
  useEffect(() => {
    if (status.kind !== 'clean') onStatus(status);
  }, [status, onStatus]);
  return form;
}
