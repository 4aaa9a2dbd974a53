import type { ReactNode } from 'react';
import { project } from '../../ui/mapLayout.ts';
import { POLAND_OUTLINE } from '../../ui/polandOutline.ts';
import styles from './WelcomePicture.module.css';

const WIDTH = 720;
const HEIGHT = 660;

const OUTLINE = POLAND_OUTLINE.map(([lon, lat]) => project(lat, lon, WIDTH, HEIGHT).join(',')).join(
  ' ',
);

/** Zones of a picture, not a map: where they lie says nothing. */
const ZONES = [
  { x: 196, y: 196, reach: 74 },
  { x: 470, y: 150, reach: 52 },
  { x: 318, y: 330, reach: 108 },
  { x: 560, y: 356, reach: 64 },
  { x: 430, y: 508, reach: 82 },
] as const;

/** Poland with zones spreading out from their libraries: decoration only. */
export function WelcomePicture(): ReactNode {
  return (
    <svg className={styles['picture']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polygon className={styles['land']} points={OUTLINE} />
      {ZONES.map(({ x, y, reach }) => (
        <g key={`${x} ${y}`}>
          <circle className={styles['far']} cx={x} cy={y} r={reach} />
          <circle className={styles['near']} cx={x} cy={y} r={reach * 0.56} />
          <circle className={styles['heart']} cx={x} cy={y} r={6} />
        </g>
      ))}
    </svg>
  );
}
