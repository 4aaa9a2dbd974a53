import { useEffect, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import type { ReportSubject } from '../../../state/reportSubject.ts';
import { goTo } from '../../../state/route.ts';
import { useLeaveShortcut } from '../useLeaveShortcut.ts';
import { useStored, useWhenChanged } from '../../../state/useStored.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { PdfView } from '../../../ui/pdf/PdfView.tsx';
import { StatusPill } from '../../../ui/StatusPill.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { readSubject, type SubjectView } from '../readSubject.ts';
import styles from '../Reports.module.css';
import { CheckPanel } from './CheckPanel.tsx';
import { useClosing } from './useClosing.ts';

interface OpenReportProps {
  readonly subject: ReportSubject;
  readonly view: SubjectView;
  readonly preview: CallOutput<'report.preview'>;
}

function OpenReport({ subject, view, preview }: OpenReportProps): ReactNode {
  const t = useText();
  const closing = useClosing({
    question: {
      title: t('reports.close.title'),
      body: t('reports.close.body'),
      confirmLabel: t('reports.close.confirm'),
    },
    close: () => call('report.close', { ...subject }),
  });
  return (
    <Page
      fill
      header={
        <PageHeader
          back={{ label: t('reports.title'), onBack: () => goTo({ place: 'reports' }) }}
          title={view.title}
          meta={<StatusPill tone="waiting">{t('reports.stage.toClose')}</StatusPill>}
          subtitle={
            <>
              {view.detail}
              {' · '}
              <LinkButton onClick={() => goTo(view.route)}>
                {t(`reports.open.source.${subject.kind}`)}
              </LinkButton>
            </>
          }
        />
      }
      aside={<CheckPanel view={view} preview={preview} closing={closing} />}
    >
      <div className={styles['document']}>
        <PdfView bytes={preview.pdf} label={t('reports.open.pdf')} />
      </div>
    </Page>
  );
}

interface OpenReportPageProps {
  readonly subject: ReportSubject;
}

/** A report before it is closed: the real PDF of what is saved now, what it lacks, and the decision. */
export function OpenReportPage({ subject }: OpenReportPageProps): ReactNode {
  const t = useText();
  useLeaveShortcut();
  const { kind, subjectId } = subject;
  const view = useLoaded(() => readSubject(subject), [kind, subjectId]);
  useWhenChanged(view.reload);
  const preview = useStored('report.preview', { kind, subjectId }, [kind, subjectId]);
  const closedId = view.kind === 'ready' ? (view.data.closed?.id ?? null) : null;
  useEffect(() => {
    // Closed already: what counts is the closed one, not what it would be made of today.
    if (closedId !== null) goTo({ place: 'reports', reportId: closedId }, { replace: true });
  }, [closedId]);
  const frame = (
    <Page
      header={
        <PageHeader
          back={{ label: t('reports.title'), onBack: () => goTo({ place: 'reports' }) }}
          title={t('reports.one')}
        />
      }
    >
      <LoadedView of={view} failedTitle={t('reports.open.failed')}>
        {() => (
          <LoadedView of={preview} failedTitle={t('reports.open.failedPdf')}>
            {() => null}
          </LoadedView>
        )}
      </LoadedView>
    </Page>
  );
  if (view.kind !== 'ready' || preview.kind !== 'ready' || closedId !== null) return frame;
  return <OpenReport subject={subject} view={view.data} preview={preview.data} />;
}
