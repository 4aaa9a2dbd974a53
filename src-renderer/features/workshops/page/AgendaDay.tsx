import { IconChecks, IconCoffee, IconPlus } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import type { SaveState } from '../../../ui/autosave.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatDate, formatDuration, formatNumber, formatWeekday } from '../../../ui/format.ts';
import { SaveStatus } from '../../../ui/SaveStatus.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import styles from './agenda.module.css';
import {
  agendaTotals,
  moved,
  readQuickBlock,
  runningClock,
  type QuickBlock,
} from './agendaClock.ts';
import { AgendaRow } from './AgendaRow.tsx';
import type { BlockDrafts } from './blockDrafts.ts';
import { saveBlock, valuesOf } from './blockForm.ts';
import type { AgendaItem, TrainingDay } from './pageData.ts';
import { useReorder } from './useReorder.ts';

export interface AgendaDayProps {
  readonly day: TrainingDay;
  readonly number: number;
  /** Blocks of the day in their order. */
  readonly items: readonly AgendaItem[];
  /** Minutes of one training hour. */
  readonly hourUnit: number;
  readonly withOutcomes: boolean;
  readonly drafts: BlockDrafts;
}

/** The order on the screen: as dropped, until the store answers with it. */
function useOrder(items: readonly AgendaItem[]) {
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const place = new Map((order ?? []).map((id, index) => [id, index]));
  const shown =
    order === null
      ? items
      : items.toSorted(
          (a, b) => (place.get(a.id) ?? items.length) - (place.get(b.id) ?? items.length),
        );
  return { shown, setOrder };
}

function Totals({ items, day, hourUnit, withOutcomes }: Omit<AgendaDayProps, 'number' | 'drafts'>) {
  const t = useText();
  const totals = agendaTotals(items, day, hourUnit);
  return (
    <dl className={styles['totals']}>
      <div>
        <dt>{t('workshops.agenda.planned')}</dt>
        <dd>
          {formatDuration(totals.planned)}
          <span>
            {' '}
            {t('workshops.agenda.breaks', { time: formatDuration(totals.plannedBreaks) })}
          </span>
        </dd>
      </div>
      {withOutcomes && (
        <div>
          <dt>{t('workshops.agenda.done')}</dt>
          <dd>
            {formatDuration(totals.done)}
            <span>
              {' '}
              {t('workshops.agenda.hours', {
                hours: formatNumber(totals.hoursDone),
                unit: hourUnit,
              })}
            </span>
          </dd>
        </div>
      )}
      <div data-over={totals.spare < 0 || undefined}>
        <dt>{t('workshops.agenda.dayEnds', { time: day.end })}</dt>
        <dd>
          {totals.spare === 0
            ? t('workshops.agenda.fits')
            : totals.spare > 0
              ? t('workshops.agenda.spare', { time: formatDuration(totals.spare) })
              : t('workshops.agenda.over', { time: formatDuration(-totals.spare) })}
        </dd>
      </div>
    </dl>
  );
}

function AddBlock({
  onAdd,
  number,
}: {
  readonly onAdd: (block: QuickBlock) => void;
  readonly number: number;
}) {
  const t = useText();
  const [line, setLine] = useState('');
  const add = (): void => {
    const block = readQuickBlock(line);
    if (block === null) return;
    setLine('');
    onAdd(block);
  };
  return (
    <div className={styles['add']}>
      <TextField
        label={t('workshops.agenda.addTo', { number })}
        hideLabel
        icon={<IconPlus size={16} />}
        placeholder={t('workshops.agenda.addPlaceholder')}
        value={line}
        onChange={setLine}
        onEnter={add}
      />
      <Button
        kind="quiet"
        icon={<IconCoffee />}
        onClick={() =>
          onAdd({ title: t('workshops.agenda.breakTitle'), minutes: 15, isBreak: true })
        }
      >
        {t('workshops.agenda.addBreak')}
      </Button>
    </div>
  );
}

