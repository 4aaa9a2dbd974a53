import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { Columns } from '../../ui/Columns.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Gallery.module.css';

/** The family of type and the colours that carry meaning. */
export function TypeSamples(): ReactNode {
  const t = useText();
  const colours = [
    { name: t('gallery.type.ink'), colour: 'var(--ink)' },
    { name: t('gallery.type.inkSoft'), colour: 'var(--ink-soft)' },
    { name: t('gallery.type.accent'), colour: 'var(--accent)' },
    { name: t('gallery.type.ok'), colour: 'var(--ok)' },
    { name: t('gallery.type.waiting'), colour: 'var(--amber)' },
    { name: t('gallery.type.danger'), colour: 'var(--danger)' },
  ];
  return (
    <Section title={t('gallery.type.title')} hint={t('gallery.type.hint')}>
      <Columns>
        <div>
          <p className={styles['big']}>{t('gallery.type.sample')}</p>
          <p>{t('gallery.type.body')}</p>
        </div>
        <ul className={styles['row']}>
          {colours.map(({ name, colour }) => (
            <li key={name} className={styles['swatch']}>
              <span className={styles['colour']} style={{ background: colour }} />
              {name}
            </li>
          ))}
        </ul>
      </Columns>
    </Section>
  );
}
