import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { placeLabels, project, type Label } from './mapLayout.ts';
import styles from './PolandMap.module.css';
import { POLAND_OUTLINE } from './polandOutline.ts';
import type { Tone } from './StatusPill.tsx';

/** A town on the map. */
export interface MapTown {
  readonly id: string;
  readonly name: string;
  /** Degrees north. */
  readonly lat: number;
  /** Degrees east. */
  readonly lon: number;
  readonly tone?: Tone | undefined;
  /** Said with the name: "7 z 13 dni". */
  readonly note?: string | undefined;
}

export interface PolandMapProps {
  readonly label?: string | undefined;
  readonly towns: readonly MapTown[];
  readonly selectedId?: string | null | undefined;
  readonly onSelect?: ((id: string) => void) | undefined;
}

const WIDTH = 720;
const HEIGHT = 660;

const OUTLINE = POLAND_OUTLINE.map(([lon, lat]) => project(lat, lon, WIDTH, HEIGHT).join(',')).join(
  ' ',
);

interface TownProps {
  readonly town: MapTown;
  readonly label: Label | undefined;
  readonly selected: boolean;
  readonly onSelect: ((id: string) => void) | undefined;
}

function Town({ town, label, selected, onSelect }: TownProps): ReactNode {
  const [x, y] = project(town.lat, town.lon, WIDTH, HEIGHT);
  const words = town.note === undefined ? town.name : `${town.name}: ${town.note}`;
  const select = onSelect === undefined ? undefined : () => onSelect(town.id);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    select?.();
  };
  const acting = select !== undefined && {
    role: 'button',
    tabIndex: 0,
    'aria-pressed': selected,
    onClick: select,
    onKeyDown,
  };
  return (
    <g
      className={styles['town']}
      data-tone={town.tone ?? 'info'}
      data-selected={selected || undefined}
      aria-label={words}
      role="img"
      {...acting}
    >
      <title>{words}</title>
      <circle className={styles['reach']} cx={x} cy={y} r={13} />
      <circle className={styles['dot']} cx={x} cy={y} r={selected ? 7 : 5} />
      {label !== undefined && (
        <text className={styles['name']} x={label.x} y={label.y} textAnchor={label.anchor}>
          {town.name}
        </text>
      )}
    </g>
  );
}

/** Towns on a map of Poland; names are written where there is room for them, and said always. */
export function PolandMap({
  label,
  towns,
  selectedId = null,
  onSelect,
}: PolandMapProps): ReactNode {
  const t = useText();
  const labels = placeLabels(
    towns.map((town) => ({ ...town, at: project(town.lat, town.lon, WIDTH, HEIGHT) })),
    selectedId,
  );
  return (
    <svg
      className={styles['map']}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="group"
      aria-label={label ?? t('ui.map.label')}
    >
      <polygon className={styles['land']} points={OUTLINE} aria-hidden="true" />
      {towns.map((town) => (
        <Town
          key={town.id}
          town={town}
          label={labels.get(town.id)}
          selected={town.id === selectedId}
          onSelect={onSelect}
        />
      ))}
    </svg>
  );
}
