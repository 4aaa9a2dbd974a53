import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { SubjectRef } from '../../../../src-main/contract/personalDataCalls.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { PersonAvatar } from '../../../ui/PersonAvatar.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import styles from './personalData.module.css';

interface FoundProps {
  readonly text: string;
  readonly onChoose: (subject: SubjectRef) => void;
}

function Found({ text, onChoose }: FoundProps): ReactNode {
  const t = useText();
  const found = useLoaded(() => call('subject.find', { text }), [text]);
  return (
    <LoadedView of={found} failedTitle={t('personalData.find.failed')}>
      {(people) =>
        people.length === 0 ? (
          <p className={styles['quiet']}>{t('personalData.find.nobody')}</p>
        ) : (
          <ul className={styles['found']} aria-label={t('personalData.find.people')}>
            {people.map(({ kind, id, name, detail }) => (
              <li key={`${kind} ${id}`}>
                <button
                  type="button"
                  className={styles['person']}
                  onClick={() => onChoose({ kind, id })}
                >
                  <PersonAvatar name={name} size={28} />
                  <span className={styles['words']}>
                    <strong>{name}</strong>
                    <span className={styles['quiet']}>
                      {[t(`personalData.kinds.${kind}`), detail]
                        .filter((part) => part !== '')
                        .join(' · ')}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )
      }
    </LoadedView>
  );
}

export interface FindSubjectProps {
  readonly autoFocus: boolean;
  readonly onChoose: (subject: SubjectRef) => void;
}

/** Finds somebody by name; nothing is listed before a letter is typed. */
export function FindSubject({ autoFocus, onChoose }: FindSubjectProps): ReactNode {
  const t = useText();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  return (
    <>
      <div className={styles['narrow']}>
        <TextField
          label={t('personalData.find.label')}
          type="search"
          autoFocus={autoFocus}
          icon={<IconSearch size={16} />}
          placeholder={t('personalData.find.placeholder')}
          value={typed}
          onChange={setTyped}
        />
      </div>
      {text !== '' && <Found text={text} onChoose={onChoose} />}
    </>
  );
}
