import {
  IconChevronDown,
  IconChevronRight,
  IconCoffee,
  IconGripVertical,
  IconTrash,
} from '@tabler/icons-react';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { SaveStatus } from '../../../ui/SaveStatus.tsx';
import type { SaveState } from '../../../ui/autosave.ts';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useAutosave } from '../../../ui/useAutosave.ts';
import styles from './agenda.module.css';
import { keepBlockDraft, type BlockDrafts, type BlockValues } from './blockDrafts.ts';
import { OutcomeChoice, type Outcome } from './OutcomeChoice.tsx';
import { useBase, type AgendaItem } from './pageData.ts';
import type { Reorder } from './useReorder.ts';

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
function deviates(outcome: Outcome | null): outcome is Exclude<Outcome, 'done'> {
  return outcome !== null && outcome !== 'done';
}

function minutesShown({ outcome, doneMinutes, plannedMinutes }: BlockValues): number | null {
  if (outcome === null) return null;
  return outcome === 'skipped' ? 0 : (doneMinutes ?? plannedMinutes);
}

export interface AgendaRowProps {
  readonly item: AgendaItem;
  readonly index: number;
  /** When the block begins and ends by the plan, `HH:mm`. */
  readonly from: string;
  readonly to: string;
  /** Shows how it went beside the plan. */
  readonly withOutcomes: boolean;
  readonly drafts: BlockDrafts;
  readonly reorder: Reorder;
  /** Where each row puts how to save it now, for a decision about all rows. */
  readonly flushers: Map<string, () => Promise<void>>;
  readonly onRemove: () => void;
  readonly onStatus: (status: SaveState) => void;
}

function useBlockForm({ item, drafts, flushers, onStatus }: AgendaRowProps) {
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

/** A block of the day: its time by the clock, its plan, and how it went. */
export function AgendaRow(props: AgendaRowProps): ReactNode {
  const t = useText();
  const { index, from, to, withOutcomes, reorder, onRemove } = props;
  const form = useBlockForm(props);
  const { values, status } = form;
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const title = values.title.trim() === '' ? t('workshops.block.untitled') : values.title;
  const leave = (): void => void form.flush();
  const { drag } = reorder;
  const drop =
    drag?.to === index && drag.from !== index
      ? drag.to > drag.from
        ? 'after'
        : 'before'
      : undefined;
  return (
    <div
      className={styles['row']}
      role="listitem"
      aria-label={`${from}–${to} ${title}`}
      data-break={values.isBreak || undefined}
      data-outcomes={withOutcomes || undefined}
      data-dragged={drag?.from === index || undefined}
      data-drop={drop}
      onKeyDownCapture={(event: KeyboardEvent) => reorder.onRowKeyDown(event, index)}
    >
      <button
        type="button"
        className={styles['handle']}
        aria-label={t('workshops.block.move', { title })}
        title={t('workshops.block.moveHint')}
        {...reorder.handle(index)}
      >
        {values.isBreak ? <IconCoffee /> : <IconGripVertical />}
      </button>
      <span className={styles['clock']}>
        <b>{from}</b>–{to}
      </span>
      <TextField
        label={t('workshops.block.title', { number: index + 1 })}
        hideLabel
        {...form.field('title')}
      />
      <NumberField
        label={t('workshops.block.planned', { title })}
        hideLabel
        min={1}
        max={600}
        step={5}
        suffix=" min"
        {...form.field('plannedMinutes')}
      />
      {withOutcomes &&
        (values.isBreak ? (
          <span className={styles['breakNote']}>{t('workshops.block.break')}</span>
        ) : (
          <>
            <OutcomeChoice
              label={t('workshops.outcome.of', { title })}
              value={values.outcome}
              onChange={(outcome) => form.patch(withOutcome(values, outcome))}
              onLeave={leave}
            />
            <NumberField
              label={t('workshops.block.done', { title })}
              hideLabel
              min={0}
              max={600}
              step={5}
              suffix=" min"
              disabled={values.outcome === null || values.outcome === 'skipped'}
              value={minutesShown(values)}
              onChange={(doneMinutes) =>
                form.patch({
                  doneMinutes: doneMinutes === values.plannedMinutes ? null : doneMinutes,
                })
              }
              onBlur={leave}
            />
          </>
        ))}
      <span className={styles['tools']}>
        <button
          type="button"
          className={styles['expand']}
          aria-expanded={open}
          aria-controls={detailsId}
          aria-label={t('workshops.block.details', { title })}
          onClick={() => setOpen(!open)}
        >
          {open ? <IconChevronDown /> : <IconChevronRight />}
        </button>
        <IconButton
          small
          label={t('workshops.block.remove', { title })}
          icon={<IconTrash />}
          onClick={onRemove}
        />
      </span>
      {withOutcomes && deviates(values.outcome) && (
        <span className={styles['reason']}>
          <TextField
            label={t('workshops.block.reason', { title })}
            hideLabel
            placeholder={t(`workshops.outcome.why.${values.outcome}`)}
            {...form.field('reason')}
          />
        </span>
      )}
      {(status.kind === 'unsaved' || status.kind === 'failed') && (
        <span className={styles['status']}>
          <SaveStatus status={status} onRetry={() => void form.retry()} />
        </span>
      )}
      <div id={detailsId} className={styles['details']} hidden={!open}>
        {open && (
          <>
            <TextField label={t('workshops.block.aim')} {...form.field('aim')} />
            <TextField label={t('workshops.block.method')} {...form.field('method')} />
            <TextField
              label={t('workshops.block.materials')}
              hint={t('workshops.block.materialsHint')}
              {...form.field('materials')}
            />
            <TextAreaField label={t('workshops.block.content')} {...form.field('content')} />
          </>
        )}
      </div>
    </div>
  );
}
