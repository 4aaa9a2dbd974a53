import type { ReactNode } from 'react';
import type { ErasurePreview } from '../../../../src-main/contract/personalDataCalls.ts';
import { useText } from '../../../i18n/text.ts';
import { goTo } from '../../../state/route.ts';
import { Fact, Facts } from '../../../ui/Facts.tsx';
import { formatDateShort, formatInstant } from '../../../ui/format.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import styles from './personalData.module.css';

function Reports({ reports }: Pick<ErasurePreview, 'reports'>): ReactNode {
  const t = useText();
  if (reports.length === 0) return t('personalData.erase.noReports');
  return (
    <>
      <p>{t('personalData.erase.reportsValue', { count: reports.length })}</p>
      <ul className={styles['small']}>
        {reports.map(({ number, title, recipients }) => (
          <li key={number}>
            <strong>
              {number} {title}
            </strong>
            <span className={styles['quiet']}>
              {recipients.length === 0
                ? t('personalData.erase.noHolders')
                : t('personalData.erase.holders', { recipients: recipients.join(', ') })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface BackupsProps extends Pick<ErasurePreview, 'backups'> {
  readonly onLeave: () => void;
}

function Backups({ backups, onLeave }: BackupsProps): ReactNode {
  const t = useText();
  if (backups.length === 0) return <p>{t('personalData.erase.noBackups')}</p>;
  const leave = (): void => {
    onLeave();
    goTo({ place: 'settings', section: 'safety' });
  };
  return (
    <>
      <p>{t('personalData.erase.backupsValue', { count: backups.length })}</p>
      <ul className={styles['small']}>
        {backups.map(({ place, id, createdAt, expiresOn }) => (
          <li key={`${place} ${id}`}>
            {t('personalData.erase.backup', {
              at: formatInstant(createdAt),
              on: formatDateShort(expiresOn),
            })}
          </li>
        ))}
      </ul>
      <p className={styles['quiet']}>
        {t('personalData.erase.backupsHint')}{' '}
        <LinkButton onClick={leave}>{t('personalData.erase.safety')}</LinkButton>.
      </p>
    </>
  );
}

export interface EraseFactsProps {
  readonly preview: ErasurePreview;
  readonly onLeave: () => void;
}

/** What erasing somebody will do, before it is done. */
export function EraseFacts({ preview, onLeave }: EraseFactsProps): ReactNode {
  const t = useText();
  const { records, privateNotes, reports, backups } = preview;
  return (
    <Facts>
      <Fact label={t('personalData.erase.records')}>
        {t('personalData.erase.recordsValue', { count: records })}
      </Fact>
      <Fact label={t('personalData.erase.notes')}>
        {privateNotes === 0
          ? t('personalData.erase.noNotes')
          : t('personalData.erase.notesValue', { count: privateNotes })}
      </Fact>
      <Fact label={t('personalData.erase.reports')}>
        <Reports reports={reports} />
      </Fact>
      <Fact label={t('personalData.erase.backups')}>
        <Backups backups={backups} onLeave={onLeave} />
        <p className={styles['quiet']}>{t('personalData.erase.elsewhere')}</p>
      </Fact>
    </Facts>
  );
}
