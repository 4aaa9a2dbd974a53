import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { personProblem, type PersonValues } from './personForm.ts';
import { FORMS, ROLES } from './roles.ts';
import styles from './settings.module.css';

export interface PersonFieldsProps {
  readonly values: PersonValues;
  /** Whether what is missing is said already. */
  readonly strict: boolean;
  readonly patch: (part: Partial<PersonValues>) => void;
  readonly onBlur?: (() => void) | undefined;
}

/** The fields of a trainer, coach, advisor or coordinator. */
export function PersonFields({ values, strict, patch, onBlur }: PersonFieldsProps): ReactNode {
  const t = useText();
  const problem = strict ? personProblem(values) : null;
  return (
    <div className={styles['form']}>
      <TextField
        label={t('settings.people.name')}
        autoFocus
        error={problem === 'nameMissing' ? t('settings.people.nameMissing') : undefined}
        value={values.name}
        onChange={(name) => patch({ name })}
        onBlur={onBlur}
      />
      <ChoiceField
        label={t('settings.people.form')}
        options={FORMS.map((value) => ({ value, label: t(`settings.form.${value}`) }))}
        value={values.form}
        onChange={(form) => patch({ form })}
      />
      <fieldset className={styles['roles']}>
        <legend>{t('settings.people.roles')}</legend>
        {ROLES.map((role) => (
          <CheckField
            key={role}
            label={t(`settings.roles.${values.form}.${role}`)}
            value={values[role]}
            onChange={(on) => {
              const part: Partial<Record<typeof role, boolean>> = {};
              part[role] = on;
              patch(part);
            }}
          />
        ))}
        {problem === 'roleMissing' && (
          <p className={styles['error']}>{t('settings.people.roleMissing')}</p>
        )}
      </fieldset>
      <div className={styles['pair']}>
        <TextField
          label={t('settings.people.email')}
          type="email"
          value={values.email}
          onChange={(email) => patch({ email })}
          onBlur={onBlur}
        />
        <TextField
          label={t('settings.people.phone')}
          type="tel"
          value={values.phone}
          onChange={(phone) => patch({ phone })}
          onBlur={onBlur}
        />
      </div>
    </div>
  );
}
