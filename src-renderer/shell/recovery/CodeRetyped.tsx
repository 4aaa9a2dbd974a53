import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { notifyProblem, reportFailure } from '../../state/notices.ts';
import { assertNever } from '../../ui/assertNever.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useMistakeFocus } from '../../ui/useMistakeFocus.ts';
import styles from './recovery.module.css';

export interface CodeRetypedProps {
  /** Which groups to retype, counted from 1. */
  readonly ask: readonly number[];
  readonly onConfirmed: () => void;
  readonly onBack: () => void;
  /** The code no longer waits: another one has to be made. */
  readonly onLost: () => void;
}

/** Asks for some groups of the code, so that a sheet that was never made is noticed today. */
export function CodeRetyped({ ask, onConfirmed, onBack, onLost }: CodeRetypedProps): ReactNode {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const focusMistake = useMistakeFocus(form);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [wrong, setWrong] = useState<readonly number[]>([]);
  const [busy, setBusy] = useState(false);
  const complete = ask.every((number) => (typed[number] ?? '').trim() !== '');

  const check = async (): Promise<void> => {
    if (busy || !complete) return;
    setBusy(true);
    try {
      const answer = await call('recovery.confirm', {
        groups: ask.map((number) => typed[number] ?? ''),
      });
      switch (answer.outcome) {
        case 'confirmed':
          onConfirmed();
          return;
        case 'mismatch':
          setWrong(answer.wrong);
          focusMistake();
          break;
        case 'nothing-waits':
          notifyProblem(t('recovery.retype.lost'));
          onLost();
          return;
        default:
          assertNever(answer);
      }
    } catch (error) {
      reportFailure(error, check);
    }
    setBusy(false);
  };

  return (
    <form
      ref={form}
      className={styles['step']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <p>{t('recovery.retype.why')}</p>
      <div className={styles['asked']}>
        {ask.map((number, index) => (
          <TextField
            key={number}
            label={t('recovery.retype.group', { number })}
            autoFocus={index === 0}
            error={wrong.includes(number) ? t('recovery.retype.wrong', { number }) : undefined}
            value={typed[number] ?? ''}
            onChange={(words) => {
              setTyped({ ...typed, [number]: words });
              setWrong(wrong.filter((one) => one !== number));
            }}
          />
        ))}
      </div>
      <div className={styles['action']}>
        <Button kind="primary" type="submit" icon={<IconCheck />} busy={busy} disabled={!complete}>
          {t('recovery.retype.check')}
        </Button>
        <Button kind="quiet" icon={<IconArrowLeft />} onClick={onBack}>
          {t('recovery.retype.back')}
        </Button>
      </div>
    </form>
  );
}
