import type { ReactNode } from 'react';
import type { AutosaveForm } from '../../../ui/useAutosave.ts';
import { EarlierSteps } from './EarlierSteps.tsx';
import { GoalScores } from './GoalScores.tsx';
import { NewSteps } from './NewSteps.tsx';
import { NextSession } from './NextSession.tsx';
import { ReportWords } from './ReportWords.tsx';
import { ResourcePart } from './ResourcePart.tsx';
import { SessionFacts } from './SessionFacts.tsx';
import styles from './Session.module.css';
import type { KeptWords, SessionPageData } from './SessionView.tsx';
import { tookPlace, type SessionValues } from './sessionValues.ts';
import type { ScoreForm } from './useScoreForm.ts';

interface SessionPartsProps {
  readonly page: SessionPageData;
  readonly kept: KeptWords;
  readonly form: AutosaveForm<SessionValues>;
  readonly scores: ScoreForm;
}

/**
 * The parts of a session in the order of the conversation: last time, goals, resources, what is next.
 * A session that has not taken place shows only what helps to prepare it or to move it.
 */
export function SessionParts({ page, kept, form, scores }: SessionPartsProps): ReactNode {
  const { state } = form.values;
  const held = tookPlace(state);
  return (
    <div className={styles['parts']}>
      <SessionFacts page={page} form={form} />
      {(held || state === 'planned') && <EarlierSteps page={page} />}
      {held && (
        <>
          <GoalScores page={page} form={form} scores={scores} />
          <ResourcePart page={page} kept={kept.resource} />
          <NewSteps page={page} kept={kept.step} />
          <ReportWords page={page} form={form} />
        </>
      )}
      {state !== 'planned' && <NextSession page={page} form={form} />}
    </div>
  );
}
