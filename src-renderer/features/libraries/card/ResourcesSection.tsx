import {
  IconBuildingCommunity,
  IconBulb,
  IconClock,
  IconCoins,
  IconDots,
  IconHeartHandshake,
  IconPlus,
  IconStar,
  IconTools,
  IconUsers,
  IconX,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ResourceKind } from '../../../../src-main/domain/resource.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { goTo } from '../../../state/route.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { LibraryCard } from '../libraryForm.ts';
import styles from './card.module.css';
import { NewResourceDialog } from './NewResourceDialog.tsx';

type Resource = LibraryCard['resources'][number];

/** The picture of each kind of resource; the kind is said beside it. */
const ICONS: Readonly<Record<ResourceKind, ReactNode>> = {
  strengths: <IconStar />,
  people: <IconUsers />,
  knowledge: <IconBulb />,
  relations: <IconHeartHandshake />,
  place: <IconBuildingCommunity />,
  equipment: <IconTools />,
  money: <IconCoins />,
  time: <IconClock />,
  other: <IconDots />,
};

function ResourceLine({ resource }: { readonly resource: Resource }): ReactNode {
  const t = useText();
  const { id, kind, name, ownerName, engagementId } = resource;
  const remove = async (): Promise<void> => {
    try {
      await call('bin.remove', { entity: 'resource', id });
      notifyWithUndo(t('libraries.resources.removed', { name }), async () => {
        await call('bin.restore', { entity: 'resource', id });
      });
    } catch (error) {
      reportFailure(error);
    }
  };
  return (
    <li className={styles['resource']}>
      <span className={styles['resourceIcon']} aria-hidden="true">
        {ICONS[kind]}
      </span>
      <span className={styles['resourceWords']}>
        {engagementId === null ? (
          name
        ) : (
          <span>
            <LinkButton onClick={() => goTo({ place: 'coaching', engagementId })}>
              {name}
            </LinkButton>
          </span>
        )}
        <span className={styles['resourceKind']}>
          {[t(`libraries.resources.kind.${kind}`), ownerName]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </span>
      {engagementId === null && (
        <span className={styles['resourceTools']}>
          <IconButton
            small
            label={t('libraries.resources.remove', { name })}
            icon={<IconX />}
            onClick={() => void remove()}
          />
        </span>
      )}
    </li>
  );
}

export interface ResourcesSectionProps {
  readonly libraryId: string;
  readonly resources: readonly Resource[];
}

/** What the Zone has and what it seeks, side by side. */
export function ResourcesSection({ libraryId, resources }: ResourcesSectionProps): ReactNode {
  const t = useText();
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('libraries.resources.title')}
      actions={
        <IconButton
          small
          label={t('libraries.resources.add')}
          icon={<IconPlus />}
          onClick={() => setAdding(true)}
        />
      }
    >
      <div className={styles['resources']}>
        {(['have', 'seek'] as const).map((direction) => {
          const own = resources.filter((resource) => resource.direction === direction);
          return (
            <div key={direction}>
              <h3 className={styles['small']}>{t(`libraries.resources.${direction}`)}</h3>
              {own.length === 0 ? (
                <p className={styles['quiet']}>{t('libraries.resources.empty')}</p>
              ) : (
                <ul>
                  {own.map((resource) => (
                    <ResourceLine key={resource.id} resource={resource} />
                  ))}
                </ul>
              )}
            </div>
          );
        })}
      </div>
      {adding && <NewResourceDialog libraryId={libraryId} onClose={() => setAdding(false)} />}
    </Section>
  );
}
