import { useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { reportFailure } from '../../../state/notices.ts';
import { goTo } from '../../../state/route.ts';
import { useStored } from '../../../state/useStored.ts';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/calendarDate.ts';
import { formatInstant } from '../../../ui/format.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import type { AutosaveForm } from '../../../ui/useAutosave.ts';
import { Warning } from '../../../ui/Warning.tsx';
import { AgreementDialog } from '../agreement/AgreementDialog.tsx';
import { dropDraft, type KeptDraft } from '../../../state/keptDraft.ts';
import styles from './Session.module.css';
import type { SessionPageData } from './SessionView.tsx';
import type { SessionValues } from './sessionValues.ts';
import { isContinued } from './useSessionForm.ts';

interface SessionNoticesProps {
  readonly page: SessionPageData;
  readonly form: AutosaveForm<SessionValues>;
  readonly kept: KeptDraft<SessionValues> | null;
}

/** Records the first agreement from where one notices that there is none. */
function AgreementMissing({ page }: { readonly page: SessionPageData }): ReactNode {
  const t = useText();
  const [recording, setRecording] = useState(false);
  const engagement = useStored('engagement.get', { id: page.engagement.id }, [page.engagement.id]);
  return (
    <>
      <Warning
        title={t('coaching.agreement.missingTitle')}
        action={
          <Button onClick={() => setRecording(true)}>{t('coaching.agreement.record')}</Button>
        }
      >
        {t('coaching.agreement.missingBody')}
      </Warning>
      {recording && engagement.kind === 'ready' && (
        <AgreementDialog view={engagement.data} onClose={() => setRecording(false)} />
      )}
    </>
  );
}

/** Words typed over an older version of the session: theirs to take back or to let go. */
function OlderWords({ form, kept, page }: SessionNoticesProps): ReactNode {
  const t = useText();
  const [decided, setDecided] = useState(false);
  if (kept === null || decided || isContinued(kept, page.session)) return null;
  const drop = (): void => {
    setDecided(true);
    dropDraft('coachingSession', page.session.id).catch((error: unknown) => reportFailure(error));
  };
  return (
    <Warning
      title={t('coaching.kept.older', { at: formatInstant(kept.at) })}
      action={
        <>
          <Button
            onClick={() => {
              setDecided(true);
              form.patch(kept.values);
            }}
          >
            {t('coaching.kept.take')}
          </Button>
          <Button kind="quiet" onClick={drop}>
            {t('coaching.kept.drop')}
          </Button>
        </>
      }
    />
  );
}

/** What one should know before writing: kept words, a missing agreement, a closed report, a day that came. */
export function SessionNotices(props: SessionNoticesProps): ReactNode {
  const t = useText();
  const { page, form, kept } = props;
  const { report, agreement, session } = page;
  const hasCome = form.values.state === 'planned' && session.date <= today();
  return (
    <div className={styles['notices']}>
      <OlderWords {...props} />
      {kept !== null && isContinued(kept, session) && (
        <Warning tone="info" title={t('coaching.kept.continued', { at: formatInstant(kept.at) })} />
      )}
      {agreement === null && <AgreementMissing page={page} />}
      {report !== null && (
        <Warning tone="info" title={t('coaching.session.reportClosed', { number: report.number })}>
          {t('coaching.session.reportClosedBody')}{' '}
          <LinkButton onClick={() => goTo({ place: 'reports', reportId: report.id })}>
            {t('coaching.session.openReport')}
          </LinkButton>
        </Warning>
      )}
      {hasCome && (
        <Warning
          title={t('coaching.session.hasCome')}
          action={
            <Button
              kind="primary"
              onClick={() =>
                form.patch({ state: 'held', presentIds: [...page.engagement.participantIds] })
              }
            >
              {t('coaching.session.wasHeld')}
            </Button>
          }
        >
          {t('coaching.session.hasComeBody')}
        </Warning>
      )}
    </div>
  );
}