/** One day's agenda: blocks by the clock, quick adding, order, and its sums. */
export function AgendaDay(props: AgendaDayProps): ReactNode {
  const t = useText();
  const { day, number, items, withOutcomes, drafts } = props;
  const { shown, setOrder } = useOrder(items);
  const [status, setStatus] = useState<SaveState>({ kind: 'clean' });
  const [spoken, setSpoken] = useState('');
  const clock = runningClock(
    day.start,
    shown.map(({ plannedMinutes }) => plannedMinutes),
  );
  const [flushers] = useState(() => new Map<string, () => Promise<void>>());
  const hasOpen = items.some(({ outcome, isBreak }) => outcome === null && !isBreak);

  const add = (block: QuickBlock): void => {
    saveBlock({ workshopId: day.workshopId, dayId: day.id }, null, {
      title: block.title,
      plannedMinutes: block.minutes,
      isBreak: block.isBreak,
      aim: '',
      content: '',
      method: '',
      materials: '',
      outcome: null,
      doneMinutes: null,
      reason: '',
    }).catch((error: unknown) => reportFailure(error, () => add(block)));
  };

  const move = async (from: number, to: number): Promise<void> => {
    const next = moved(shown, from, to);
    setOrder(next.map(({ id }) => id));
    setSpoken(
      t('workshops.agenda.moved', {
        title: next[to]?.title ?? '',
        place: to + 1,
        count: next.length,
      }),
    );
    try {
      await call('agenda.reorder', { dayId: day.id, ids: next.map(({ id }) => id) });
    } catch (error) {
      setOrder(null);
      reportFailure(error);
    }
  };
  const list = useRef<HTMLDivElement>(null);
  const reorder = useReorder(list, shown.length, (from, to) => void move(from, to));

  const remove = async ({ id, title }: AgendaItem): Promise<void> => {
    try {
      await call('bin.remove', { entity: 'agendaItem', id });
      notifyWithUndo(t('workshops.block.removed', { title }), async () => {
        await call('bin.restore', { entity: 'agendaItem', id });
      });
    } catch (error) {
      reportFailure(error);
    }
  };

  /** Every block without an outcome went as planned; what is being typed in the rows is saved first. */
  const asPlanned = async (): Promise<void> => {
    try {
      await Promise.all([...flushers.values()].map((flush) => flush()));
      const { agenda } = await call('workshop.get', { id: day.workshopId });
      const marked: { readonly before: AgendaItem; readonly after: AgendaItem }[] = [];
      for (const before of agenda) {
        if (before.dayId !== day.id || before.isBreak || before.outcome !== null) continue;
        const after = await saveBlock(before, before, { ...valuesOf(before), outcome: 'done' });
        marked.push({ before, after });
      }
      notifyWithUndo(t('workshops.agenda.allDone', { count: marked.length }), async () => {
        for (const { before, after } of marked) await saveBlock(before, after, valuesOf(before));
      });
    } catch (error) {
      reportFailure(error);
    }
  };

  const title = t('workshops.agenda.day', {
    number,
    date: `${formatWeekday(day.date)} ${formatDate(day.date)}`,
  });
  return (
    <Section
      title={title}
      actions={
        <>
          {(status.kind === 'saving' || status.kind === 'saved') && <SaveStatus status={status} />}
          {withOutcomes && hasOpen && (
            <Button icon={<IconChecks />} onClick={() => void asPlanned()}>
              {t('workshops.agenda.asPlanned')}
            </Button>
          )}
        </>
      }
    >
      {shown.length > 0 && (
        <div
          className={styles['head']}
          data-outcomes={withOutcomes || undefined}
          aria-hidden="true"
        >
          <span />
          <span>{t('workshops.agenda.column.time')}</span>
          <span>{t('workshops.agenda.column.title')}</span>
          <span>{t('workshops.agenda.column.planned')}</span>
          {withOutcomes && (
            <>
              <span>{t('workshops.agenda.column.outcome')}</span>
              <span>{t('workshops.agenda.column.done')}</span>
            </>
          )}
          <span />
        </div>
      )}
      {shown.length === 0 && <p className={styles['empty']}>{t('workshops.agenda.empty')}</p>}
      <div ref={list} className={styles['rows']} role="list" aria-label={title}>
        {shown.map((item, index) => (
          <AgendaRow
            key={item.id}
            item={item}
            index={index}
            from={clock[index] ?? day.start}
            to={clock[index + 1] ?? day.end}
            withOutcomes={withOutcomes}
            drafts={drafts}
            reorder={reorder}
            flushers={flushers}
            onRemove={() => void remove(item)}
            onStatus={setStatus}
          />
        ))}
      </div>
      <AddBlock number={number} onAdd={add} />
      {shown.length > 0 && <Totals {...props} items={shown} />}
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </Section>
  );
}
