import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconEyeOff,
  IconLock,
} from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { useText } from '../../../i18n/text.ts';
import { missingText } from '../../../state/missingText.ts';
import { goTo } from '../../../state/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Warning } from '../../../ui/Warning.tsx';
import type { SubjectView } from '../readSubject.ts';
import styles from '../Reports.module.css';
import type { Closing } from './useClosing.ts';

type Preview = CallOutput<'report.preview'>;
type Missing = Preview['missing'][number];

function MissingList({
  title,
  missing,
}: {
  readonly title: string;
  readonly missing: readonly Missing[];
}): ReactNode {
  return (
    <div>
      <h3 className={styles['heading']}>{title}</h3>
      <ul className={styles['list']}>
        {missing.map((one) => (
          <li key={`${one.field} ${one.about ?? ''}`} data-blocking={one.blocking || undefined}>
            {one.blocking ? (
              <IconAlertTriangle aria-hidden="true" />
            ) : (
              <IconCircleDashed aria-hidden="true" />
            )}
            {missingText(one)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is empty: first what keeps the report from being closed, then what may stay empty. */
export function MissingFields({ missing }: { readonly missing: readonly Missing[] }): ReactNode {
  const t = useText();
  // The agreement has a box of its own, with the way to it.
  const listed = missing.filter((one) => one.field !== 'agreement');
  const blocking = listed.filter((one) => one.blocking);
  const others = listed.filter((one) => !one.blocking);
  if (missing.length === 0) {
    return (
      <p className={styles['complete']}>
        <IconCircleCheck aria-hidden="true" />
        {t('reports.check.complete')}
      </p>
    );
  }
  return (
    <>
      {blocking.length > 0 && (
        <MissingList title={t('reports.check.blocking')} missing={blocking} />
      )}
      {others.length > 0 && <MissingList title={t('reports.check.empty')} missing={others} />}
    </>
  );
}

/** What the agreement keeps out of the report. */
export function Withheld({ view }: { readonly view: SubjectView }): ReactNode {
  const t = useText();
  if (view.withheld === null) return null;
  return (
    <div>
      <h3 className={styles['heading']}>{t('reports.check.withheld')}</h3>
      <ul className={styles['list']} data-quiet>
        {view.withheld.map((field) => (
          <li key={field}>
            <IconEyeOff aria-hidden="true" />
            {t(`coaching.field.${field}`)}
          </li>
        ))}
        <li>
          <IconLock aria-hidden="true" />
          {t('reports.check.privateNote')}
        </li>
      </ul>
    </div>
  );
}

interface CheckPanelProps {
  readonly view: SubjectView;
  readonly preview: Preview;
  readonly closing: Closing;
}

/** Beside the PDF: what is missing, what stays between coach and team, and the decision to close. */
export function CheckPanel({ view, preview, closing }: CheckPanelProps): ReactNode {
  const t = useText();
  const id = useId();
  const { agreementRoute } = view;
  const isBlocked = preview.missing.some((one) => one.blocking);
  return (
    <aside className={styles['panel']} aria-labelledby={id}>
      <h2 id={id} className={styles['panelTitle']}>
        {t('reports.check.title')}
      </h2>
      {preview.agreementMissing && agreementRoute !== null && (
        <Warning
          title={t('reports.agreement.missing')}
          action={
            <Button kind="primary" onClick={() => goTo(agreementRoute)}>
              {t('reports.agreement.record')}
            </Button>
          }
        >
          {t('reports.agreement.why')}
        </Warning>
      )}
      <MissingFields missing={preview.missing} />
      {preview.missing.some((one) => one.field !== 'agreement') && (
        <Button onClick={() => goTo(view.route)}>{t('reports.check.fill')}</Button>
      )}
      <Withheld view={view} />
      {preview.replacedCharacters.length > 0 && (
        <p className={styles['quiet']}>
          {t('reports.check.replaced', { characters: preview.replacedCharacters.join(' ') })}
        </p>
      )}
      <div className={styles['decision']}>
        <Button
          kind="primary"
          busy={closing.busy}
          disabled={isBlocked}
          onClick={() => void closing.run()}
        >
          {t('reports.close.confirm')}
        </Button>
        <p className={styles['quiet']}>
          {isBlocked ? t('reports.check.blockedNote') : t('reports.check.closeNote')}
        </p>
      </div>
    </aside>
  );
}
