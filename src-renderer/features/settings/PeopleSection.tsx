import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { useNewThing } from '../../state/shortcuts.ts';
import { useStored } from '../../state/useStored.ts';
import { useMe } from '../../state/who.ts';
import { Button } from '../../ui/Button.tsx';
import { compareText } from '../../ui/collation.ts';
import { LoadedView } from '../../ui/LoadedView.tsx';
import { PersonAvatar } from '../../ui/PersonAvatar.tsx';
import { Section } from '../../ui/Section.tsx';
import { NewPersonDialog } from './NewPersonDialog.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import type { Person } from './personForm.ts';
import styles from './settings.module.css';

interface PersonLineProps {
  readonly person: Person;
  readonly isMe: boolean;
  readonly onOpen: () => void;
}

function PersonLine({ person, isMe, onOpen }: PersonLineProps): ReactNode {
  const t = useText();
  const { name, form, roles, email, phone } = person;
  return (
    <li>
      <button type="button" className={styles['person']} onClick={onOpen}>
        <PersonAvatar name={name} size={32} />
        <span className={styles['personWords']}>
          <span className={styles['personName']}>
            {name}
            {isMe && <span className={styles['me']}>{t('settings.people.me')}</span>}
          </span>
          <span className={styles['quiet']}>
            {roles.map((role) => t(`settings.roles.${form}.${role}`)).join(', ')}
          </span>
        </span>
        <span className={styles['quiet']}>
          {[email, phone].filter((part) => part !== '').join(' · ')}
        </span>
      </button>
    </li>
  );
}

/** Everybody who trains, coaches, advises or coordinates; oneself first. */
export function PeopleSection(): ReactNode {
  const t = useText();
  const people = useStored('person.list', {});
  const me = useMe();
  const [openId, setOpenId] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  useNewThing(t('settings.people.add'), () => setAdding(true));
  const isMe = ({ id }: Person): boolean => id === me?.personId;
  const inOrder = (one: Person, other: Person): number =>
    Number(isMe(other)) - Number(isMe(one)) || compareText(one.name, other.name);
  return (
    <Section
      title={t('settings.people.title')}
      hint={t('settings.people.hint')}
      actions={
        <Button kind="quiet" icon={<IconPlus />} shortcut="n" onClick={() => setAdding(true)}>
          {t('settings.people.add')}
        </Button>
      }
    >
      <LoadedView of={people} failedTitle={t('settings.failed')}>
        {(all) => {
          const opened = all.find(({ id }) => id === openId);
          return (
            <>
              <ul>
                {all.toSorted(inOrder).map((person) => (
                  <PersonLine
                    key={person.id}
                    person={person}
                    isMe={isMe(person)}
                    onOpen={() => setOpenId(person.id)}
                  />
                ))}
              </ul>
              {opened !== undefined && (
                <PersonDialog
                  key={opened.id}
                  person={opened}
                  isMe={isMe(opened)}
                  onClose={() => setOpenId(null)}
                />
              )}
            </>
          );
        }}
      </LoadedView>
      {adding && <NewPersonDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}
