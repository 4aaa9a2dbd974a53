import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { FieldBinding } from '../../../ui/useAutosave.ts';
import styles from './card.module.css';
import type { MemberValues } from './member.ts';

export interface MemberFieldsProps {
  readonly field: <Key extends keyof MemberValues>(key: Key) => FieldBinding<MemberValues[Key]>;
  readonly nameError?: string | undefined;
  readonly datesError?: string | undefined;
  /** A new member has not left yet. */
  readonly withEnd: boolean;
}

/** The fields of a team member. */
export function MemberFields(props: MemberFieldsProps): ReactNode {
  const t = useText();
  const { field, nameError, datesError, withEnd } = props;
  return (
    <div className={styles['form']}>
      <TextField
        label={t('libraries.team.name')}
        autoFocus={!withEnd}
        error={nameError}
        {...field('name')}
      />
      <TextField
        label={t('libraries.team.position')}
        placeholder={t('libraries.team.positionHint')}
        {...field('position')}
      />
      <div className={styles['pair']}>
        <TextField label={t('libraries.team.email')} type="email" {...field('email')} />
        <TextField label={t('libraries.team.phone')} type="tel" {...field('phone')} />
      </div>
      <div className={styles['pair']}>
        <DateField label={t('libraries.team.from')} {...field('from')} />
        {withEnd && (
          <DateField
            label={t('libraries.team.to')}
            hint={t('libraries.team.toHint')}
            error={datesError}
            {...field('to')}
          />
        )}
      </div>
    </div>
  );
}
