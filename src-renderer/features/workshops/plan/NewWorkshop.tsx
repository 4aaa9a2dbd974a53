import { IconCalendarPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { takeWorkshopStart } from '../../../state/newWorkshop.ts';
import { goTo } from '../../../state/route.ts';
import { useShortcut } from '../../../state/shortcuts.ts';
import { useMe } from '../../../state/who.ts';
import { Button } from '../../../ui/Button.tsx';
import { withoutReason } from '../../../ui/Conflicts.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { Warning } from '../../../ui/Warning.tsx';
import { discardWorkshopDraft, findWorkshopDraft } from '../workshopDraft.ts';
import { PlanForm } from './PlanForm.tsx';
import { PlanWarnings } from './PlanWarnings.tsx';
import styles from './plan.module.css';
import { editionOn, newPlan, toInput, type PlanIdentity, type PlanValues } from './planValues.ts';
import { useKeptForm, type KeptForm } from './useKeptForm.ts';
import { usePlanCheck } from './usePlanCheck.ts';
import { usePlanChoices, type PlanChoices } from './usePlanChoices.ts';

const NOT_SAVED_YET: PlanIdentity = { id: null, revision: null };

interface NewFormProps {
  readonly choices: PlanChoices;
  readonly initial: PlanValues;
  readonly fromDraft: boolean;
  readonly onDiscard: () => void;
}

/** The edition follows the first day until somebody chooses one. */
function useSuggestedEdition(
  plan: PlanValues,
  editions: PlanChoices['editions'],
  chosen: boolean,
): PlanValues {
  return useMemo(() => {
    const date = plan.days[0]?.date ?? undefined;
    return chosen ? plan : { ...plan, editionId: editionOn(editions, date) };
  }, [plan, editions, chosen]);
}

function Kept({ form }: { readonly form: KeptForm }): ReactNode {
  const t = useText();
  return (
    <span className={styles['kept']} role="status" data-failed={form.failed || undefined}>
      {form.failed
        ? t('workshops.form.draftFailed')
        : form.keptAt === null
          ? ''
          : t('workshops.form.draftKept', { time: form.keptAt })}
    </span>
  );
}

function NewForm({ choices, initial, fromDraft, onDiscard }: NewFormProps): ReactNode {
  const t = useText();
  const [typed, setTyped] = useState(initial);
  const [editionChosen, setEditionChosen] = useState(fromDraft);
  const [touched, setTouched] = useState(fromDraft);
  const [insist, setInsist] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const plan = useSuggestedEdition(typed, choices.editions, editionChosen);
  const check = usePlanCheck(plan, NOT_SAVED_YET);
  const kept = useKeptForm(touched ? plan : null);

  const change = (part: Partial<PlanValues>): void => {
    setTouched(true);
    if ('editionId' in part) setEditionChosen(true);
    setTyped((now) => ({ ...now, ...part }));
  };

  /** Shows what stands in the way and puts the cursor there. */
  const showProblems = (): void => {
    setInsist(true);
    requestAnimationFrame(() => {
      form.current
        ?.querySelector<HTMLElement>(
          '[aria-invalid="true"], [data-shared-reason] input, [data-conflict]:not([data-answered]) input',
        )
        ?.focus();
    });
  };

  const save = async (): Promise<void> => {
    const input = toInput(plan, NOT_SAVED_YET);
    if (input === null) return showProblems();
    setBusy(true);
    try {
      const result = await call('workshop.plan', input);
      if (result.outcome === 'conflicts') {
        check.retry();
        showProblems();
        return;
      }
      kept.stop();
      const { id, title } = result.workshop;
      goTo({ place: 'workshops', workshopId: id }, { replace: true });
      notifyWithUndo(t('workshops.form.planned', { title }), async () => {
        await call('bin.remove', { entity: 'workshop', id });
        goTo({ place: 'workshops' });
      });
    } catch (error) {
      reportFailure(error, save);
    } finally {
      setBusy(false);
    }
  };

  useShortcut({
    id: 'plan-workshop',
    keys: 'mod+enter',
    label: t('workshops.form.plan'),
    run: () => void save(),
  });

  useShortcut({
    id: 'workshop-close',
    keys: 'escape',
    label: t('workshops.backToList'),
    run: () => goTo({ place: 'workshops' }),
  });

  const waiting = withoutReason(check.answer?.conflicts ?? [], plan.reasons).length;
  return (
    <Page
      header={
        <PageHeader
          title={t('workshops.form.newTitle')}
          back={{ label: t('workshops.title'), onBack: () => goTo({ place: 'workshops' }) }}
          meta={<Kept form={kept} />}
          actions={
            <Button
              kind="primary"
              icon={<IconCalendarPlus />}
              shortcut="mod+enter"
              busy={busy}
              onClick={() => void save()}
            >
              {t('workshops.form.plan')}
            </Button>
          }
        />
      }
    >
      {fromDraft && (
        <Warning
          tone="info"
          title={t('workshops.form.draftTitle')}
          action={<Button onClick={onDiscard}>{t('workshops.form.draftDiscard')}</Button>}
        >
          {t('workshops.form.draftBody')}
        </Warning>
      )}
      <div ref={form} className={styles['layout']}>
        <PlanForm
          plan={plan}
          choices={choices}
          onChange={change}
          onLeave={kept.keepNow}
          insist={insist}
          autoFocus
        />
        <aside className={styles['side']}>
          <PlanWarnings
            check={check}
            reasons={plan.reasons}
            onReasons={(reasons) => change({ reasons: { ...plan.reasons, ...reasons } })}
            onLeave={kept.keepNow}
            insist={insist && waiting > 0}
          />
        </aside>
      </div>
    </Page>
  );
}

/** Planning a new workshop: nothing is planned until the person says so, and nothing typed is lost. */
export function NewWorkshop(): ReactNode {
  const t = useText();
  const me = useMe();
  const choices = usePlanChoices();
  const [start] = useState(takeWorkshopStart);
  const kept = useLoaded(() => findWorkshopDraft('new'), []);
  const [dropped, setDropped] = useState(false);

  const discard = (): void => {
    discardWorkshopDraft('new').then(() => setDropped(true), reportFailure);
  };

  const leader = me !== null && me.roles.includes('trainer') ? me.personId : null;
  const waiting = <Page header={<PageHeader title={t('workshops.form.newTitle')} />}>{null}</Page>;
  return (
    <LoadedView of={choices} loading={waiting}>
      {(loaded) => (
        <LoadedView of={kept} loading={waiting}>
          {(draft) => {
            const plan = dropped ? null : (draft?.plan ?? null);
            return (
              <NewForm
                key={String(dropped)}
                choices={loaded}
                initial={plan ?? newPlan({ ...start, leadTrainerId: leader })}
                fromDraft={plan !== null}
                onDiscard={discard}
              />
            );
          }}
        </LoadedView>
      )}
    </LoadedView>
  );
}
