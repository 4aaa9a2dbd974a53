import { IconDeviceFloppy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { useText } from '../../../i18n/text.ts';
import { useStored } from '../../../state/useStored.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatDate } from '../../../ui/format.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { useAttempt } from '../safety/attempt.ts';
import { Block } from '../safety/Block.tsx';
import styles from './personalData.module.css';
import { saveProtocol } from './saveProtocol.ts';

type Erasure = CallOutput<'erasure.list'>[number];

function Protocol({ erasure }: { readonly erasure: Erasure }): ReactNode {
  const t = useText();
  const { busy, run } = useAttempt();
  const { id, number, erasedOn, reason } = erasure;
  return (
    <li className={styles['line']}>
      <span className={styles['words']}>
        <strong>{number}</strong>
        <span className={styles['quiet']}>
          {t('personalData.protocols.detail', { on: formatDate(erasedOn), reason })}
        </span>
      </span>
      <Button
        icon={<IconDeviceFloppy />}
        busy={busy}
        aria-label={t('personalData.protocols.saveOf', { number })}
        onClick={() => void run(() => saveProtocol(id))}
      >
        {t('personalData.protocols.save')}
      </Button>
    </li>
  );
}

/** The protocols of all erasures. */
export function Protocols(): ReactNode {
  const t = useText();
  const erasures = useStored('erasure.list', {});
  return (
    <Block title={t('personalData.protocols.title')} hint={t('personalData.protocols.hint')}>
      <LoadedView of={erasures} failedTitle={t('personalData.protocols.failed')}>
        {(all) =>
          all.length === 0 ? (
            <p className={styles['quiet']}>{t('personalData.protocols.none')}</p>
          ) : (
            <ul className={styles['lines']}>
              {all.map((erasure) => (
                <Protocol key={erasure.id} erasure={erasure} />
              ))}
            </ul>
          )
        }
      </LoadedView>
    </Block>
  );
}
