import { IconFileText, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { askReason, confirm } from '../../state/confirm.ts';
import { notify, notifyProblem, notifyWithUndo } from '../../state/notices.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Gallery.module.css';

/** Buttons of every kind, toasts and questions. */
export function ButtonSamples(): ReactNode {
  const t = useText();
  const [answer, setAnswer] = useState<string | null>(null);
  const undo = (): Promise<void> => {
    notify(t('gallery.buttons.undone'));
    return Promise.resolve();
  };
  const askFirst = async (): Promise<void> => {
    const agreed = await confirm({
      title: t('gallery.buttons.confirmTitle'),
      body: t('gallery.buttons.confirmBody'),
      confirmLabel: t('gallery.buttons.primary'),
    });
    setAnswer(agreed ? t('gallery.buttons.primary') : null);
  };
  const askWhy = async (): Promise<void> =>
    setAnswer(
      await askReason({
        title: t('gallery.buttons.reasonTitle'),
        body: t('gallery.buttons.reasonBody'),
        confirmLabel: t('gallery.buttons.reasonLabel'),
      }),
    );
  return (
    <Section title={t('gallery.buttons.title')}>
      <div className={styles['row']}>
        <Button kind="primary" shortcut="mod+enter">
          {t('gallery.buttons.primary')}
        </Button>
        <Button icon={<IconFileText />}>{t('gallery.buttons.plain')}</Button>
        <Button kind="quiet" icon={<IconPlus />}>
          {t('gallery.buttons.quiet')}
        </Button>
        <Button kind="danger" icon={<IconTrash />}>
          {t('gallery.buttons.danger')}
        </Button>
        <Button busy>{t('gallery.buttons.busy')}</Button>
        <Button disabled>{t('gallery.buttons.disabled')}</Button>
        <IconButton label={t('gallery.buttons.icon')} icon={<IconPencil />} shortcut="e" />
        <LinkButton onClick={() => notify(t('gallery.buttons.link'), 'info')}>
          {t('gallery.buttons.link')}
        </LinkButton>
      </div>
      <div className={styles['row']}>
        <Button onClick={() => notify(t('gallery.buttons.saved'))}>
          {t('gallery.buttons.toast')}
        </Button>
        <Button onClick={() => notifyWithUndo(t('gallery.buttons.deleted'), undo)}>
          {t('gallery.buttons.toastUndo')}
        </Button>
        <Button onClick={() => notifyProblem(t('gallery.buttons.problem'), undo)}>
          {t('gallery.buttons.toastProblem')}
        </Button>
        <Button onClick={() => void askFirst()}>{t('gallery.buttons.confirm')}</Button>
        <Button onClick={() => void askWhy()}>{t('gallery.buttons.reason')}</Button>
        <span role="status">
          {answer === null
            ? t('gallery.buttons.stepped')
            : t('gallery.buttons.answered', { answer })}
        </span>
      </div>
    </Section>
  );
}
