import { IconCopy, IconFolderOpen, IconMail } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notify, reportFailure } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { Warning } from '../../../ui/Warning.tsx';
import styles from '../Reports.module.css';
import { Dispatches } from './Dispatches.tsx';
import type { MailValues } from './mailDraft.ts';
import { useMail, type Mail } from './useMail.ts';

interface MailPanelProps {
  readonly page: CallOutput<'report.get'>;
  readonly kept: MailValues | null;
}

function MailFields({ mail }: { readonly mail: Mail }): ReactNode {
  const t = useText();
  const { values, patch } = mail.form;
  const { problem } = mail;
  return (
    <div className={styles['fields']}>
      <TextField
        label={t('reports.mail.recipient')}
        type="email"
        error={
          problem === 'noRecipient' || problem === 'badRecipient'
            ? t(`reports.mail.problem.${problem}`)
            : null
        }
        value={values.recipient}
        onChange={(recipient) => patch({ recipient })}
      />
      <TextField
        label={t('reports.mail.subject')}
        error={problem === 'noSubject' ? t('reports.mail.problem.noSubject') : null}
        value={values.subject}
        onChange={(subject) => patch({ subject })}
      />
      <TextAreaField
        label={t('reports.mail.body')}
        minRows={5}
        maxRows={12}
        value={values.body}
        onChange={(body) => patch({ body })}
      />
    </div>
  );
}

/** The same e-mail for those who write in a browser: address, words, file. */
function Webmail({
  mail,
  reportId,
}: {
  readonly mail: Mail;
  readonly reportId: string;
}): ReactNode {
  const t = useText();
  const { recipient, subject, body } = mail.form.values;
  const copy = async (words: string, said: string): Promise<void> => {
    try {
      await call('clipboard.copy', { text: words });
      notify(said);
    } catch (error) {
      reportFailure(error);
    }
  };
  const show = async (): Promise<void> => {
    try {
      await call('report.showInFolder', { id: reportId });
    } catch (error) {
      reportFailure(error, show);
    }
  };
  return (
    <div>
      <h3 className={styles['heading']}>{t('reports.mail.webmail')}</h3>
      <div className={styles['ways']}>
        <Button
          icon={<IconCopy />}
          disabled={recipient.trim() === ''}
          onClick={() => void copy(recipient.trim(), t('reports.mail.addressCopied'))}
        >
          {t('reports.mail.copyAddress')}
        </Button>
        <Button
          icon={<IconCopy />}
          onClick={() => void copy(`${subject}\n\n${body}`, t('reports.mail.wordsCopied'))}
        >
          {t('reports.mail.copyWords')}
        </Button>
        <Button icon={<IconFolderOpen />} onClick={() => void show()}>
          {t('reports.mail.showFile')}
        </Button>
      </div>
    </div>
  );
}

/** The e-mail with a closed report: by a mail program, or by hand in a browser, and whether it went. */
export function MailPanel({ page, kept }: MailPanelProps): ReactNode {
  const t = useText();
  const id = useId();
  const mail = useMail(page, kept);
  return (
    <aside className={styles['panel']} aria-labelledby={id}>
      <h2 id={id} className={styles['panelTitle']}>
        {t('reports.mail.title')}
      </h2>
      <Dispatches dispatches={page.dispatches} />
      <MailFields mail={mail} />
      <Button
        kind="primary"
        icon={<IconMail />}
        busy={mail.busy}
        onClick={() => void mail.openInProgram()}
      >
        {t('reports.mail.open')}
      </Button>
      {mail.nobodyOpened && (
        <div role="alert">
          <Warning title={t('reports.mail.nobodyOpened')}>
            {t('reports.mail.nobodyOpenedBody')}
          </Warning>
        </div>
      )}
      <Webmail mail={mail} reportId={page.report.id} />
      {page.dispatches.every((dispatch) => dispatch.state !== 'prepared') && (
        <Button kind="quiet" disabled={mail.busy} onClick={() => void mail.markSent()}>
          {t('reports.mail.markSent')}
        </Button>
      )}
      <p className={styles['quiet']}>{t('reports.mail.clearCopies')}</p>
    </aside>
  );
}
