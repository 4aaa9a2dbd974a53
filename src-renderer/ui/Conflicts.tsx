import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import styles from './Conflicts.module.css';
import { conflictDay, conflictSentence, type ConflictToSay } from './conflictText.ts';
import { TextField } from './TextField.tsx';

export interface ConflictsProps {
  readonly conflicts: readonly ConflictToSay[];
  /** Reasons typed so far, by conflict key; they come before the saved ones. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Takes typed reasons; with one reason for all of them several at once. */
  readonly onReasons: (reasons: Readonly<Record<string, string>>) => void;
  readonly onLeave?: (() => void) | undefined;
  /** After an attempt to save: says beside each field that its reason is missing. */
  readonly insist?: boolean | undefined;
}

/** The reason for going against a warning, as it stands: typed now, else saved before. */
export function reasonFor(
  conflict: ConflictToSay,
  reasons: Readonly<Record<string, string>>,
): string {
  return reasons[conflict.key] ?? conflict.reason ?? '';
}

/** Warnings that still have no reason. */
export function withoutReason<Conflict extends ConflictToSay>(
  conflicts: readonly Conflict[],
  reasons: Readonly<Record<string, string>>,
): readonly Conflict[] {
  return conflicts.filter((conflict) => reasonFor(conflict, reasons).trim() === '');
}

/** A reason for several warnings at once; those that have another one keep it. */
function SharedReason({ conflicts, reasons, onReasons, onLeave }: ConflictsProps): ReactNode {
  const t = useText();
  const [shared, setShared] = useState('');
  const onChange = (next: string): void => {
    const following = conflicts.filter((conflict) => {
      const reason = reasonFor(conflict, reasons);
      return reason.trim() === '' || reason === shared;
    });
    setShared(next);
    onReasons(Object.fromEntries(following.map(({ key }) => [key, next])));
  };
  const answered = withoutReason(conflicts, reasons).length < 2;
  if (answered && shared === '') return null;
  return (
    <div className={styles['shared']} data-shared-reason>
      <TextField
        label={t('conflicts.sharedReason')}
        placeholder={t('conflicts.reason')}
        value={shared}
        onChange={onChange}
        onBlur={onLeave}
      />
    </div>
  );
}

/** Warnings about a plan, each in a sentence with a place for "Mimo to, bo…". */
export function Conflicts(props: ConflictsProps): ReactNode {
  const t = useText();
  const { conflicts, reasons, onReasons, onLeave, insist = false } = props;
  return (
    <>
      <SharedReason {...props} />
      <ul className={styles['list']}>
        {conflicts.map((conflict) => {
          const reason = reasonFor(conflict, reasons);
          const answered = reason.trim() !== '';
          const day = conflictDay(conflict);
          return (
            <li
              key={conflict.key}
              className={styles['conflict']}
              data-answered={answered || undefined}
              data-conflict={conflict.kind}
            >
              <span className={styles['icon']} aria-hidden="true">
                {answered ? <IconCircleCheck /> : <IconAlertTriangle />}
              </span>
              <div className={styles['words']}>
                {day !== '' && <p className={styles['day']}>{day}</p>}
                <p>{conflictSentence(conflict)}</p>
                <div className={styles['reason']}>
                  <TextField
                    label={t('conflicts.reasonOf', { sentence: conflictSentence(conflict) })}
                    hideLabel
                    placeholder={t('conflicts.reason')}
                    error={insist && !answered ? t('conflicts.reasonMissing') : null}
                    value={reason}
                    onChange={(next) => onReasons({ [conflict.key]: next })}
                    onBlur={onLeave}
                  />
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
