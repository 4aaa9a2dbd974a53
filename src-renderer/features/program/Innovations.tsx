import { IconBulb } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { goTo } from '../../state/route.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Innovations.module.css';
import type { Program } from './numbers.ts';

type Innovation = Program['innovations'][number];

interface TownsProps {
  readonly towns: readonly string[];
  /** The library of each town that has one. */
  readonly libraryOf: ReadonlyMap<string, string>;
}

function Towns({ towns, libraryOf }: TownsProps): ReactNode {
  const t = useText();
  if (towns.length === 0) return t('program.innovations.everywhere');
  return towns.map((town, index) => {
    const libraryId = libraryOf.get(town);
    return (
      <span key={town}>
        {index > 0 && ', '}
        {libraryId === undefined ? (
          town
        ) : (
          <LinkButton onClick={() => goTo({ place: 'libraries', libraryId })}>{town}</LinkButton>
        )}
      </span>
    );
  });
}

export interface InnovationsProps {
  readonly innovations: readonly Innovation[];
  readonly libraries: Program['libraries'];
}

/** Ideas of the network, each under the question it answers. */
export function Innovations({ innovations, libraries }: InnovationsProps): ReactNode {
  const t = useText();
  const libraryOf = new Map(libraries.map(({ id, town }) => [town, String(id)]));
  if (innovations.length === 0) return null;
  return (
    <Section
      title={t('program.innovations.title')}
      hint={t('program.innovations.hint')}
      count={innovations.length}
    >
      <ul className={styles['list']}>
        {innovations.map(({ id, title, problem, towns }) => (
          <li key={id} className={styles['idea']}>
            <IconBulb className={styles['icon']} size={20} stroke={1.6} aria-hidden="true" />
            <div>
              <h3 className={styles['title']}>{title}</h3>
              <p className={styles['problem']}>{problem}</p>
              <p className={styles['towns']}>
                <Towns towns={towns} libraryOf={libraryOf} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
