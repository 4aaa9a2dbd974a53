import { useEffect, useRef, useState, type ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { reportFailure } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { withoutReason } from '../../../ui/Conflicts.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { SaveStatus } from '../../../ui/SaveStatus.tsx';
import { useAutosave } from '../../../ui/useAutosave.ts';
import { Warning } from '../../../ui/Warning.tsx';
import { PlanForm } from '../plan/PlanForm.tsx';
import { PlanWarnings } from '../plan/PlanWarnings.tsx';
import styles from '../plan/plan.module.css';
import { draftOf, planOf, planProblems, toInput, type PlanValues } from '../plan/planValues.ts';
import { usePlanCheck } from '../plan/usePlanCheck.ts';
import { usePlanChoices, type PlanChoices } from '../plan/usePlanChoices.ts';
import { isChangedMeanwhile, useBase, type DraftParts, type WorkshopData } from './pageData.ts';

/** Saving found warnings that the check had not seen yet; they are on the screen by now. */
class NewWarnings extends Error {}

interface EditorProps {
  readonly data: WorkshopData;
  readonly drafts: DraftParts;
  readonly choices: PlanChoices;
  /** Starts the form again from what is saved. */
  readonly onReread: () => void;
}

/** What the form edits, as text, to see whether the store's row still says the same. */
function printOf(plan: PlanValues): string {
  return JSON.stringify(toInput({ ...plan, reasons: {} }, { id: null, revision: null }));
}

/** The plan with the ids that new days of the form got when they were saved. */
function withIds(plan: PlanValues, keys: ReadonlyMap<string, string>): PlanValues {
  const idOf = new Map([...keys].map(([dayId, key]) => [key, dayId]));
  return {
    ...plan,
    days: plan.days.map((day) => ({ ...day, id: day.id ?? idOf.get(day.key) ?? null })),
  };
}

function Editor({ data, drafts, choices, onReread }: EditorProps): ReactNode {
  const t = useText();
  const { id, revision } = data.workshop;
  /** Names of days in the form by their id, so that a new day keeps its field when it gets an id. */
  const [keys, setKeys] = useState<ReadonlyMap<string, string>>(new Map());
  // A save that follows at once, before the next drawing, must know the new ids as well.
  const latestKeys = useRef(keys);
  const stored = planOf(data, keys);
  const [draft] = useState(() => drafts.current().plan);
  const [outdated, setOutdated] = useState(false);

  const reasonNotToSave = (plan: PlanValues): string | null => {
    const problem = planProblems(plan)[0];
    if (problem !== undefined) return t(`workshops.problem.${problem}`);
    if (!check.isAbout(withIds(plan, keys))) return t('workshops.check.checking');
    const waiting = withoutReason(check.answer?.conflicts ?? [], plan.reasons).length;
    return waiting > 0 ? t('workshops.check.waiting', { count: waiting }) : null;
  };

  const commit = async (plan: PlanValues): Promise<void> => {
    const input = toInput(withIds(plan, latestKeys.current), {
      id,
      revision: base.current.revision,
    });
    if (input === null) return;
    try {
      const result = await call('workshop.plan', input);
      if (result.outcome === 'conflicts') {
        check.retry();
        throw new NewWarnings();
      }
      latestKeys.current = new Map(
        plan.days.flatMap(({ key }, index) => {
          const saved = result.days[index];
          return saved === undefined ? [] : [[saved.id, key] as const];
        }),
      );
      setKeys(latestKeys.current);
      base.current = { revision: result.workshop.revision, print: printOf(planOf(result)) };
      await drafts.committed('plan', result.workshop.revision);
    } catch (error) {
      setOutdated(isChangedMeanwhile(error));
      throw error;
    }
  };

  const form = useAutosave<PlanValues>({
    initial: draft ?? stored,
    initialIsDraft: draft !== null,
    check: reasonNotToSave,
    commit,
    keepDraft: (plan) => drafts.keep({ plan: draftOf(plan) }, base.current.revision),
  });
  const isClean = (): boolean => form.status.kind === 'clean' || form.status.kind === 'saved';
  const storedPrint = printOf(stored);
  const base = useBase({ revision, print: storedPrint }, isClean);
  const check = usePlanCheck(withIds(form.values, keys), { id, revision });

  // An answer of the check is what a changed form waited for: say what follows from it, and save when it may be.
  const { flush, patch, reset } = form;
  const isWaiting = useRef(false);
  useEffect(() => {
    isWaiting.current = form.status.kind === 'unsaved' || form.status.kind === 'failed';
  });
  useEffect(() => {
    if (check.kind !== 'checked') return;
    if (isWaiting.current) patch({});
    void flush();
  }, [check.kind, check.answer, flush, patch]);

  // Another view changed the plan (moved its days in the calendar): show it, unless something here waits.
  const shown = useRef({ stored, print: printOf(form.values) });
  useEffect(() => {
    shown.current = { stored, print: printOf(form.values) };
  });
  useEffect(() => {
    if (storedPrint !== shown.current.print) reset(shown.current.stored);
  }, [storedPrint, revision, reset]);

  return (
    <>
      {draft !== null && form.status.kind !== 'saved' && (
        <Warning
          tone="info"
          title={t('workshops.draft.title')}
          action={<Button onClick={onReread}>{t('workshops.draft.discard')}</Button>}
        >
          {t('workshops.draft.body')}
        </Warning>
      )}
      {outdated && (
        <Warning
          title={t('workshops.outdated.title')}
          action={<Button onClick={onReread}>{t('workshops.outdated.reread')}</Button>}
        >
          {t('workshops.outdated.body')}
        </Warning>
      )}
      <div className={styles['layout']}>
        <PlanForm
          plan={form.values}
          choices={choices}
          onChange={form.patch}
          onLeave={() => void form.flush()}
          insist
        />
        <aside className={styles['side']}>
          <p className={styles['saved']}>
            <SaveStatus status={form.status} onRetry={() => void form.retry()} />
          </p>
          <PlanWarnings
            check={check}
            reasons={form.values.reasons}
            onReasons={(reasons) => form.set('reasons', { ...form.values.reasons, ...reasons })}
            onLeave={() => void form.flush()}
          />
        </aside>
      </div>
    </>
  );
}

export interface PlanTabProps {
  readonly data: WorkshopData;
  readonly drafts: DraftParts;
}

/** The plan of a saved workshop, edited in place; warnings wait for a reason before it is saved. */
export function PlanTab({ data, drafts }: PlanTabProps): ReactNode {
  const choices = usePlanChoices();
  const [generation, setGeneration] = useState(0);
  const reread = (): void => {
    drafts
      .drop('plan', data.workshop.revision)
      .then(() => setGeneration((now) => now + 1), reportFailure);
  };
  return (
    <LoadedView of={choices}>
      {(loaded) => (
        <Editor key={generation} data={data} drafts={drafts} choices={loaded} onReread={reread} />
      )}
    </LoadedView>
  );
}
