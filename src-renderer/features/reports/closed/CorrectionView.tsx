import { useId, useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { goTo } from '../../../state/route.ts';
import { useStored, useWhenChanged } from '../../../state/useStored.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { PdfView } from '../../../ui/pdf/PdfView.tsx';
import { StatusPill } from '../../../ui/StatusPill.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { MissingFields, Withheld } from '../open/CheckPanel.tsx';
import { useClosing } from '../open/useClosing.ts';
import { readSubject } from '../readSubject.ts';
import styles from '../Reports.module.css';

interface CorrectionViewProps {
  readonly page: CallOutput<'report.get'>;
  readonly onBack: () => void;
}

interface DecisionProps {
  readonly page: CallOutput<'report.get'>;
  readonly isBlocked: boolean;
}

function Decision({ page, isBlocked }: DecisionProps): ReactNode {
  const t = useText();
  const { id, number } = page.report;
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const closing = useClosing({
    question: {
      title: t('reports.correction.title', { number }),
      body: t('reports.correction.body'),
      confirmLabel: t('reports.correction.confirm'),
    },
    close: () => call('report.correct', { id, reason }),
  });
  const decide = (): void => {
    if (reason.trim() === '') setProblem(t('ui.dialog.reasonMissing'));
    else void closing.run();
  };
  return (
    <div className={styles['decision']}>
      <TextAreaField
        label={t('reports.correction.reason')}
        hint={t('reports.correction.reasonHint')}
        error={problem}
        autoFocus
        value={reason}
        onChange={(words) => {
          setReason(words);
          setProblem(null);
        }}
      />
      <Button kind="primary" busy={closing.busy} disabled={isBlocked} onClick={decide}>
        {t('reports.correction.confirm')}
      </Button>
      {isBlocked && <p className={styles['quiet']}>{t('reports.check.blockedNote')}</p>}
    </div>
  );
}

/** A correction before it is closed: what the report would say now, and why it is corrected. */
export function CorrectionView({ page, onBack }: CorrectionViewProps): ReactNode {
  const t = useText();
  const id = useId();
  const { kind, subjectId, number } = page.report;
  const subject = useLoaded(() => readSubject({ kind, subjectId }), [kind, subjectId]);
  useWhenChanged(subject.reload);
  const preview = useStored('report.preview', { kind, subjectId }, [kind, subjectId]);
  return (
    <Page
      fill
      header={
        <PageHeader
          back={{ label: number, onBack }}
          title={t('reports.correction.title', { number })}
          meta={<StatusPill tone="waiting">{t('reports.stage.toClose')}</StatusPill>}
          subtitle={t('reports.correction.intro')}
        />
      }
      aside={
        <aside className={styles['panel']} aria-labelledby={id}>
          <h2 id={id} className={styles['panelTitle']}>
            {t('reports.check.title')}
          </h2>
          <LoadedView of={subject}>
            {(view) => (
              <>
                <Button onClick={() => goTo(view.route)}>{t('reports.correction.change')}</Button>
                {preview.kind === 'ready' && <MissingFields missing={preview.data.missing} />}
                <Withheld view={view} />
              </>
            )}
          </LoadedView>
          <Decision
            page={page}
            isBlocked={preview.kind === 'ready' && preview.data.missing.some((one) => one.blocking)}
          />
        </aside>
      }
    >
      <div className={styles['document']}>
        <LoadedView of={preview} failedTitle={t('reports.open.failedPdf')}>
          {({ pdf }) => <PdfView bytes={pdf} label={t('reports.open.pdf')} />}
        </LoadedView>
      </div>
    </Page>
  );
}
