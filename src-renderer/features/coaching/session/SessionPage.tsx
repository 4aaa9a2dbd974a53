import type { ReactNode } from 'react';
import { newDraftId } from '../../../../src-main/domain/draft.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { RecordHistory } from '../../../shell/history/RecordHistory.tsx';
import { useStored } from '../../../state/useStored.ts';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { readDraft } from '../../../state/keptDraft.ts';
import { FramedView } from '../parts/FramedView.tsx';
import { NoteValues } from './PrivateNote.tsx';
import { ResourceLine } from './resourceLine.ts';
import { ScoreValues } from './scores.ts';
import { scoresDraftId } from './scoresDraft.ts';
import { SessionView, type KeptWords } from './SessionView.tsx';
import { SessionValues } from './sessionValues.ts';
import { StepValues } from './stepValues.ts';

/** The private note, and all words of this session that were typed and not saved when the program ended. */
async function readKept(sessionId: string): Promise<KeptWords> {
  const [note, session, noteDraft, scores, step, resource] = await Promise.all([
    call('privateNote.get', { sessionId }),
    readDraft('coachingSession', sessionId, SessionValues),
    readDraft('privateNote', sessionId, NoteValues),
    readDraft('coachingGoal', scoresDraftId(sessionId), ScoreValues),
    readDraft('actionStep', newDraftId(sessionId), StepValues),
    readDraft('resource', newDraftId(sessionId), ResourceLine),
  ]);
  return { note, session, noteDraft, scores, step, resource };
}

interface SessionPageProps {
  readonly sessionId: string;
}

/** One coaching session: what was agreed last time, what happened, what comes next. */
export function SessionPage({ sessionId }: SessionPageProps): ReactNode {
  const t = useText();
  const page = useStored('session.get', { id: sessionId }, [sessionId]);
  const kept = useLoaded(() => readKept(sessionId), [sessionId]);
  const title = t('coaching.session.one');
  const failedTitle = t('coaching.session.failed');
  return (
    <>
      <RecordHistory entity="coachingSession" id={sessionId} />
      <FramedView of={page} title={title} failedTitle={failedTitle}>
        {(data) => (
          <FramedView of={kept} title={title} failedTitle={failedTitle}>
            {(words) => <SessionView page={data} kept={words} />}
          </FramedView>
        )}
      </FramedView>
    </>
  );
}
