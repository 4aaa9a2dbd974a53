import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { goTo } from '../../../state/route.ts';
import { useMe } from '../../../state/who.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { compareText } from '../../../ui/collation.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { PersonChips } from '../parts/PersonChips.tsx';
import styles from './Create.module.css';
import type { CreateValues, LibraryRow, Member, Person, Proposed } from './createValues.ts';

interface WhoFieldsProps {
  readonly values: CreateValues;
  readonly libraries: readonly LibraryRow[];
  readonly persons: readonly Person[];
  readonly team: readonly Member[];
  readonly onLibrary: (libraryId: string | null) => void;
  readonly onChange: (part: Partial<CreateValues>) => void;
  readonly onTouch: (what: Proposed, part: Partial<CreateValues>) => void;
}

function People({ values, team, onTouch }: WhoFieldsProps): ReactNode {
  const t = useText();
  const { libraryId } = values;
  if (libraryId === null) return null;
  if (team.length === 0) {
    return (
      <p className={styles['note']}>
        {t('coaching.create.noTeam')}{' '}
        <LinkButton onClick={() => goTo({ place: 'libraries', libraryId })}>
          {t('coaching.create.openLibrary')}
        </LinkButton>
      </p>
    );
  }
  return (
    <PersonChips
      label={values.form === 'group' ? t('coaching.create.people') : t('coaching.create.person')}
      people={team}
      selected={values.participantIds}
      single={values.form === 'individual'}
      onChange={(participantIds) => onTouch('people', { participantIds })}
    />
  );
}

/** Library, form, people, coach, name and first day of a new process. */
export function WhoFields(props: WhoFieldsProps): ReactNode {
  const t = useText();
  const me = useMe();
  const { values, libraries, persons, onLibrary, onChange, onTouch } = props;
  const coaches = persons.filter(
    (person) => person.roles.includes('coach') || person.id === me?.personId,
  );
  return (
    <div className={styles['who']}>
      {libraries.length === 0 && (
        <p className={styles['note']}>
          {t('coaching.create.noLibraries')}{' '}
          <LinkButton onClick={() => goTo({ place: 'libraries' })}>
            {t('coaching.create.openLibraries')}
          </LinkButton>
        </p>
      )}
      <div className={styles['pair']}>
        <SelectField
          label={t('coaching.create.library')}
          searchable
          autoFocus={libraries.length > 0}
          placeholder={t('coaching.create.libraryHint')}
          options={libraries
            .toSorted((one, other) => compareText(one.town, other.town))
            .map((library) => ({ value: library.id, label: `${library.town} · ${library.name}` }))}
          value={values.libraryId}
          onChange={onLibrary}
        />
        <ChoiceField
          label={t('coaching.create.form')}
          options={[
            { value: 'group', label: t('coaching.form.group') },
            { value: 'individual', label: t('coaching.form.individual') },
          ]}
          value={values.form}
          onChange={(form) =>
            onChange({
              form: form ?? values.form,
              touched: values.touched.filter((what) => what !== 'people'),
            })
          }
        />
      </div>
      <People {...props} />
      <TextField
        label={t('coaching.create.name')}
        value={values.title}
        onChange={(title) => onTouch('title', { title })}
      />
      <div className={styles['pair']}>
        <SelectField
          label={t('coaching.create.coach')}
          options={coaches.map((person) => ({ value: person.id, label: person.name }))}
          value={values.coachId}
          onChange={(coachId) => onChange({ coachId })}
        />
        <DateField
          label={t('coaching.create.startedOn')}
          value={values.startedOn}
          onChange={(startedOn) => onChange({ startedOn })}
        />
      </div>
    </div>
  );
}
