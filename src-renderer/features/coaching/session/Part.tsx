import { IconEye, IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AgreementField } from '../../../../src-main/domain/reportLayer.ts';
import { useText } from '../../../i18n/text.ts';
import { Section } from '../../../ui/Section.tsx';
import styles from './Session.module.css';
import type { SessionPageData } from './SessionView.tsx';

interface SeenByProps {
  readonly agreement: SessionPageData['agreement'];
  readonly field: AgreementField;
}

/** Whether FRSI will see what is written here; says nothing while there is no agreement. */
export function SeenBy({ agreement, field }: SeenByProps): ReactNode {
  const t = useText();
  if (agreement === null) return null;
  const seen = agreement.shared.includes(field);
  return (
    <span className={styles['seen']} data-seen={seen || undefined}>
      {seen ? <IconEye aria-hidden="true" /> : <IconEyeOff aria-hidden="true" />}
      {seen ? t('coaching.agreement.sees') : t('coaching.agreement.stays')}
    </span>
  );
}

interface PartProps {
  readonly title: string;
  readonly count?: number | undefined;
  readonly hint?: ReactNode;
  readonly seenBy?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the session's page: Ctrl+Enter jumps from one to the next. */
export function Part({ title, count, hint, seenBy, actions, children }: PartProps): ReactNode {
  return (
    <div data-part="" className={styles['part']}>
      <Section
        title={title}
        count={count}
        hint={hint}
        actions={
          <>
            {seenBy}
            {actions}
          </>
        }
      >
        {children}
      </Section>
    </div>
  );
}
