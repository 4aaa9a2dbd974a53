import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useText } from '../../i18n/text.ts';
import { useRouteOf } from '../../state/route.ts';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { BinSection } from './BinSection.tsx';
import { AboutSection, DataSection } from './DataSection.tsx';
import { KeyboardSection } from './KeyboardSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { PersonalDataSection } from './personalData/PersonalDataSection.tsx';
import { ReportsSection } from './ReportsSection.tsx';
import { SafetySection } from './safety/SafetySection.tsx';
import styles from './settings.module.css';

/** The sections in their order; a route may name one. */
const SECTIONS = [
  ['people', PeopleSection],
  ['reports', ReportsSection],
  ['appearance', AppearanceSection],
  ['data', DataSection],
  ['safety', SafetySection],
  ['personalData', PersonalDataSection],
  ['bin', BinSection],
  ['keyboard', KeyboardSection],
  ['about', AboutSection],
] as const;

/** How much of the page, from its top, decides which section is being read. */
const READ_PART = '0px 0px -60% 0px';

/** The topmost section that is in the upper part of the page. */
function useSectionInView(sections: RefObject<HTMLDivElement | null>): string {
  const [current, setCurrent] = useState<string>(SECTIONS[0][0]);
  useEffect(() => {
    const inView = new Set<string>();
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          const name = target.getAttribute('data-section') ?? '';
          if (isIntersecting) inView.add(name);
          else inView.delete(name);
        }
        const [topmost] = SECTIONS.find(([name]) => inView.has(name)) ?? [];
        if (topmost !== undefined) setCurrent(topmost);
      },
      { rootMargin: READ_PART },
    );
    for (const section of sections.current?.children ?? []) observer.observe(section);
    return () => observer.disconnect();
  }, [sections]);
  return current;
}

/** Ustawienia: who works here, where reports go, how it looks, where the data lies. */
export default function SettingsPage(): ReactNode {
  const t = useText();
  const asked = useRouteOf('settings')?.section;
  const sections = useRef<HTMLDivElement>(null);
  const current = useSectionInView(sections);
  const goToSection = (name: string): void =>
    sections.current?.querySelector(`[data-section="${name}"]`)?.scrollIntoView();
  useEffect(() => {
    if (SECTIONS.some(([name]) => name === asked)) goToSection(asked ?? '');
  }, [asked]);
  return (
    <Page header={<PageHeader title={t('settings.title')} />}>
      <div className={styles['columns']}>
        <nav className={styles['nav']} aria-label={t('settings.sections')}>
          <ul>
            {SECTIONS.map(([name]) => (
              <li key={name}>
                <button
                  type="button"
                  aria-current={name === current ? 'true' : undefined}
                  onClick={() => goToSection(name)}
                >
                  {t(`settings.${name}.title`)}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div ref={sections} className={styles['sections']}>
          {SECTIONS.map(([name, Part]) => (
            <div key={name} data-section={name}>
              <Part />
            </div>
          ))}
        </div>
      </div>
    </Page>
  );
}
