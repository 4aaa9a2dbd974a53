import { IconEye, IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { AgreementField, fieldsWithheld } from '../../../../src-main/domain/reportLayer.ts';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Section } from '../../../ui/Section.tsx';
import { Warning } from '../../../ui/Warning.tsx';
import styles from './Agreement.module.css';

interface FieldListProps {
  readonly title: string;
  readonly fields: readonly AgreementField[];
  readonly on: boolean;
  readonly none: string;
}

/** Names of fields under one heading, with the sign of what happens to them. */
export function FieldList({ title, fields, on, none }: FieldListProps): ReactNode {
  const t = useText();
  return (
    <div className={styles['item']} data-on={on || undefined}>
      {on ? <IconEye aria-hidden="true" /> : <IconEyeOff aria-hidden="true" />}
      <div>
        <h3 className={styles['heading']}>{title}</h3>
        <p>
          {fields.length === 0
            ? none
            : fields.map((field) => t(`coaching.fieldInline.${field}`)).join(', ')}
        </p>
      </div>
    </div>
  );
}

interface AgreementSectionProps {
  readonly agreement: CallOutput<'engagement.get'>['agreement'];
  readonly onRecord: () => void;
}

/** The agreement in force: since when, between whom, and what FRSI sees; or that there is none. */
export function AgreementSection({ agreement, onRecord }: AgreementSectionProps): ReactNode {
  const t = useText();
  if (agreement === null) {
    return (
      <Section title={t('coaching.agreement.title')}>
        <Warning
          title={t('coaching.agreement.missingTitle')}
          action={<Button onClick={onRecord}>{t('coaching.agreement.record')}</Button>}
        >
          {t('coaching.agreement.missingBody')}
        </Warning>
      </Section>
    );
  }
  const shown = AgreementField.options.filter((field) => agreement.shared.includes(field));
  return (
    <Section
      title={t('coaching.agreement.title')}
      actions={
        <Button kind="quiet" onClick={onRecord}>
          {t('coaching.agreement.next')}
        </Button>
      }
    >
      <p className={styles['past']}>
        <span>{t('coaching.agreement.since', { date: formatDate(agreement.agreedOn) })}</span>
        <span>{agreement.parties.join(', ')}</span>
      </p>
      <div className={styles['split']}>
        <FieldList
          title={t('coaching.agreement.seesTitle')}
          fields={shown}
          on
          none={t('coaching.agreement.seesNothing')}
        />
        <FieldList
          title={t('coaching.agreement.staysTitle')}
          fields={fieldsWithheld({ shared: agreement.shared })}
          on={false}
          none={t('coaching.agreement.staysNothing')}
        />
      </div>
      {agreement.terms.trim() !== '' && (
        <details>
          <summary className={styles['heading']}>{t('coaching.agreement.termsShow')}</summary>
          <p className={styles['terms']}>{agreement.terms}</p>
        </details>
      )}
    </Section>
  );
}
