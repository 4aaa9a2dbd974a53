import { IconArrowBackUp, IconDeviceFloppy } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notify, reportFailure } from '../../../state/notices.ts';
import { goTo } from '../../../state/route.ts';
import { useLeaveShortcut } from '../useLeaveShortcut.ts';
import { useStored } from '../../../state/useStored.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatInstant } from '../../../ui/format.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { PdfView } from '../../../ui/pdf/PdfView.tsx';
import { StatusPill } from '../../../ui/StatusPill.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { Warning } from '../../../ui/Warning.tsx';
import styles from '../Reports.module.css';
import { CorrectionView } from './CorrectionView.tsx';
import { MailPanel } from './MailPanel.tsx';
import { readMailDraft } from './mailDraft.ts';

type ReportPage = CallOutput<'report.get'>;

async function saveAs(id: string): Promise<'saved' | 'cancelled'> {
  return (await call('report.saveAs', { id })).outcome;
}

function Corrections({ page }: { readonly page: ReportPage }): ReactNode {
  const t = useText();
  const { report } = page;
  const latest = page.corrections.at(-1);
  const original = report.correctionOf;
  return (
    <>
      {latest !== undefined && (
        <Warning
          title={t('reports.correction.there', { number: latest.correctionNumber })}
          action={
            <Button onClick={() => goTo({ place: 'reports', reportId: latest.id })}>
              {t('reports.correction.open', { number: latest.number })}
            </Button>
          }
        >
          {t('reports.correction.thereBody')}
        </Warning>
      )}
      {original !== null && (
        <Warning
          tone="info"
          title={t('reports.correction.nth', { number: report.correctionNumber })}
        >
          {report.correctionReason}{' '}
          <LinkButton onClick={() => goTo({ place: 'reports', reportId: original })}>
            {t('reports.correction.original')}
          </LinkButton>
        </Warning>
      )}
    </>
  );
}

interface ClosedReportProps {
  readonly page: ReportPage;
  readonly onCorrect: () => void;
}

function Header({ page, onCorrect }: ClosedReportProps): ReactNode {
  const t = useText();
  const { report } = page;
  const save = async (): Promise<void> => {
    try {
      if ((await saveAs(report.id)) === 'saved') notify(t('reports.closed.saved'));
    } catch (error) {
      reportFailure(error, save);
    }
  };
  return (
    <PageHeader
      back={{ label: t('reports.title'), onBack: () => goTo({ place: 'reports' }) }}
      title={report.title}
      meta={
        <StatusPill tone="ok">{t('reports.closed.pill', { number: report.number })}</StatusPill>
      }
      subtitle={t('reports.closed.when', {
        at: formatInstant(report.closedAt),
        hash: report.sha256.slice(0, 12),
      })}
      actions={
        <>
          <Button kind="quiet" icon={<IconArrowBackUp />} onClick={onCorrect}>
            {t('reports.correction.make')}
          </Button>
          <Button icon={<IconDeviceFloppy />} onClick={() => void save()}>
            {t('reports.closed.saveAs')}
          </Button>
        </>
      }
    />
  );
}

function ClosedReport({ page, onCorrect }: ClosedReportProps): ReactNode {
  const t = useText();
  const { report } = page;
  const pdf = useLoaded(() => call('report.read', { id: report.id }), [report.id]);
  const draft = useLoaded(() => readMailDraft(report.id), [report.id]);
  return (
    <Page
      fill
      header={<Header page={page} onCorrect={onCorrect} />}
      aside={
        <LoadedView of={draft} loading={<aside className={styles['panel']} />}>
          {(kept) => <MailPanel key={report.id} page={page} kept={kept} />}
        </LoadedView>
      }
    >
      <div className={styles['document']}>
        <Corrections page={page} />
        <LoadedView of={pdf} failedTitle={t('reports.closed.failedPdf')}>
          {(read) => (
            <PdfView bytes={read.pdf} label={t('reports.closed.pdf', { number: report.number })} />
          )}
        </LoadedView>
      </div>
    </Page>
  );
}

interface ClosedReportPageProps {
  readonly reportId: string;
}

/** A closed report: its PDF byte for byte, the e-mail with it, and the way to a correction. */
export function ClosedReportPage({ reportId }: ClosedReportPageProps): ReactNode {
  const t = useText();
  useLeaveShortcut();
  const [correcting, setCorrecting] = useState(false);
  const page = useStored('report.get', { id: reportId }, [reportId]);
  if (page.kind === 'ready') {
    return correcting ? (
      <CorrectionView page={page.data} onBack={() => setCorrecting(false)} />
    ) : (
      <ClosedReport page={page.data} onCorrect={() => setCorrecting(true)} />
    );
  }
  return (
    <Page
      header={
        <PageHeader
          back={{ label: t('reports.title'), onBack: () => goTo({ place: 'reports' }) }}
          title={t('reports.one')}
        />
      }
    >
      <LoadedView of={page} failedTitle={t('reports.open.failed')}>
        {() => null}
      </LoadedView>
    </Page>
  );
}
