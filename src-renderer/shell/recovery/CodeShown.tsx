import { IconArrowRight, IconFileDownload, IconPencil, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { confirm } from '../../state/confirm.ts';
import { reportFailure } from '../../state/notices.ts';
import { Button } from '../../ui/Button.tsx';
import { printPdf } from './printPdf.ts';
import styles from './recovery.module.css';

export interface CodeShownProps {
  readonly groups: readonly string[];
  /** Takes the focus: the person came back to look at the code once more. */
  readonly focused: boolean;
  readonly onNext: () => void;
  readonly onLater?: (() => void) | undefined;
}

interface WayProps {
  readonly icon: ReactNode;
  readonly name: string;
  readonly hint: string;
  /** What came of it. */
  readonly done: string | null;
  readonly action?: ReactNode;
}

function Way({ icon, name, hint, done, action }: WayProps): ReactNode {
  return (
    <li className={styles['way']}>
      <span className={styles['icon']} aria-hidden="true">
        {icon}
      </span>
      <div>
        <p className={styles['name']}>{name}</p>
        <p className={styles['quiet']}>{hint}</p>
        <p role="status" className={styles['done']}>
          {done}
        </p>
      </div>
      {action}
    </li>
  );
}

function SavingWay(): ReactNode {
  const t = useText();
  const [path, setPath] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const saved = await call('recovery.saveSheet', {});
      if (saved.outcome === 'saved') setPath(saved.path);
    } catch (error) {
      reportFailure(error, save);
    }
    setBusy(false);
  };
  return (
    <Way
      icon={<IconFileDownload />}
      name={t('recovery.ways.save')}
      hint={t('recovery.ways.saveHint')}
      done={path === null ? null : t('recovery.ways.saved', { path })}
      action={
        <Button busy={busy} onClick={() => void save()}>
          {t('recovery.ways.saveNow')}
        </Button>
      }
    />
  );
}

function PrintingWay(): ReactNode {
  const t = useText();
  const [printed, setPrinted] = useState(false);
  const [busy, setBusy] = useState(false);
  const print = async (): Promise<void> => {
    setBusy(true);
    try {
      const { pdf } = await call('recovery.sheet', {});
      const answer = await printPdf(pdf, () => call('page.print', {}));
      if (answer.printed) setPrinted(true);
    } catch (error) {
      reportFailure(error, print);
    }
    setBusy(false);
  };
  return (
    <Way
      icon={<IconPrinter />}
      name={t('recovery.ways.print')}
      hint={t('recovery.ways.printHint')}
      done={printed ? t('recovery.ways.printed') : null}
      action={
        <Button busy={busy} onClick={() => void print()}>
          {t('recovery.ways.printNow')}
        </Button>
      }
    />
  );
}

/** The new code in numbered groups, what it is for, and three ways to keep it. */
export function CodeShown({ groups, focused, onNext, onLater }: CodeShownProps): ReactNode {
  const t = useText();
  const postpone = async (): Promise<void> => {
    const agreed = await confirm({
      title: t('recovery.later.title'),
      body: t('recovery.later.body'),
      confirmLabel: t('recovery.later.agree'),
    });
    if (agreed) onLater?.();
  };
  return (
    <div className={styles['step']}>
      <p>{t('recovery.shown.purpose')}</p>
      {/* No copy button, and no selecting: a clipboard's history would keep the code. */}
      <ol className={styles['code']} aria-label={t('recovery.shown.code')}>
        {groups.map((group, index) => (
          <li key={index}>
            <span className={styles['number']}>{index + 1}</span>
            <span className={styles['group']}>{group}</span>
          </li>
        ))}
      </ol>
      <ul className={styles['ways']}>
        <SavingWay />
        <PrintingWay />
        <Way
          icon={<IconPencil />}
          name={t('recovery.ways.write')}
          hint={t('recovery.ways.writeHint')}
          done={null}
        />
      </ul>
      <p className={styles['quiet']}>{t('recovery.shown.keep')}</p>
      <div className={styles['action']}>
        <Button kind="primary" icon={<IconArrowRight />} autoFocus={focused} onClick={onNext}>
          {t('recovery.shown.next')}
        </Button>
        {onLater !== undefined && (
          <Button kind="quiet" onClick={() => void postpone()}>
            {t('recovery.later.offer')}
          </Button>
        )}
      </div>
    </div>
  );
}
