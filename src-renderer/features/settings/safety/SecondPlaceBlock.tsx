import { IconCopy, IconFolder } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { describeFailure } from '../../../i18n/failures.ts';
import { textIfAny, useText } from '../../../i18n/text.ts';
import { momentText } from '../../../shell/backups/backupText.ts';
import { confirm } from '../../../state/confirm.ts';
import { notify } from '../../../state/notices.ts';
import { Button } from '../../../ui/Button.tsx';
import { Fact, Facts } from '../../../ui/Facts.tsx';
import { Warning } from '../../../ui/Warning.tsx';
import { useAttempt } from './attempt.ts';
import { Block } from './Block.tsx';
import type { SafetyView } from './guards.ts';

type Second = NonNullable<SafetyView['second']>;

interface PlaceProps {
  readonly second: Second;
}

function Place({ second }: PlaceProps): ReactNode {
  const t = useText();
  return (
    <>
      {!second.present && (
        <Warning title={t('safety.second.away')}>{t('safety.second.awayBody')}</Warning>
      )}
      {second.problem !== null && (
        <Warning tone="danger" title={t('safety.second.problem')}>
          {textIfAny(`safety.second.problems.${second.problem}`) ??
            describeFailure({ code: second.problem })}
        </Warning>
      )}
      {second.present && second.due && second.problem === null && (
        <Warning
          title={second.lastCopyAt === null ? t('safety.second.empty') : t('safety.second.due')}
        >
          {t('safety.second.dueBody')}
        </Warning>
      )}
      <Facts>
        <Fact label={t('safety.second.path')}>{second.path}</Fact>
        <Fact label={t('safety.second.last')}>
          {second.lastCopyAt === null ? t('safety.second.never') : momentText(second.lastCopyAt)}
        </Fact>
      </Facts>
    </>
  );
}

export interface SecondPlaceBlockProps {
  readonly second: Second | null;
  readonly onChanged: () => void;
}

/** The second place of backups: a stick or a network folder, for the day when the laptop is gone. */
export function SecondPlaceBlock({ second, onChanged }: SecondPlaceBlockProps): ReactNode {
  const t = useText();
  const { busy, run } = useAttempt();
  const copy = (): Promise<void> =>
    run(async () => {
      try {
        await call('backup.copyToSecond', {});
        notify(t('safety.second.copied'));
      } finally {
        onChanged(); // a failed one has left its reason
      }
    });
  const choose = async (): Promise<void> => {
    let chosen = false;
    await run(async () => {
      chosen = (await call('backup.chooseSecond', {})).outcome === 'chosen';
      if (chosen) onChanged();
    });
    if (chosen) await copy();
  };
  const forget = async (): Promise<void> => {
    const sure = await confirm({
      title: t('safety.second.forgetTitle'),
      body: t('safety.second.forgetBody'),
      confirmLabel: t('safety.second.forget'),
    });
    if (!sure) return;
    await run(async () => {
      await call('backup.forgetSecond', {});
      onChanged();
    });
  };
  return (
    <Block
      title={t('safety.second.title')}
      hint={t('safety.second.hint')}
      actions={
        second === null ? (
          <Button icon={<IconFolder />} busy={busy} onClick={() => void choose()}>
            {t('safety.second.choose')}
          </Button>
        ) : (
          <>
            <Button icon={<IconCopy />} busy={busy} onClick={() => void copy()}>
              {t('safety.second.copy')}
            </Button>
            <Button kind="quiet" disabled={busy} onClick={() => void choose()}>
              {t('safety.second.change')}
            </Button>
            <Button kind="quiet" disabled={busy} onClick={() => void forget()}>
              {t('safety.second.forget')}
            </Button>
          </>
        )
      }
    >
      {second !== null && <Place second={second} />}
    </Block>
  );
}
