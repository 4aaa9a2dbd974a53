import { IconDeviceFloppy, IconFileText } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notify } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { PdfView } from '../../../ui/pdf/PdfView.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { useAttempt } from './attempt.ts';
import { Block } from './Block.tsx';
import styles from './safety.module.css';

interface LostLaptopDialogProps {
  readonly onClose: () => void;
}

function LostLaptopDialog({ onClose }: LostLaptopDialogProps): ReactNode {
  const t = useText();
  const { busy, run } = useAttempt();
  const document = useLoaded(() => call('lostLaptop.read', {}), []);
  const save = (): Promise<void> =>
    run(async () => {
      const { outcome } = await call('lostLaptop.saveAs', {});
      if (outcome === 'saved') notify(t('safety.lost.saved'));
    });
  return (
    <Dialog
      title={t('safety.lost.title')}
      open
      onClose={onClose}
      size="large"
      actions={
        <Button kind="primary" icon={<IconDeviceFloppy />} busy={busy} onClick={() => void save()}>
          {t('safety.lost.save')}
        </Button>
      }
    >
      <div className={styles['document']}>
        <LoadedView of={document} failedTitle={t('safety.lost.failed')}>
          {({ pdf }) => <PdfView bytes={pdf} label={t('safety.lost.title')} />}
        </LoadedView>
      </div>
    </Dialog>
  );
}

/** What was on the laptop, how it was protected, whom to tell and by when: a PDF made from the facts. */
export function LostLaptopBlock(): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <Block
      title={t('safety.lost.title')}
      hint={t('safety.lost.hint')}
      actions={
        <Button icon={<IconFileText />} onClick={() => setOpen(true)}>
          {t('safety.lost.open')}
        </Button>
      }
    >
      {open && <LostLaptopDialog onClose={() => setOpen(false)} />}
    </Block>
  );
}
