import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { formatInstant } from '../../ui/format.ts';
import { StatusPill, type Tone } from '../../ui/StatusPill.tsx';
import styles from './BackupList.module.css';
import { backupKey, momentNear, rowContentsText, sizeText, type BackupRow } from './backupText.ts';

const TONES: Readonly<Record<BackupRow['state'], Tone>> = {
  verified: 'ok',
  waiting: 'neutral',
  damaged: 'danger',
};

export interface BackupListProps {
  /** What the list is, read aloud. */
  readonly label: string;
  /** Newest first. */
  readonly backups: readonly BackupRow[];
  readonly selected: BackupRow | null;
  readonly onSelect: (backup: BackupRow) => void;
  /** Enter or a double click on a backup that can be restored. */
  readonly onOpen?: ((backup: BackupRow) => void) | undefined;
  /** Only backups that can be restored may be selected. */
  readonly restorable?: boolean | undefined;
}

interface LineProps {
  readonly backup: BackupRow;
  readonly name: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onSelect: () => void;
  readonly onOpen: (() => void) | undefined;
}

function Line({ backup, name, checked, disabled, onSelect, onOpen }: LineProps): ReactNode {
  const t = useText();
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || onOpen === undefined) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <label className={styles['line']} data-disabled={disabled || undefined} onDoubleClick={onOpen}>
      <input
        type="radio"
        className="visually-hidden"
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={onSelect}
        onKeyDown={press}
      />
      <span className={styles['dot']} aria-hidden="true" />
      <span className={styles['when']}>
        <time dateTime={backup.createdAt} title={formatInstant(backup.createdAt)}>
          {momentNear(backup.createdAt)}
        </time>
        {backup.reason !== null && (
          <span className={styles['soft']}>{t(`safety.backups.reason.${backup.reason}`)}</span>
        )}
      </span>
      <span className={styles['what']}>
        {rowContentsText(backup)}
        <span className={styles['soft']}>
          {sizeText(backup.bytes)}
          {backup.place === 'second' && `, ${t('safety.backups.secondPlace')}`}
        </span>
      </span>
      <span className={styles['state']}>
        <StatusPill tone={TONES[backup.state]}>
          {t(`safety.backups.state.${backup.state}`)}
        </StatusPill>
      </span>
    </label>
  );
}

/** Backups to choose one from: when, why, what is in them, and whether they were checked. Arrows move the choice. */
export function BackupList(props: BackupListProps): ReactNode {
  const { label, backups, selected, onSelect, onOpen, restorable = false } = props;
  const name = useId();
  const chosen = selected === null ? null : backupKey(selected);
  return (
    <div className={styles['list']} role="radiogroup" aria-label={label}>
      {backups.map((backup) => {
        const damaged = backup.state === 'damaged';
        return (
          <Line
            key={backupKey(backup)}
            backup={backup}
            name={name}
            checked={backupKey(backup) === chosen}
            disabled={restorable && damaged}
            onSelect={() => onSelect(backup)}
            onOpen={onOpen === undefined || damaged ? undefined : () => onOpen(backup)}
          />
        );
      })}
    </div>
  );
}
