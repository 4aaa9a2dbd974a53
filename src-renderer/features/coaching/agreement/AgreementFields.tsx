import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { AgreementField } from '../../../../src-main/domain/reportLayer.ts';
import { useText } from '../../../i18n/text.ts';
import { ChipsField } from '../../../ui/ChipsField.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import styles from './Agreement.module.css';
import { switchField, type AgreementValues } from './agreementValues.ts';

interface SharedRowProps {
  readonly field: AgreementField;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** One thing a session has, and whether FRSI may see it. */
function SharedRow({ field, on, onSwitch }: SharedRowProps): ReactNode {
  const t = useText();
  const hintId = useId();
  return (
    <li className={styles['row']} data-on={on || undefined}>
      <label className={styles['choice']}>
        <input
          type="checkbox"
          role="switch"
          checked={on}
          aria-checked={on}
          aria-describedby={hintId}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
        <span className={styles['name']}>{t(`coaching.field.${field}`)}</span>
        <span className={styles['sign']} aria-hidden="true">
          {on ? <IconEye /> : <IconEyeOff />}
          {on ? t('coaching.agreement.sees') : t('coaching.agreement.stays')}
        </span>
      </label>
      <p id={hintId} className={styles['help']}>
        {t(`coaching.fieldHelp.${field}`)}
      </p>
    </li>
  );
}

interface AgreementFieldsProps {
  readonly values: AgreementValues;
  readonly onChange: (part: Partial<AgreementValues>) => void;
  readonly onBlur?: (() => void) | undefined;
  /** People offered as parties. */
  readonly names: readonly string[];
}

/** Field by field, what FRSI sees of this process. */
export function SharedFields({
  values,
  onChange,
}: Pick<AgreementFieldsProps, 'values' | 'onChange'>): ReactNode {
  const t = useText();
  return (
    <fieldset className={styles['shared']}>
      <legend className={styles['legend']}>{t('coaching.agreement.sharedTitle')}</legend>
      <p className={styles['intro']}>{t('coaching.agreement.sharedIntro')}</p>
      <ul className={styles['rows']}>
        {AgreementField.options.map((field) => (
          <SharedRow
            key={field}
            field={field}
            on={values.shared.includes(field)}
            onSwitch={(on) => onChange({ shared: switchField(values.shared, field, on) })}
          />
        ))}
      </ul>
      <p className={styles['never']}>{t('coaching.agreement.never')}</p>
    </fieldset>
  );
}

/** The day, the parties and the words of an agreement. */
export function AgreementWords({
  values,
  onChange,
  onBlur,
  names,
}: AgreementFieldsProps): ReactNode {
  const t = useText();
  return (
    <div className={styles['words']}>
      <div className={styles['day']}>
        <DateField
          label={t('coaching.agreement.agreedOn')}
          value={values.agreedOn}
          onChange={(agreedOn) => onChange({ agreedOn })}
          onBlur={onBlur}
        />
      </div>
      <ChipsField
        label={t('coaching.agreement.parties')}
        hint={t('coaching.agreement.partiesHint')}
        suggestions={names}
        value={values.parties}
        onChange={(parties) => onChange({ parties: [...parties] })}
        onBlur={onBlur}
      />
      <TextAreaField
        label={t('coaching.agreement.terms')}
        hint={t('coaching.agreement.termsHint')}
        minRows={6}
        maxRows={18}
        value={values.terms}
        onChange={(terms) => onChange({ terms })}
        onBlur={onBlur}
      />
    </div>
  );
}
