import { judgedValue, median, percentile, ratioOf, verdictOf, type Figure } from './figures.ts';

/** Three significant digits are as many as a measurement here has. */
function rounded(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

const withUnit = (value: number, { unit }: Figure): string => `${rounded(value)} ${unit}`;

function targetText(figure: Figure): string {
  const { value, ratio } = figure.target ?? {};
  const which = figure.samples.length === 1 ? '' : `${figure.judged} `;
  const bounds = [
    ...(value === undefined ? [] : [`${which}< ${value} ${figure.unit}`]),
    ...(ratio === undefined ? [] : [`< ${ratio} ×`]),
  ];
  return bounds.join(', ');
}

function baselineText(figure: Figure): string {
  const ratio = ratioOf(figure);
  if (figure.baseline === undefined || ratio === undefined) return '';
  const { title, value } = figure.baseline;
  return `${rounded(ratio)} × ${title} (${withUnit(value, figure)})`;
}

const HEADINGS = ['figure', 'median', 'p95', 'n', 'target', 'of the same run', ''] as const;

function cellsOf(figure: Figure): readonly string[] {
  const { title, samples } = figure;
  const single = samples.length === 1;
  return [
    title,
    withUnit(median(samples), figure),
    single ? '' : withUnit(percentile(samples, 0.95), figure),
    single ? '' : String(samples.length),
    targetText(figure),
    baselineText(figure),
    verdictOf(figure) === 'told' ? '' : verdictOf(figure),
  ];
}

/** The figures as lines of text in columns, their notes below. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [HEADINGS, ...figures.map(cellsOf)];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lineOf = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const notes = figures.flatMap(({ title, note }) => (note ? [`  ${title}: ${note}`] : []));
  return [...rows.map(lineOf), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

/** One paragraph for somebody who reads no table. */
export function summaryOf(figures: readonly Figure[]): string {
  const judged = figures.filter((figure) => verdictOf(figure) !== 'told');
  const over = judged.filter((figure) => verdictOf(figure) === 'OVER');
  const lines = over.map(
    (figure) =>
      `  over: ${figure.title}: ${withUnit(judgedValue(figure), figure)} (${targetText(figure)})`,
  );
  const kept = judged.length - over.length;
  return [`${kept} of ${judged.length} figures keep to their targets.`, ...lines].join('\n');
}
