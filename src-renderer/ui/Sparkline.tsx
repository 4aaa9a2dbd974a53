import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { formatNumber } from './format.ts';
import styles from './Sparkline.module.css';

export interface SparklineProps {
  /** What is measured: "Kontakt ze szkołami". */
  readonly label: string;
  /** Scores in the order of time. */
  readonly values: readonly number[];
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

const WIDTH = 72;
const HEIGHT = 20;
const INSET = 3;

function pointsOf(
  values: readonly number[],
  min: number,
  max: number,
): readonly [number, number][] {
  const step = values.length > 1 ? (WIDTH - 2 * INSET) / (values.length - 1) : 0;
  return values.map((value, index) => [
    INSET + index * step,
    HEIGHT - INSET - ((value - min) / (max - min)) * (HEIGHT - 2 * INSET),
  ]);
}

function wordsOf(t: ReturnType<typeof useText>, label: string, values: readonly number[]): string {
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return t('ui.chart.sparklineEmpty', { label });
  if (values.length === 1) return t('ui.chart.sparklineOne', { label, last });
  return t('ui.chart.sparkline', { label, first, last, values: values.join(', ') });
}

/** How a score went: a line as high as a word, its last value written beside it. */
export function Sparkline({ label, values, min = 0, max = 10 }: SparklineProps): ReactNode {
  const t = useText();
  const points = pointsOf(values, min, max);
  const end = points.at(-1);
  const last = values.at(-1);
  return (
    <span className={styles['spark']} role="img" aria-label={wordsOf(t, label, values)}>
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <line
          className={styles['ground']}
          x1={INSET}
          x2={WIDTH - INSET}
          y1={HEIGHT - 1}
          y2={HEIGHT - 1}
        />
        {points.length > 1 && (
          <polyline
            className={styles['line']}
            points={points.map((point) => point.join(',')).join(' ')}
          />
        )}
        {end !== undefined && <circle className={styles['end']} cx={end[0]} cy={end[1]} r={2.5} />}
      </svg>
      <span className={styles['last']} aria-hidden="true">
        {last === undefined ? '–' : formatNumber(last)}
      </span>
    </span>
  );
}
