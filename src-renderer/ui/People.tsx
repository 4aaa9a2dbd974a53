import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { PersonAvatar } from './PersonAvatar.tsx';
import styles from './People.module.css';

export interface PeopleProps {
  readonly names: readonly string[];
  /** How many are written out. */
  readonly most?: number | undefined;
}

/** Some people in a row, by picture and name. */
export function People({ names, most = 3 }: PeopleProps): ReactNode {
  const t = useText();
  const hidden = names.length - most;
  return (
    <span className={styles['people']}>
      {names.slice(0, most).map((name) => (
        <span key={name} className={styles['person']}>
          <PersonAvatar name={name} size={20} />
          {name}
        </span>
      ))}
      {hidden > 0 && (
        <span className={styles['more']} title={names.slice(most).join(', ')}>
          {t('ui.people.more', { count: hidden })}
        </span>
      )}
    </span>
  );
}
