import {
  IconChevronDown,
  IconChevronRight,
  IconCoffee,
  IconGripVertical,
  IconTrash,
} from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { SaveStatus } from '../../../ui/SaveStatus.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import styles from './agenda.module.css';
import { deviates, minutesShown, useBlockForm, withOutcome, type BlockForm } from './blockForm.ts';
import { OutcomeChoice } from './OutcomeChoice.tsx';
import type { Reorder } from './useReorder.ts';

export interface AgendaRowProps extends BlockForm {
  readonly index: number;
  /** When the block begins and ends by the plan, `HH:mm`. */
  readonly from: string;
  readonly to: string;
  /** Shows how it went beside the plan. */
  readonly withOutcomes: boolean;
  readonly reorder: Reorder;
  readonly onRemove: () => void;
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
