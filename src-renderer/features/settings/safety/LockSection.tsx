import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { reportFailure } from '../../../state/notices.ts';
import { refreshGate } from '../../../state/workspaceGate.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { formatDuration } from '../../../ui/format.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { useLoaded } from '../../../ui/useLoaded.ts';
import { useAttempt } from './attempt.ts';
import { Block } from './Block.tsx';

/** Minutes to choose from; 0: never. */
const MINUTES = [5, 10, 15, 30, 60, 0] as const;

export interface LockSectionProps {
  /** Other minutes were chosen. */
  readonly onChanged?: (() => void) | undefined;
}

/** When the window closes the data by itself, and closing it at once. */
export function LockSection({ onChanged }: LockSectionProps): ReactNode {
  const t = useText();
  const lock = useLoaded(() => call('lock.get', {}), []);
  const { busy, run } = useAttempt();

  const choose = async (minutes: number): Promise<void> => {
    try {
      await call('lock.set', { minutes });
      lock.reload();
      onChanged?.();
    } catch (error) {
      reportFailure(error, () => choose(minutes));
    }
  };
  const lockNow = (): Promise<void> =>
    run(async () => {
      await call('workspace.lock', {});
      await refreshGate();
    });

  return (
    <Block
      title={t('safety.lock.title')}
      hint={t('safety.lock.hint')}
      actions={
        <Button icon={<IconLock />} busy={busy} onClick={() => void lockNow()}>
          {t('safety.lock.now')}
        </Button>
      }
    >
      <LoadedView of={lock}>
        {({ minutes }) => (
          <ChoiceField
            label={t('safety.lock.minutes')}
            options={MINUTES.map((each) => ({
              value: String(each),
              label: each === 0 ? t('safety.lock.never') : formatDuration(each),
            }))}
            value={String(minutes)}
            onChange={(chosen) => void choose(Number(chosen))}
          />
        )}
      </LoadedView>
    </Block>
  );
}
