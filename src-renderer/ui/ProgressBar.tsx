import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { formatNumber } from './format.ts';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  readonly label: ReactNode;
  /** What is done or delivered. */
  readonly value: number;
  readonly target: number;
  /** Done and planned together. */
  readonly planned?: number | undefined;
  readonly format?: ((value: number) => string) | undefined;
}

/**
 * Delivered, planned and target on one line, with the difference in words: totals are counted, targets
 * are data, and they need not agree.
 */
export function ProgressBar(props: ProgressBarProps): ReactNode {
  const t = useText();
  const { label, value, target, planned, format = formatNumber } = props;
  const full = Math.max(target, value, planned ?? 0, 1);
  const share = (part: number): string => `${(part / full) * 100}%`;
  const reach = Math.max(value, planned ?? value);
  const notes = [
    planned === undefined ? null : t('ui.progress.planned', { planned: format(planned) }),
    reach < target ? t('ui.progress.missing', { missing: format(target - reach) }) : null,
    reach > target ? t('ui.progress.over', { over: format(reach - target) }) : null,
  ];
  const note = notes.filter((part) => part !== null).join(', ');
  return (
    <div className={styles['progress']}>
      <div className={styles['words']}>
        <span className={styles['label']}>{label}</span>
        <span className={styles['value']}>
          {t('ui.progress.text', { value: format(value), target: format(target) })}
        </span>
      </div>
      <div className={styles['bar']} aria-hidden="true">
        {planned !== undefined && (
          <span className={styles['planned']} style={{ width: share(planned) }} />
        )}
        <span className={styles['done']} style={{ width: share(value) }} />
        {full > target && <span className={styles['target']} style={{ left: share(target) }} />}
      </div>
      {note !== '' && <p className={styles['note']}>{note}</p>}
    </div>
  );
}
