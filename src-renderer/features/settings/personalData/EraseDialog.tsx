import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import type {
  ErasurePreview,
  SubjectRef,
} from '../../../../src-main/contract/personalDataCalls.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { Warning } from '../../../ui/Warning.tsx';
import { useAttempt } from '../safety/attempt.ts';
import { EraseForm } from './EraseForm.tsx';
import { EraseFacts } from './EraseFacts.tsx';
import styles from './personalData.module.css';
import { saveProtocol } from './saveProtocol.ts';

export interface EraseDialogProps {
  readonly subject: SubjectRef;
  readonly onClose: () => void;
  /** It is done, and the person has seen the protocol. */
  readonly onErased: () => void;
}

/** The end: the protocol, which can be saved at once. */
function Erased({
  erasure,
  onClose,
}: {
  readonly erasure: CallOutput<'erasure.run'>;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const { busy, run } = useAttempt();
  return (
    <Dialog
      title={t('personalData.erase.doneTitle')}
      open
      size="medium"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('personalData.erase.close')}</Button>
          <Button
            kind="primary"
            icon={<IconDeviceFloppy />}
            busy={busy}
            autoFocus
            onClick={() => void run(() => saveProtocol(erasure.id))}
          >
            {t('personalData.protocols.save')}
          </Button>
        </>
      }
    >
      <p>{t('personalData.erase.done', { number: erasure.number })}</p>
    </Dialog>
  );
}

interface StepsProps extends EraseDialogProps {
  readonly preview: ErasurePreview;
}

function Steps({ subject, preview, onClose, onErased }: StepsProps): ReactNode {
  const t = useText();
  const [step, setStep] = useState<1 | 2>(1);
  const [erasure, setErasure] = useState<CallOutput<'erasure.run'> | null>(null);
  const { name } = preview;
  if (erasure !== null) return <Erased erasure={erasure} onClose={onErased} />;
  if (step === 2) {
    return (
      <EraseForm
        subject={subject}
        name={name}
        onBack={() => setStep(1)}
        onClose={onClose}
        onErased={setErasure}
      />
    );
  }
  return (
    <Dialog
      title={t('personalData.erase.title', { name })}
      open
      size="medium"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.dialog.cancel')}</Button>
          {preview.refusal === null && (
            <Button kind="primary" autoFocus onClick={() => setStep(2)}>
              {t('personalData.erase.next')}
            </Button>
          )}
        </>
      }
    >
      {preview.refusal === null ? (
        <div className={styles['form']}>
          <p className={styles['quiet']}>{t('personalData.erase.step', { step: 1 })}</p>
          <EraseFacts preview={preview} onLeave={onClose} />
        </div>
      ) : (
        <Warning title={t('personalData.erase.ownerTitle')}>
          {t(`personalData.erase.${preview.refusal}`)}
        </Warning>
      )}
    </Dialog>
  );
}

/** Erases somebody in two steps: what will go and who still holds it; then a reason and the name, typed. */
export function EraseDialog(props: EraseDialogProps): ReactNode {
  const { subject, onClose } = props;
  const t = useText();
  // Read once: while it is erased, the answer would change under the person's hands.
  const preview = useLoaded(() => call('erasure.preview', subject), []);
  if (preview.kind === 'ready') {
    return <Steps {...props} preview={preview.data} />;
  }
  return (
    <Dialog title={t('personalData.shown.erase')} open size="medium" onClose={onClose}>
      <LoadedView of={preview} failedTitle={t('personalData.erase.failed')}>
        {() => null}
      </LoadedView>
    </Dialog>
  );
}
