import { IconKey, IconPassword } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Block } from './Block.tsx';
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx';
import { NewCodeDialog } from './NewCodeDialog.tsx';

export interface KeysBlockProps {
  readonly hasRecovery: boolean;
  readonly onChanged: () => void;
}

/** The passphrase and the recovery code: what opens the data. */
export function KeysBlock({ hasRecovery, onChanged }: KeysBlockProps): ReactNode {
  const t = useText();
  const [open, setOpen] = useState<'passphrase' | 'code' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Block
      title={t('safety.keys.title')}
      hint={t('safety.keys.hint')}
      actions={
        <>
          <Button icon={<IconPassword />} onClick={() => setOpen('passphrase')}>
            {t('safety.keys.change')}
          </Button>
          <Button icon={<IconKey />} onClick={() => setOpen('code')}>
            {hasRecovery ? t('safety.keys.newCode') : t('safety.keys.firstCode')}
          </Button>
        </>
      }
    >
      {open === 'passphrase' && <ChangePassphraseDialog onClose={close} />}
      {open === 'code' && (
        <NewCodeDialog replaces={hasRecovery} onClose={close} onChanged={onChanged} />
      )}
    </Block>
  );
}
