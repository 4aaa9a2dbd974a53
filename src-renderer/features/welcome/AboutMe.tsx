import type { ReactNode } from 'react';
import type { Role, WordForm } from '../../../src-main/domain/person.ts';
import { useText } from '../../i18n/text.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { FirstRunProblems, FirstRunValues } from './newWorkspace.ts';
import styles from './welcome.module.css';

const ROLES: readonly Role[] = ['trainer', 'coach', 'advisor', 'coordinator'];
const FORMS: readonly WordForm[] = ['feminine', 'masculine'];

export interface AboutMeProps {
  readonly values: FirstRunValues;
  readonly problems: FirstRunProblems;
  readonly onChange: (part: Partial<FirstRunValues>) => void;
}

/** Who works here: name, grammatical form, roles. */
export function AboutMe({ values, problems, onChange }: AboutMeProps): ReactNode {
  const t = useText();
  const toggle = (role: Role, on: boolean): void =>
    onChange({ roles: ROLES.filter((one) => (one === role ? on : values.roles.includes(one))) });
  return (
    <>
      <div className={styles['name']}>
        <TextField
          label={t('welcome.first.name')}
          autoComplete="name"
          error={problems.name === undefined ? undefined : t('welcome.check.name')}
          value={values.name}
          onChange={(name) => onChange({ name })}
        />
        <ChoiceField
          label={t('welcome.first.form')}
          options={FORMS.map((form) => ({ value: form, label: t(`settings.form.${form}`) }))}
          value={values.form}
          onChange={(form) => onChange({ form })}
        />
      </div>
      <fieldset className={styles['roles']}>
        <legend>{t('welcome.first.roles')}</legend>
        {ROLES.map((role) => (
          <CheckField
            key={role}
            label={t(`settings.roles.${values.form}.${role}`)}
            value={values.roles.includes(role)}
            onChange={(on) => toggle(role, on)}
          />
        ))}
        {problems.roles !== undefined && (
          <p className={styles['error']}>{t('welcome.check.roles')}</p>
        )}
      </fieldset>
    </>
  );
}
