import { IconBooks, IconEye, IconFile } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import type { WorkspaceStart } from '../../../src-main/contract/workspaceCalls.ts';
import { useText } from '../../i18n/text.ts';
import styles from './StartChoice.module.css';

const ICONS: Readonly<Record<WorkspaceStart, ReactNode>> = {
  programme: <IconBooks />,
  empty: <IconFile />,
  demonstration: <IconEye />,
};
const STARTS: readonly WorkspaceStart[] = ['programme', 'empty', 'demonstration'];

export interface StartChoiceProps {
  readonly value: WorkspaceStart;
  readonly onChange: (start: WorkspaceStart) => void;
}

/** What the new workspace starts with: three large radio buttons. */
export function StartChoice({ value, onChange }: StartChoiceProps): ReactNode {
  const t = useText();
  const name = useId();
  return (
    <div className={styles['choices']} role="radiogroup" aria-label={t('welcome.first.start')}>
      {STARTS.map((start) => (
        <label key={start} className={styles['choice']}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={start === value}
            onChange={() => onChange(start)}
          />
          <span className={styles['icon']} aria-hidden="true">
            {ICONS[start]}
          </span>
          <span className={styles['name']}>{t(`welcome.first.${start}`)}</span>
          <span className={styles['hint']}>{t(`welcome.first.${start}Hint`)}</span>
        </label>
      ))}
    </div>
  );
}
