import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { goTo } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import { compareText } from '../../ui/collation.ts';
import { formatNumber } from '../../ui/format.ts';
import { PolandMap, type MapTown } from '../../ui/PolandMap.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Tone } from '../../ui/StatusPill.tsx';
import type { Program } from './numbers.ts';
import styles from './TownsMap.module.css';

type Library = Program['libraries'][number];

/** How a town looks on the map: all days behind it, some, or none. */
function toneOf({ delivered, target }: Library): Tone {
  if (delivered === 0) return 'neutral';
  return delivered >= target ? 'ok' : 'waiting';
}

function Legend(): ReactNode {
  const t = useText();
  return (
    <ul className={styles['legend']} aria-hidden="true">
      <li data-tone="neutral">{t('program.map.legendNone')}</li>
      <li data-tone="waiting">{t('program.map.legendSome')}</li>
      <li data-tone="ok">{t('program.map.legendAll')}</li>
    </ul>
  );
}

function Chosen({ library }: { readonly library: Library }): ReactNode {
  const t = useText();
  const { id, town, delivered, target } = library;
  return (
    <div className={styles['chosen']} aria-live="polite">
      {target === 0 ? (
        <p>
          <strong>{town}</strong>
          {', '}
          {t('program.map.noteNone')}
        </p>
      ) : (
        <ProgressBar label={town} value={delivered} target={target} />
      )}
      <Button onClick={() => goTo({ place: 'libraries', libraryId: id })}>
        {t('program.map.open')}
      </Button>
    </div>
  );
}

interface TownListProps {
  readonly libraries: readonly Library[];
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}

/** The same towns as a list: for the eye that looks for a name, and for readers. */
function TownList({ libraries, chosenId, onChoose }: TownListProps): ReactNode {
  const t = useText();
  const sorted = libraries.toSorted((one, other) => compareText(one.town, other.town));
  return (
    <ul className={styles['towns']} aria-label={t('program.map.towns')}>
      {sorted.map(({ id, town, delivered, target }) => (
        <li key={id}>
          <button
            type="button"
            className={styles['town']}
            aria-pressed={id === chosenId}
            onClick={() => onChoose(id)}
          >
            <span className={styles['townName']}>{town}</span>
            <span className={styles['townDays']}>
              {target === 0
                ? t('program.map.noDays')
                : t('ui.progress.text', {
                    value: formatNumber(delivered),
                    target: formatNumber(target),
                  })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export interface TownsMapProps {
  readonly libraries: readonly Library[];
}

/** The towns of the programme on a map, each with how far its library is. */
export function TownsMap({ libraries }: TownsMapProps): ReactNode {
  const t = useText();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = libraries.find(({ id }) => id === chosenId);
  const noteOf = ({ delivered, target }: Library): string =>
    target === 0
      ? t('program.map.noteNone')
      : t('program.map.note', {
          delivered: formatNumber(delivered),
          target: formatNumber(target),
        });
  const towns = libraries.flatMap((library): MapTown[] => {
    const { id, town, latitude: lat, longitude: lon } = library;
    if (lat === null || lon === null) return [];
    return [{ id, name: town, lat, lon, tone: toneOf(library), note: noteOf(library) }];
  });
  const unplaced = libraries.filter(
    ({ latitude, longitude }) => latitude === null || longitude === null,
  );
  return (
    <Section title={t('program.map.title')} hint={t('program.map.hint')}>
      <div className={styles['sides']}>
        <div>
          <PolandMap
            label={t('program.map.label')}
            towns={towns}
            selectedId={chosenId}
            onSelect={setChosenId}
          />
          <Legend />
        </div>
        <div>
          {chosen !== undefined && <Chosen library={chosen} />}
          <TownList libraries={libraries} chosenId={chosenId} onChoose={setChosenId} />
        </div>
      </div>
      {unplaced.length > 0 && (
        <p className={styles['hint']}>
          {t('program.map.unplaced', { towns: unplaced.map(({ town }) => town).join(', ') })}
        </p>
      )}
    </Section>
  );
}
