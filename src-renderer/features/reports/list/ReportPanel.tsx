import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Fact, Facts } from '../../../ui/Facts.tsx';
import { formatDate } from '../../../ui/format.ts';
import { SidePanel } from '../../../ui/SidePanel.tsx';
import { Warning } from '../../../ui/Warning.tsx';
import styles from '../Reports.module.css';
import { stageOf, type ReportRow } from './reportStages.ts';
import { StagePill } from './StagePill.tsx';

interface ReportPanelProps {
  readonly row: ReportRow;
  readonly latest: ReadonlyMap<string, number>;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** The selected report in a few facts, with what comes next. */
export function ReportPanel({ row, latest, onOpen, onClose }: ReportPanelProps): ReactNode {
  const t = useText();
  const next = stageOf(row, latest) ?? 'sent';
  return (
    <SidePanel
      title={row.title}
      subtitle={row.number ?? t('reports.panel.noNumber')}
      onClose={onClose}
      actions={
        <Button kind="primary" icon={<IconArrowRight />} onClick={onOpen}>
          {t(`reports.panel.open.${next}`)}
        </Button>
      }
    >
      <div className={styles['stack']}>
        {row.agreementMissing && (
          <Warning title={t('reports.agreement.missing')}>{t('reports.agreement.why')}</Warning>
        )}
        <Facts>
          <Fact label={t('reports.list.kind')}>{t(`reports.kind.${row.kind}`)}</Fact>
          {row.detail !== '' && <Fact label={t('reports.list.detail')}>{row.detail}</Fact>}
          <Fact
            label={row.closedOn === null ? t('reports.panel.heldOn') : t('reports.panel.closedOn')}
          >
            {formatDate(row.on)}
          </Fact>
          {row.correctionNumber > 0 && (
            <Fact label={t('reports.panel.correction')}>
              {t('reports.correction.nth', { number: row.correctionNumber })}
            </Fact>
          )}
          <Fact label={t('reports.list.stage')}>
            <StagePill row={row} latest={latest} />
          </Fact>
        </Facts>
      </div>
    </SidePanel>
  );
}
