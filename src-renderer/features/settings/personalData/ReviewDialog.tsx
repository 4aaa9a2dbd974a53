import { IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import type { RetentionKind } from '../../../../src-main/domain/retention.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { confirm } from '../../../state/confirm.ts';
import { notify } from '../../../state/notices.ts';
import { useStored } from '../../../state/useStored.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckField } from '../../../ui/CheckField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { formatDateShort } from '../../../ui/format.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { useAttempt } from '../safety/attempt.ts';
import styles from './personalData.module.css';

type PastRow = CallOutput<'retention.list'>[number];

/** As many as the store answers at once. */
const MOST = 200;

interface PastListProps {
  readonly rows: readonly PastRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

function PastList({ rows, chosen, onChoose }: PastListProps): ReactNode {
  const t = useText();
  const toggle = (id: string, on: boolean): void =>
    onChoose(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <>
      <CheckField
        label={t('personalData.retention.all')}
        value={rows.every(({ id }) => chosen.has(id))}
        onChange={(on) => onChoose(new Set(on ? rows.map(({ id }) => id) : []))}
      />
      <ul className={styles['pastRows']} aria-label={t('personalData.retention.list')}>
        {rows.map(({ id, on, what, detail }) => (
          <li key={id}>
            <CheckField
              label={[formatDateShort(on), what, detail].filter((part) => part !== '').join(' · ')}
              value={chosen.has(id)}
              onChange={(checked) => toggle(id, checked)}
            />
          </li>
        ))}
      </ul>
      {rows.length === MOST && (
        <p className={styles['quiet']}>{t('personalData.retention.listMost', { count: MOST })}</p>
      )}
    </>
  );
}

export interface ReviewDialogProps {
  readonly kind: RetentionKind;
  readonly onClose: () => void;
}

/** What is past its time, oldest first, to be cleared for good where the person says so. */
export function ReviewDialog({ kind, onClose }: ReviewDialogProps): ReactNode {
  const t = useText();
  const past = useStored('retention.list', { kind }, [kind]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { busy, run } = useAttempt();
  const clears = t(`personalData.retention.kinds.${kind}.clears`);
  const clear = async (): Promise<void> => {
    const sure = await confirm({
      title: t('personalData.retention.sureTitle'),
      body: t('personalData.retention.sure', { clears }),
      confirmLabel: t('personalData.retention.sureButton'),
      tone: 'danger',
    });
    if (!sure) return;
    await run(async () => {
      const { cleared } = await call('retention.clear', { kind, ids: [...chosen] });
      setChosen(new Set());
      notify(t('personalData.retention.cleared', { count: cleared }));
    });
  };
  return (
    <Dialog
      title={t(`personalData.retention.kinds.${kind}.title`)}
      open
      size="medium"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('personalData.retention.close')}</Button>
          <Button
            kind="danger"
            icon={<IconTrash />}
            busy={busy}
            disabled={chosen.size === 0}
            onClick={() => void clear()}
          >
            {t('personalData.retention.clear', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p>{clears}</p>
        <LoadedView of={past} failedTitle={t('personalData.retention.listFailed')}>
          {(rows) =>
            rows.length === 0 ? (
              <p className={styles['quiet']}>{t('personalData.retention.listEmpty')}</p>
            ) : (
              <PastList rows={rows} chosen={chosen} onChoose={setChosen} />
            )
          }
        </LoadedView>
      </div>
    </Dialog>
  );
}
