import { IconMessages } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { notify } from '../../state/notices.ts';
import { BrokenState } from '../../ui/BrokenState.tsx';
import { Button } from '../../ui/Button.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { SaveStatus } from '../../ui/SaveStatus.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { Warning } from '../../ui/Warning.tsx';
import styles from './Gallery.module.css';

/** Pills, save states and warnings. */
export function StatusSamples(): ReactNode {
  const t = useText();
  const acknowledge = (): void => void notify(t('gallery.status.overlapAction'));
  return (
    <Section title={t('gallery.status.title')}>
      <div className={styles['row']}>
        <StatusPill tone="ok">{t('gallery.status.closed')}</StatusPill>
        <StatusPill tone="waiting">{t('gallery.status.draft')}</StatusPill>
        <StatusPill tone="danger">{t('gallery.status.late')}</StatusPill>
        <StatusPill tone="info">{t('gallery.status.sent')}</StatusPill>
        <StatusPill tone="neutral">{t('gallery.status.planned')}</StatusPill>
      </div>
      <div className={styles['row']}>
        <SaveStatus status={{ kind: 'clean' }} />
        <SaveStatus status={{ kind: 'saving' }} />
        <SaveStatus status={{ kind: 'saved', at: '14:05' }} />
        <SaveStatus status={{ kind: 'unsaved', reason: t('gallery.status.reasonShort') }} />
        <SaveStatus
          status={{ kind: 'failed', reason: t('gallery.status.reasonDisk') }}
          onRetry={acknowledge}
        />
      </div>
      <div className={styles['stack']}>
        <Warning
          title={t('gallery.status.overlap')}
          action={<Button onClick={acknowledge}>{t('gallery.status.overlapAction')}</Button>}
        >
          {t('gallery.status.overlapBody')}
        </Warning>
        <Warning tone="danger" title={t('gallery.status.agreement')} />
        <Warning tone="info" title={t('gallery.status.hint')} />
        <Warning tone="ok" title={t('gallery.status.done')} />
      </div>
    </Section>
  );
}

/** The designed states of a place, side by side. */
export function PlaceStateSamples(): ReactNode {
  const t = useText();
  const acknowledge = (): void => void notify(t('gallery.states.emptyAction'));
  return (
    <Section title={t('gallery.states.title')}>
      <Columns least={280}>
        <EmptyState
          title={t('gallery.states.emptyTitle')}
          icon={<IconMessages />}
          action={
            <Button kind="primary" onClick={acknowledge}>
              {t('gallery.states.emptyAction')}
            </Button>
          }
        >
          {t('gallery.states.emptyBody')}
        </EmptyState>
        <BrokenState
          title={t('gallery.states.brokenTitle')}
          what={t('gallery.states.brokenWhat')}
          detail="SQLITE_BUSY"
          onRetry={acknowledge}
        />
        <LoadingState label={t('gallery.states.loading')} />
      </Columns>
    </Section>
  );
}
