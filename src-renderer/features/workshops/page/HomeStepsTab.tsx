import { IconChecklist, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/calendarDate.ts';
import { CheckField } from '../../../ui/CheckField.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { formatDateNear } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { HomeStep, WorkshopData } from './pageData.ts';
import styles from './steps.module.css';

/** In the list of libraries: a task for each of them. */
const ALL = 'all';
/** In the list of people: nobody in particular. */
const TEAM = 'team';

interface AddStepProps {
  readonly data: WorkshopData;
}

/** Adds a task in one line: what, for which library, who, by when; Enter adds and waits for the next. */
function AddStep({ data }: AddStepProps): ReactNode {
  const t = useText();
  const { workshop, libraries, people } = data;
  const [what, setWhat] = useState('');
  const [where, setWhere] = useState<string>(
    libraries.length > 1 ? ALL : (libraries[0]?.id ?? ALL),
  );
  const [who, setWho] = useState<string>(TEAM);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [insist, setInsist] = useState(false);
  const team = people.filter(({ libraryId }) => libraryId === where);

  const add = async (): Promise<void> => {
    if (what.trim() === '') {
      setInsist(true);
      return;
    }
    const targets = where === ALL ? libraries.map(({ id }) => id as string) : [where];
    try {
      for (const libraryId of targets) {
        await call('step.save', {
          id: null,
          revision: null,
          libraryId,
          engagementId: null,
          sessionId: null,
          workshopId: workshop.id,
          goalId: null,
          what: what.trim(),
          whoParticipantId: who === TEAM ? null : who,
          whoName: '',
          dueOn,
          state: 'open',
        });
      }
      setWhat('');
      setInsist(false);
    } catch (error) {
      reportFailure(error, add);
    }
  };

  return (
    <form
      className={styles['add']}
      aria-label={t('workshops.steps.add')}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={t('workshops.steps.what')}
        placeholder={t('workshops.steps.whatPlaceholder')}
        error={insist ? t('workshops.steps.whatMissing') : null}
        value={what}
        onChange={(next) => {
          setWhat(next);
          setInsist(false);
        }}
      />
      <SelectField
        label={t('workshops.steps.library')}
        options={[
          ...(libraries.length > 1 ? [{ value: ALL, label: t('workshops.steps.all') }] : []),
          ...libraries.map(({ id, town }) => ({ value: id as string, label: town })),
        ]}
        value={where}
        onChange={(next) => {
          setWhere(next ?? ALL);
          setWho(TEAM);
        }}
      />
      <SelectField
        label={t('workshops.steps.who')}
        disabled={where === ALL}
        options={[
          { value: TEAM, label: t('workshops.steps.team') },
          ...team.map(({ participantId, name }) => ({
            value: participantId as string,
            label: name,
          })),
        ]}
        value={who}
        onChange={(next) => setWho(next ?? TEAM)}
      />
      <DateField label={t('workshops.steps.due')} value={dueOn} onChange={setDueOn} />
      <div className={styles['button']}>
        <Button type="submit" icon={<IconPlus />}>
          {t('workshops.steps.addOne')}
        </Button>
      </div>
    </form>
  );
}

function StepLine({ step }: { readonly step: HomeStep }): ReactNode {
  const t = useText();
  const { id, what, state, dueOn, who } = step;
  const overdue = state === 'open' && dueOn !== null && dueOn < today();

  /** The tick as pressed, until the store has answered with it. */
  const [ahead, setAhead] = useState<boolean | null>(null);

  const tick = async (done: boolean): Promise<void> => {
    setAhead(done);
    try {
      await call('step.setState', { id, state: done ? 'done' : 'open', sessionId: null });
    } catch (error) {
      setAhead(null);
      reportFailure(error);
    }
  };
  const remove = async (): Promise<void> => {
    try {
      await call('bin.remove', { entity: 'actionStep', id });
      notifyWithUndo(t('workshops.steps.removed', { what }), async () => {
        await call('bin.restore', { entity: 'actionStep', id });
      });
    } catch (error) {
      reportFailure(error);
    }
  };

  return (
    <li className={styles['step']} data-state={state}>
      <CheckField
        label={what}
        value={ahead ?? state === 'done'}
        onChange={(done) => void tick(done)}
      />
      <span className={styles['who']}>{who === '' ? t('workshops.steps.team') : who}</span>
      <span className={styles['due']} data-overdue={overdue || undefined}>
        {state === 'dropped'
          ? t('workshops.steps.dropped')
          : dueOn === null
            ? ''
            : overdue
              ? t('workshops.steps.overdue', { date: formatDateNear(dueOn, today()) })
              : t('workshops.steps.by', { date: formatDateNear(dueOn, today()) })}
      </span>
      <IconButton
        small
        label={t('workshops.steps.remove', { what })}
        icon={<IconTrash />}
        onClick={() => void remove()}
      />
    </li>
  );
}

/** What each team does at home until the next module, which opens with ticking it off. */
export function HomeStepsTab({ data }: { readonly data: WorkshopData }): ReactNode {
  const t = useText();
  const { libraries, homeSteps } = data;
  const groups = useMemo(
    () =>
      libraries
        .map((library) => ({
          library,
          steps: homeSteps.filter(({ libraryId }) => libraryId === library.id),
        }))
        .filter(({ steps }) => steps.length > 0),
    [libraries, homeSteps],
  );
  return (
    <div className={styles['tab']}>
      <AddStep data={data} />
      {groups.length === 0 && (
        <EmptyState icon={<IconChecklist />} title={t('workshops.steps.emptyTitle')}>
          {t('workshops.steps.emptyBody')}
        </EmptyState>
      )}
      {groups.map(({ library, steps }) => (
        <Section
          key={library.id}
          title={library.town}
          actions={
            <span className={styles['progress']}>
              {t('workshops.steps.progress', {
                done: steps.filter(({ state }) => state === 'done').length,
                count: steps.length,
              })}
            </span>
          }
        >
          <ul>
            {steps.map((step) => (
              <StepLine key={`${step.id} ${step.state}`} step={step} />
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}
