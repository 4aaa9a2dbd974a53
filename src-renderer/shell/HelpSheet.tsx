import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { SHORTCUT_GROUPS, useShortcutStore } from '../state/shortcuts.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import styles from './HelpSheet.module.css';

export interface HelpSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** All shortcuts that work now, from the one registry. */
export function HelpSheet({ open, onClose }: HelpSheetProps): ReactNode {
  const t = useText();
  const shortcuts = useShortcutStore((state) => state.shortcuts);
  const listed = shortcuts.filter(
    (one, index) => shortcuts.findLastIndex((other) => other.keys === one.keys) === index,
  );
  return (
    <Dialog title={t('shell.help.title')} open={open} onClose={onClose} size="medium">
      <p className={styles['intro']}>{t('shell.help.intro')}</p>
      <div className={styles['groups']}>
        {SHORTCUT_GROUPS.map((group) => {
          const inGroup = listed.filter((one) => one.group === group);
          if (inGroup.length === 0) return null;
          return (
            <section key={group} className={styles['group']}>
              <h3 className={styles['title']}>{t(`shell.help.${group}`)}</h3>
              <dl className={styles['list']}>
                {inGroup.map((one) => (
                  <div key={one.id} className={styles['line']}>
                    <dt>{one.label}</dt>
                    <dd>
                      <KeyHint keys={one.keys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
