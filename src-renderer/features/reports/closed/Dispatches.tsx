import type { ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { reportFailure } from '../../../state/notices.ts';
import { assertNever } from '../../../ui/assertNever.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatInstant } from '../../../ui/format.ts';
import { StatusPill, type Tone } from '../../../ui/StatusPill.tsx';
import styles from '../Reports.module.css';
import { mark, type DispatchView } from './useMail.ts';

const TONES: Readonly<Record<DispatchView['state'], Tone>> = {
  prepared: 'waiting',
  accepted: 'ok',
  marked: 'ok',
  unknown: 'danger',
};

function showInFolder(dispatch: DispatchView): void {
  call('mail.showInFolder', { id: dispatch.id }).catch((error: unknown) => reportFailure(error));
}

/** What is known of an e-mail, and by whom. */
function Known({ dispatch }: { readonly dispatch: DispatchView }): ReactNode {
  const t = useText();
  const at = formatInstant(dispatch.preparedAt);
  switch (dispatch.state) {
    case 'prepared':
      return t('reports.known.prepared', { at });
    case 'marked':
      return t('reports.known.marked', {
        at: formatInstant(dispatch.markedAt ?? dispatch.preparedAt),
      });
    case 'accepted':
      return t('reports.known.accepted', { at });
    case 'unknown':
      return t('reports.known.unknown', { at });
    default:
      return assertNever(dispatch.state);
  }
}

function DispatchLine({ dispatch }: { readonly dispatch: DispatchView }): ReactNode {
  const t = useText();
  const { state } = dispatch;
  return (
    <li className={styles['dispatch']}>
      <div className={styles['dispatchHead']}>
        <strong className={styles['address']}>{dispatch.recipient}</strong>
        <StatusPill tone={TONES[state]}>{t(`reports.dispatch.${state}`)}</StatusPill>
      </div>
      <p className={styles['quiet']}>
        <Known dispatch={dispatch} />
      </p>
      <div className={styles['dispatchActions']}>
        {state === 'prepared' && (
          <>
            <Button onClick={() => void mark(dispatch, true)}>{t('reports.mail.markSent')}</Button>
            <Button kind="quiet" onClick={() => showInFolder(dispatch)}>
              {t('reports.mail.showDraft')}
            </Button>
          </>
        )}
        {state === 'marked' && (
          <Button kind="quiet" onClick={() => void mark(dispatch, false)}>
            {t('reports.mail.unmark')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The e-mails made with this report, newest first: what is known of each, never what is assumed. */
export function Dispatches({
  dispatches,
}: {
  readonly dispatches: readonly DispatchView[];
}): ReactNode {
  if (dispatches.length === 0) return null;
  return (
    <ul className={styles['dispatches']}>
      {dispatches.map((dispatch) => (
        <DispatchLine key={dispatch.id} dispatch={dispatch} />
      ))}
    </ul>
  );
}
