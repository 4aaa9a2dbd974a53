import { useMemo, useState, type ReactNode } from 'react';
import { newDraftId } from '../../../../src-main/domain/draft.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notify } from '../../../state/notices.ts';
import { takeEngagementStart } from '../../../state/newEngagement.ts';
import { goTo } from '../../../state/route.ts';
import { useMe } from '../../../state/who.ts';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/calendarDate.ts';
import { formatInstant } from '../../../ui/format.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { Warning } from '../../../ui/Warning.tsx';
import { AgreementWords, SharedFields } from '../agreement/AgreementFields.tsx';
import type { AgreementValues } from '../agreement/agreementValues.ts';
import { dropDraft, keepDraft, readDraft } from '../../../state/keptDraft.ts';
import { useKeeping } from '../../../state/useKeeping.ts';
import styles from './Create.module.css';
import {
  CreateValues,
  freshValues,
  withProposals,
  type LibraryRow,
  type Member,
  type Person,
  type Proposed,
  type Surroundings,
} from './createValues.ts';
import { useCreate } from './useCreate.ts';
import { WhoFields } from './WhoFields.tsx';

const DRAFT_ID = newDraftId();

interface Sources {
  readonly libraries: readonly LibraryRow[];
  readonly persons: readonly Person[];
  readonly initial: CreateValues;
  readonly team: readonly Member[];
  /** When the words that came back were kept; `null` when the form is fresh. */
  readonly keptAt: string | null;
}

async function teamOf(libraryId: string | null): Promise<readonly Member[]> {
  return libraryId === null ? [] : call('participant.list', { libraryId });
}

/** Opens the form with what was kept, or fresh with what the caller knows. */
async function readSources(meId: string | null, terms: string): Promise<Sources> {
  const [libraries, persons, draft] = await Promise.all([
    call('library.list', {}),
    call('person.list', {}),
    readDraft('engagement', DRAFT_ID, CreateValues),
  ]);
  const start = takeEngagementStart();
  const isWanted =
    draft !== null && (start.libraryId === undefined || start.libraryId === draft.values.libraryId);
  const initial = isWanted
    ? draft.values
    : { ...freshValues(today(), meId, terms), libraryId: start.libraryId ?? null };
  return {
    libraries,
    persons,
    initial,
    team: await teamOf(initial.libraryId),
    keptAt: isWanted ? draft.at : null,
  };
}

function useSurroundings(
  sources: Sources,
  libraryId: string | null,
  coachId: string | null,
  team: readonly Member[],
): Surroundings {
  const t = useText();
  return useMemo(
    () => ({
      library: sources.libraries.find((library) => library.id === libraryId),
      team,
      coachName: sources.persons.find((person) => person.id === coachId)?.name ?? '',
      titleOfTeam: (town) => t('coaching.create.titleOfTeam', { town }),
      titleOfPerson: (name, town) => t('coaching.create.titleOfPerson', { name, town }),
    }),
    [t, sources, libraryId, coachId, team],
  );
}

interface CreateFormProps {
  readonly sources: Sources;
  readonly onStartOver: () => void;
}

function CreateForm({ sources, onStartOver }: CreateFormProps): ReactNode {
  const t = useText();
  const [team, setTeam] = useState(sources.team);
  const form = useKeeping(sources.initial, (values) =>
    keepDraft('engagement', DRAFT_ID, 0, values),
  );
  const around = useSurroundings(sources, form.values.libraryId, form.values.coachId, team);
  const values = useMemo(() => withProposals(form.values, around), [form.values, around]);
  const create = useCreate(values, around.library, form.end);

  const touch = (what: Proposed, part: Partial<CreateValues>): void =>
    form.patch({ ...part, touched: [...new Set([...form.values.touched, what])] });
  const chooseLibrary = (libraryId: string | null): void => {
    form.patch({ libraryId, touched: form.values.touched.filter((what) => what !== 'people') });
    setTeam([]);
    teamOf(libraryId).then(setTeam, create.fail);
  };
  const onAgreement = (part: Partial<AgreementValues>): void => {
    if (part.parties !== undefined) touch('parties', part);
    else if (part.shared !== undefined) touch('shared', part);
    else form.patch(part);
  };
  const names = [...team.map((member) => member.name), around.coachName].filter(
    (name) => name !== '',
  );

  return (
    <div className={styles['form']}>
      {sources.keptAt !== null && (
        <Warning
          tone="info"
          title={t('coaching.kept.back', { at: formatInstant(sources.keptAt) })}
          action={
            <Button kind="quiet" onClick={onStartOver}>
              {t('coaching.kept.startOver')}
            </Button>
          }
        />
      )}
      <Section title={t('coaching.create.who')}>
        <WhoFields
          values={values}
          libraries={sources.libraries}
          persons={sources.persons}
          team={team}
          onLibrary={chooseLibrary}
          onChange={form.patch}
          onTouch={touch}
        />
      </Section>
      <Section title={t('coaching.agreement.title')} hint={t('coaching.create.agreementHint')}>
        <div className={styles['agreement']}>
          <SharedFields values={values} onChange={onAgreement} />
          <AgreementWords values={values} onChange={onAgreement} names={names} />
        </div>
      </Section>
      {create.problem !== null && (
        <div role="alert">
          <Warning tone="danger" title={create.problem} />
        </div>
      )}
      <div className={styles['decision']}>
        <Button kind="primary" busy={create.busy} onClick={() => void create.run('with-agreement')}>
          {t('coaching.create.start')}
        </Button>
        <Button
          kind="quiet"
          disabled={create.busy}
          onClick={() => void create.run('without-agreement')}
        >
          {t('coaching.create.startWithout')}
        </Button>
        <p className={styles['note']}>{t('coaching.create.startNote')}</p>
      </div>
    </div>
  );
}

/** A new process with its agreement, on one page. */
export function NewEngagementPage(): ReactNode {
  const t = useText();
  const me = useMe();
  const sources = useLoaded(
    () => readSources(me?.personId ?? null, t('coaching.agreement.proposedTerms')),
    [],
  );
  const [round, setRound] = useState(0);
  const startOver = (): void => {
    const again = async (): Promise<void> => {
      await dropDraft('engagement', DRAFT_ID);
      setRound((number) => number + 1);
      sources.reload();
      notify(t('coaching.kept.dropped'), 'info');
    };
    void again();
  };
  return (
    <Page
      width="reading"
      header={
        <PageHeader
          title={t('coaching.create.title')}
          subtitle={t('coaching.create.subtitle')}
          back={{ label: t('coaching.title'), onBack: () => goTo({ place: 'coaching' }) }}
        />
      }
    >
      <LoadedView of={sources}>
        {(found) => (
          <CreateForm
            // A fresh form gets a component of its own: the kept words are gone from it.
            key={`${round}-${found.keptAt ?? ''}`}
            sources={found}
            onStartOver={startOver}
          />
        )}
      </LoadedView>
    </Page>
  );
}
