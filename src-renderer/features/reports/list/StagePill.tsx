import { IconMail, IconPencil, IconSend } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { assertNever } from '../../../ui/assertNever.ts';
import { StatusPill } from '../../../ui/StatusPill.tsx';
import { stageOf, type ReportRow } from './reportStages.ts';

interface StagePillProps {
  readonly row: ReportRow;
  readonly latest: ReadonlyMap<string, number>;
}

/** Where a report stands, in a word: what is known, or said by the person, never assumed. */
export function StagePill({ row, latest }: StagePillProps): ReactNode {
  const t = useText();
  const stage = stageOf(row, latest);
  if (row.agreementMissing) {
    return <StatusPill tone="danger">{t('reports.stage.noAgreement')}</StatusPill>;
  }
  if (stage === 'to-close') {
    return (
      <StatusPill tone="waiting" icon={<IconPencil />}>
        {t('reports.stage.toClose')}
      </StatusPill>
    );
  }
  if (stage === null) return <StatusPill tone="neutral">{t('reports.stage.replaced')}</StatusPill>;
  switch (row.dispatch) {
    case null:
      return (
        <StatusPill tone="waiting" icon={<IconSend />}>
          {t('reports.stage.toSend')}
        </StatusPill>
      );
    case 'prepared':
      return (
        <StatusPill tone="waiting" icon={<IconMail />}>
          {t('reports.dispatch.prepared')}
        </StatusPill>
      );
    case 'unknown':
      return <StatusPill tone="danger">{t('reports.dispatch.unknown')}</StatusPill>;
    case 'accepted':
      return <StatusPill tone="ok">{t('reports.dispatch.accepted')}</StatusPill>;
    case 'marked':
      return <StatusPill tone="ok">{t('reports.dispatch.marked')}</StatusPill>;
    default:
      return assertNever(row.dispatch);
  }
}
