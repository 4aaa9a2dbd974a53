import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { today } from '../../ui/calendarDate.ts';
import { formatRange } from '../../ui/format.ts';
import { Section } from '../../ui/Section.tsx';
import styles from './EditionTimeline.module.css';
import type { Edition } from './numbers.ts';
import { scaleOf, shareOf, stretch, type TimeScale } from './timeScale.ts';

type Phase = Edition['phases'][number];

function PhaseLine({ phase, scale }: { readonly phase: Phase; readonly scale: TimeScale }) {
  const t = useText();
  const kind = phase.kind ?? 'none';
  return (
    <li className={styles['line']}>
      <span className={styles['name']}>
        {phase.name}
        <span className={styles['kind']}>{t(`program.timeline.kind.${kind}`)}</span>
      </span>
      <span className={styles['track']}>
        <span
          className={styles['bar']}
          data-kind={kind}
          style={stretch(scale, phase.from, phase.to)}
        />
      </span>
      <span className={styles['range']}>{formatRange(phase.from, phase.to)}</span>
    </li>
  );
}

function EditionLines({
  edition,
  scale,
}: {
  readonly edition: Edition;
  readonly scale: TimeScale;
}) {
  const { name, from, to, phases } = edition;
  return (
    <section className={styles['edition']} aria-label={name}>
      <div className={styles['line']} data-edition>
        <h3 className={styles['editionName']}>{name}</h3>
        <span className={styles['track']}>
          <span className={styles['bar']} data-kind="edition" style={stretch(scale, from, to)} />
        </span>
        <span className={styles['range']}>{formatRange(from, to)}</span>
      </div>
      <ul>
        {phases.map((phase) => (
          <PhaseLine key={phase.key} phase={phase} scale={scale} />
        ))}
      </ul>
    </section>
  );
}

export interface EditionTimelineProps {
  readonly editions: readonly Edition[];
}

/** Editions and their phases over the years. */
export function EditionTimeline({ editions }: EditionTimelineProps): ReactNode {
  const t = useText();
  const scale = scaleOf(editions);
  if (scale === null) return null;
  const now = shareOf(scale, today());
  return (
    <Section title={t('program.timeline.title')}>
      <div className={styles['timeline']}>
        <div className={styles['grid']} aria-hidden="true">
          <span />
          <span className={styles['years']}>
            {scale.years.map((year) => (
              <span key={year} className={styles['year']}>
                {year}
              </span>
            ))}
            {now >= 0 && now <= 1 && (
              <span className={styles['now']} style={{ left: `${String(now * 100)}%` }}>
                {t('program.timeline.today')}
              </span>
            )}
          </span>
          <span />
        </div>
        {editions.map((edition) => (
          <EditionLines key={edition.id} edition={edition} scale={scale} />
        ))}
      </div>
    </Section>
  );
}
