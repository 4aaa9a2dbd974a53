import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { useShortcutStore } from '../../state/shortcuts.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './settings.module.css';

/** The shortcuts that work everywhere, from the one registry. */
export function KeyboardSection(): ReactNode {
  const t = useText();
  const shortcuts = useShortcutStore((state) => state.shortcuts);
  return (
    <Section title={t('settings.keyboard.title')} hint={t('settings.keyboard.hint', { key: '?' })}>
      <dl className={styles['keys']}>
        {shortcuts
          .filter(({ group }) => group !== 'here')
          .map(({ id, keys, label }) => (
            <div key={id} className={styles['key']}>
              <dt>{label}</dt>
              <dd>
                <KeyHint keys={keys} />
              </dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}
