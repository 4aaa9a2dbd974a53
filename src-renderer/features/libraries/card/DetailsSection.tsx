import { IconPencil } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Fact, Facts } from '../../../ui/Facts.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { StoredLibrary } from '../libraryForm.ts';
import styles from './card.module.css';
import { DetailsForm } from './DetailsForm.tsx';

export interface DetailsSectionProps {
  readonly library: StoredLibrary;
}

function Contact({ library }: DetailsSectionProps): ReactNode {
  const t = useText();
  const shown = (['address', 'email', 'phone', 'note'] as const).filter(
    (name) => library[name] !== '',
  );
  if (shown.length === 0) return <p className={styles['quiet']}>{t('libraries.details.none')}</p>;
  return (
    <Facts>
      {shown.map((name) => (
        <Fact key={name} label={t(`libraries.fields.${name}`)}>
          {library[name]}
        </Fact>
      ))}
    </Facts>
  );
}

/** How to reach the library; edited in place, saved as one types. */
export function DetailsSection({ library }: DetailsSectionProps): ReactNode {
  const t = useText();
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title={t('libraries.details.title')}
      actions={
        !editing && (
          <IconButton
            small
            label={t('libraries.details.change')}
            icon={<IconPencil />}
            onClick={() => setEditing(true)}
          />
        )
      }
    >
      {editing ? (
        <>
          <DetailsForm library={library} />
          <Button onClick={() => setEditing(false)}>{t('libraries.details.done')}</Button>
        </>
      ) : (
        <Contact library={library} />
      )}
    </Section>
  );
}
