import { useEffect, useRef, type ReactNode } from 'react';
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

/** Ustawienia: who works here, where reports go, how it looks, where the data lies. */
export default function SettingsPage(): ReactNode {
  const t = useText();
  const asked = useRouteOf('settings')?.section;
  const sections = useRef<HTMLDivElement>(null);
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
                <button type="button" onClick={() => goToSection(name)}>
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
