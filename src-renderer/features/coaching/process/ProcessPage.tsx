import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { useText } from '../../../i18n/text.ts';
import { RecordHistory } from '../../../shell/history/RecordHistory.tsx';
import { goTo } from '../../../state/route.ts';
import { useNewThing, useShortcut } from '../../../state/shortcuts.ts';
import { useStored } from '../../../state/useStored.ts';
import { Button } from '../../../ui/Button.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusPill } from '../../../ui/StatusPill.tsx';
import { AgreementDialog } from '../agreement/AgreementDialog.tsx';
import { AgreementSection } from '../agreement/AgreementSection.tsx';
import { GoalDialog, type GoalTarget } from '../goals/GoalDialog.tsx';
import { ResourceBoard } from '../session/ResourceBoard.tsx';
import { FramedView } from '../parts/FramedView.tsx';
import { GoalList } from './GoalList.tsx';
import { OpenSteps } from './OpenSteps.tsx';
import styles from './Process.module.css';
import { ProcessMenu } from './ProcessMenu.tsx';
import { SessionList } from './SessionList.tsx';
import { openNewSession } from './startSession.ts';

type EngagementPage = CallOutput<'engagement.get'>;

function Header({ page }: { readonly page: EngagementPage }): ReactNode {
  const t = useText();
  const { engagement, team } = page;
  const people = team.filter((person) => engagement.participantIds.includes(person.id));
  return (
    <PageHeader
      back={{ label: t('coaching.title'), onBack: () => goTo({ place: 'coaching' }) }}
      title={engagement.title}
      meta={
        <>
          <StatusPill tone="neutral">{t(`coaching.form.${engagement.form}`)}</StatusPill>
          {engagement.endedOn !== null && (
            <StatusPill tone="ok">{t('coaching.process.ended')}</StatusPill>
          )}
        </>
      }
      subtitle={
        <>
          <LinkButton onClick={() => goTo({ place: 'libraries', libraryId: engagement.libraryId })}>
            {page.libraryName}
          </LinkButton>
          {` · ${people.map((person) => person.name).join(', ')} · `}
          {t('coaching.process.leads', { name: page.coachName })}
        </>
      }
      actions={
        <>
          <ProcessMenu page={page} />
          <Button
            kind="primary"
            icon={<IconPlus />}
            shortcut="n"
            onClick={() => void openNewSession(page)}
          >
            {t('coaching.process.newSession')}
          </Button>
        </>
      }
    />
  );
}

function Process({ page }: { readonly page: EngagementPage }): ReactNode {
  const t = useText();
  const [goal, setGoal] = useState<GoalTarget | null>(null);
  const [recording, setRecording] = useState(false);
  useShortcut({
    id: 'process-leave',
    keys: 'escape',
    label: t('coaching.process.leave'),
    run: () => goTo({ place: 'coaching' }),
  });
  useNewThing(t('coaching.process.newSession'), () => void openNewSession(page));
  const { engagement, team } = page;
  const members = team.filter((person) => engagement.participantIds.includes(person.id));
  return (
    <Page
      header={
        <div className={styles['width']}>
          <Header page={page} />
        </div>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['main']}>
          {page.agreement === null && (
            <AgreementSection agreement={null} onRecord={() => setRecording(true)} />
          )}
          <SessionList page={page} />
          <GoalList goals={page.goals} onOpen={setGoal} />
          <Section title={t('coaching.resources.title')} count={page.resources.length}>
            <ResourceBoard
              resources={page.resources}
              engagement={engagement}
              sessionId={null}
              members={members}
            />
          </Section>
        </div>
        <div className={styles['side']}>
          <OpenSteps steps={page.steps} />
          {page.agreement !== null && (
            <AgreementSection agreement={page.agreement} onRecord={() => setRecording(true)} />
          )}
        </div>
      </div>
      {goal !== null && (
        <GoalDialog
          target={goal}
          engagementId={engagement.id}
          members={members}
          onClose={() => setGoal(null)}
        />
      )}
      {recording && <AgreementDialog view={page} onClose={() => setRecording(false)} />}
    </Page>
  );
}

interface ProcessPageProps {
  readonly engagementId: string;
}

/** One coaching process: sessions, goals, resources, open steps and the agreement. */
export function ProcessPage({ engagementId }: ProcessPageProps): ReactNode {
  const t = useText();
  const page = useStored('engagement.get', { id: engagementId }, [engagementId]);
  return (
    <>
      <RecordHistory entity="engagement" id={engagementId} />
      <FramedView
        of={page}
        title={t('coaching.process.one')}
        failedTitle={t('coaching.process.failed')}
      >
        {(data) => <Process page={data} />}
      </FramedView>
    </>
  );
}
