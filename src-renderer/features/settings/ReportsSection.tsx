import type { ReactNode } from 'react';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { LoadedView } from '../../ui/LoadedView.tsx';
import { SaveStatus } from '../../ui/SaveStatus.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useAutosave } from '../../ui/useAutosave.ts';
import { useLoaded } from '../../ui/useLoaded.ts';
import styles from './settings.module.css';

/** Good enough to catch a slip of the hand; the mail itself is checked when it is prepared. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function RecipientForm({ saved }: { readonly saved: string }): ReactNode {
  const t = useText();
  const isClear = (recipient: string): boolean => recipient === '' || ADDRESS.test(recipient);
  const form = useAutosave({
    initial: { recipient: saved },
    check: ({ recipient }) =>
      isClear(recipient.trim()) ? null : t('settings.reports.recipientUnclear'),
    commit: async ({ recipient }) => {
      await call('settings.save', { reportRecipient: recipient.trim() });
    },
  });
  return (
    <div className={styles['narrow']}>
      <TextField
        label={t('settings.reports.recipient')}
        hint={t('settings.reports.recipientHint')}
        type="email"
        {...form.field('recipient')}
      />
      <p className={styles['saved']}>
        <SaveStatus status={form.status} onRetry={() => void form.retry()} />
      </p>
    </div>
  );
}

/** Where reports go. */
export function ReportsSection(): ReactNode {
  const t = useText();
  const settings = useLoaded(() => call('settings.get', {}), []);
  return (
    <Section title={t('settings.reports.title')}>
      <LoadedView of={settings} failedTitle={t('settings.failed')}>
        {({ reportRecipient }) => <RecipientForm saved={reportRecipient} />}
      </LoadedView>
    </Section>
  );
}
