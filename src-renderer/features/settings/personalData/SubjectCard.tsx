import { IconDeviceFloppy, IconLock, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type {
  SubjectRef,
  SubjectSection,
  SubjectView,
} from '../../../../src-main/contract/personalDataCalls.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { notify } from '../../../state/notices.ts';
import { useStored } from '../../../state/useStored.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatDateShort } from '../../../ui/format.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { PersonAvatar } from '../../../ui/PersonAvatar.tsx';
import { useAttempt } from '../safety/attempt.ts';
import { EraseDialog } from './EraseDialog.tsx';
import { NotesDialog } from './NotesDialog.tsx';
import styles from './personalData.module.css';
import { TextsOfSeveral } from './TextsOfSeveral.tsx';

function HeldSection({ section }: { readonly section: SubjectSection }): ReactNode {
  const t = useText();
  const { key, rows } = section;
  const dated = rows.some(({ on }) => on !== null);
  return (
    <details className={styles['held']}>
      <summary>
        <span>{t(`personalData.sections.${key}`)}</span>
        <span className={styles['count']}>{rows.length}</span>
      </summary>
      <ul>
        {rows.map(({ on, what, detail }, index) => (
          <li key={`${index} ${what}`}>
            {dated && (
              <span className={styles['day']}>{on === null ? '' : formatDateShort(on)}</span>
            )}
            <span className={styles['words']}>
              <span>{what}</span>
              {detail !== '' && <span className={styles['quiet']}>{detail}</span>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Held({ view }: { readonly view: SubjectView }): ReactNode {
  const t = useText();
  const filled = view.sections.filter(({ rows }) => rows.length > 0);
  return (
    <>
      {filled.length === 0 ? (
        <p className={styles['inset']}>{t('personalData.shown.nothing')}</p>
      ) : (
        <div role="group" aria-label={t('personalData.shown.held')}>
          {filled.map((section) => (
            <HeldSection key={section.key} section={section} />
          ))}
        </div>
      )}
      {view.privateNotes > 0 && (
        <p className={styles['privacy']}>
          <IconLock size={16} aria-hidden="true" />
          <span>
            <strong>{t('personalData.shown.privateNotes', { count: view.privateNotes })}.</strong>{' '}
            {t('personalData.shown.privateNotesHint')}
          </span>
        </p>
      )}
    </>
  );
}

type Open = 'notes' | 'erase' | null;

export interface SubjectCardProps {
  readonly subject: SubjectRef;
  /** Back to the search. */
  readonly onLeave: () => void;
}

/** Everything that is held about one person, and what can be done with it. */
export function SubjectCard({ subject, onLeave }: SubjectCardProps): ReactNode {
  const t = useText();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that chose the person is gone, and the focus with it.
    if (document.activeElement === document.body) card.current?.focus({ preventScroll: true });
  }, []);
  const [open, setOpen] = useState<Open>(null);
  const { busy, run } = useAttempt();
  const shown = useStored('subject.show', subject, [subject.kind, subject.id]);
  const save = (): Promise<void> =>
    run(async () => {
      const saved = await call('subject.saveExport', subject);
      if (saved.outcome === 'saved') notify(t('personalData.shown.saved', { path: saved.path }));
    });
  return (
    <div ref={card} tabIndex={-1} className={styles['card']}>
      <LoadedView of={shown} failedTitle={t('personalData.shown.failed')}>
        {(view) => (
          <>
            <header className={styles['cardHead']}>
              <PersonAvatar name={view.name} size={36} />
              <div className={styles['words']}>
                <strong className={styles['name']}>{view.name}</strong>
                <span className={styles['quiet']}>{t(`personalData.kinds.${subject.kind}`)}</span>
              </div>
              <Button kind="quiet" onClick={onLeave}>
                {t('personalData.find.another')}
              </Button>
            </header>
            <Held view={view} />
            <TextsOfSeveral view={view} />
            <footer className={styles['cardActions']}>
              <Button
                kind="primary"
                icon={<IconDeviceFloppy />}
                busy={busy}
                onClick={() => void save()}
              >
                {t('personalData.shown.save')}
              </Button>
              {view.privateNotes > 0 && (
                <Button icon={<IconLock />} onClick={() => setOpen('notes')}>
                  {t('personalData.shown.notes')}
                </Button>
              )}
              <Button icon={<IconTrash />} onClick={() => setOpen('erase')}>
                {t('personalData.shown.erase')}
              </Button>
            </footer>
            {open === 'notes' && (
              <NotesDialog subject={subject} name={view.name} onClose={() => setOpen(null)} />
            )}
            {open === 'erase' && (
              <EraseDialog subject={subject} onClose={() => setOpen(null)} onErased={onLeave} />
            )}
          </>
        )}
      </LoadedView>
    </div>
  );
}
