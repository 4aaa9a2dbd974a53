import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import styles from './AddDialog.module.css';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

export interface AddDialogProps {
  readonly title: string;
  /** The button of the decision. */
  readonly addLabel: string;
  readonly busy: boolean;
  /** Why it did not succeed, in plain words. */
  readonly failure: string | null;
  readonly onAdd: () => Promise<void>;
  readonly onClose: () => void;
  /** The fields; Enter in one of them adds. */
  readonly children: ReactNode;
}

/** A small form for a new thing, with Cancel and one decision. */
export function AddDialog(props: AddDialogProps): ReactNode {
  const t = useText();
  const { title, addLabel, busy, failure, onAdd, onClose, children } = props;
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.dialog.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void onAdd()}>
            {addLabel}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void onAdd();
        }}
      >
        {children}
        {/* Enter submits a form of several fields only when it has a submit button. */}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
      {failure !== null && <p role="alert">{failure}</p>}
    </Dialog>
  );
}
