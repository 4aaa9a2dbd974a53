import { useEffect, useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { chooseSubject, useSubjectStore } from '../../../state/personalData.ts';
import { useRouteStore } from '../../../state/route.ts';
import { useGateStore } from '../../../state/workspaceGate.ts';
import { Section } from '../../../ui/Section.tsx';
import { Block } from '../safety/Block.tsx';
import { FindSubject } from './FindSubject.tsx';
import styles from './personalData.module.css';
import { Protocols } from './Protocols.tsx';
import { RetentionBlock } from './RetentionBlock.tsx';
import { SubjectCard } from './SubjectCard.tsx';

/** Forgets whose data was open, unless the page was only drawn anew. */
function forgetWhenLeft(): void {
  const here = useRouteStore.getState().route.place === 'settings';
  if (!here || useGateStore.getState().gate.kind !== 'open') chooseSubject(null);
}

/** Dane osobowe: what is held about one person, protocols of erasures, how long records are kept. */
export function PersonalDataSection(): ReactNode {
  const t = useText();
  const subject = useSubjectStore((state) => state.subject);
  const [returned, setReturned] = useState(false);
  // Whoever comes back to Ustawienia later, or unlocks, does not find somebody's data open.
  useEffect(() => forgetWhenLeft, []);
  const leave = (): void => {
    setReturned(true);
    chooseSubject(null);
  };
  return (
    <Section title={t('settings.personalData.title')}>
      <div className={styles['blocks']}>
        <Block title={t('personalData.find.title')} hint={t('personalData.find.hint')}>
          {subject === null ? (
            <FindSubject autoFocus={returned} onChoose={chooseSubject} />
          ) : (
            <SubjectCard key={`${subject.kind} ${subject.id}`} subject={subject} onLeave={leave} />
          )}
        </Block>
        <Protocols />
        <RetentionBlock />
      </div>
    </Section>
  );
}
