import { IconEye, IconFileText } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { useText } from '../../../i18n/text.ts';
import { routeOfSubject } from '../../../state/reportSubject.ts';
import { goTo } from '../../../state/route.ts';
import { useShortcut } from '../../../state/shortcuts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { SaveStatus } from '../../../ui/SaveStatus.tsx';
import { StatusPill } from '../../../ui/StatusPill.tsx';
import styles from './Session.module.css';
import type { KeptDraft } from '../../../state/keptDraft.ts';
import { SESSION_TONES } from '../parts/sessionTones.ts';
import { jumpToPart } from './jumpToPart.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import { PrivateNote, type NoteValues } from './PrivateNote.tsx';
import type { ResourceLine } from './resourceLine.ts';
import type { ScoreValues } from './scores.ts';
import { SessionMenu } from './SessionMenu.tsx';
import { SessionNotices } from './SessionNotices.tsx';
import { SessionParts } from './SessionParts.tsx';
import type { SessionValues } from './sessionValues.ts';
import type { StepValues } from './stepValues.ts';
import { useScoreForm } from './useScoreForm.ts';
import { useSessionForm } from './useSessionForm.ts';
import { worstOf } from './worstStatus.ts';

export type SessionPageData = CallOutput<'session.get'>;

/** What was typed at this session and not saved, and the private note, which is read apart. */
export interface KeptWords {
  readonly note: CallOutput<'privateNote.get'>;
  readonly session: KeptDraft<SessionValues> | null;
  readonly noteDraft: KeptDraft<NoteValues> | null;
  readonly scores: KeptDraft<ScoreValues> | null;
  readonly step: KeptDraft<StepValues> | null;
  readonly resource: KeptDraft<ResourceLine> | null;
}

interface SessionViewProps {
  readonly page: SessionPageData;
  readonly kept: KeptWords;
}

const PREVIEW_KEYS = 'mod+shift+f';
const NEXT_PART_KEYS = 'mod+enter';
const PREVIOUS_PART_KEYS = 'mod+shift+enter';

function useSessionShortcuts(leave: () => void, togglePreview: () => void): void {
  const t = useText();
  useShortcut({
    id: 'session-leave',
    keys: 'escape',
    label: t('coaching.session.leave'),
    run: leave,
  });
  useShortcut({
    id: 'session-preview',
    keys: PREVIEW_KEYS,
    label: t('coaching.session.preview'),
    run: togglePreview,
  });
  useShortcut({
    id: 'session-next-part',
    keys: NEXT_PART_KEYS,
    label: t('coaching.session.nextPart'),
    run: () => jumpToPart(1),
  });
  useShortcut({
    id: 'session-previous-part',
    keys: PREVIOUS_PART_KEYS,
    label: t('coaching.session.previousPart'),
    run: () => jumpToPart(-1),
  });
}

/** A session's page: its parts in the order of the conversation, the private note beside them. */
export function SessionView({ page, kept }: SessionViewProps): ReactNode {
  const t = useText();
  const { session, engagement, number, report } = page;
  const [preview, setPreview] = useState(false);
  const form = useSessionForm(page, kept.session);
  const scores = useScoreForm(page, kept.scores);
  const togglePreview = (): void => setPreview((shown) => !shown);
  // Escape closes what lies on top first.
  const leave = (): void => {
    if (preview) setPreview(false);
    else goTo({ place: 'coaching', engagementId: engagement.id });
  };
  useSessionShortcuts(leave, togglePreview);
  const retry = (): void => {
    void form.retry();
    void scores.form.retry();
  };
  const { state } = form.values;
  const title = number === null ? t('coaching.session.one') : t('coaching.session.nth', { number });
  return (
    <Page
      header={
        <div className={styles['width']}>
          <PageHeader
            back={{
              label: `${engagement.title}, ${page.libraryTown}`,
              onBack: () => goTo({ place: 'coaching', engagementId: engagement.id }),
            }}
            title={title}
            meta={
              <StatusPill tone={SESSION_TONES[state]}>{t(`coaching.state.${state}`)}</StatusPill>
            }
            subtitle={
              <SaveStatus status={worstOf(form.status, scores.form.status)} onRetry={retry} />
            }
            actions={
              <>
                <SessionMenu page={page} onLeave={form.flush} />
                <Button
                  kind={preview ? 'quiet' : 'plain'}
                  icon={<IconEye />}
                  shortcut={PREVIEW_KEYS}
                  onClick={togglePreview}
                >
                  {preview ? t('coaching.session.previewHide') : t('coaching.session.preview')}
                </Button>
                {state === 'held' && (
                  <Button
                    kind="primary"
                    icon={<IconFileText />}
                    onClick={() =>
                      goTo(
                        report === null
                          ? routeOfSubject({ kind: 'coaching-session', subjectId: session.id })
                          : { place: 'reports', reportId: report.id },
                      )
                    }
                  >
                    {report === null ? t('coaching.session.toReport') : report.number}
                  </Button>
                )}
              </>
            }
          />
        </div>
      }
      aside={
        preview ? (
          <PreviewPanel page={page} onClose={() => setPreview(false)} />
        ) : (
          <PrivateNote sessionId={session.id} note={kept.note} kept={kept.noteDraft} />
        )
      }
    >
      <SessionNotices page={page} form={form} kept={kept.session} />
      <SessionParts page={page} kept={kept} form={form} scores={scores} />
    </Page>
  );
}
