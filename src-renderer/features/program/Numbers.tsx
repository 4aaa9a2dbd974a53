import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { formatDuration, formatNumber } from '../../ui/format.ts';
import { Section } from '../../ui/Section.tsx';
import { Warning } from '../../ui/Warning.tsx';
import {
  editionsOfSource,
  statedDifference,
  targetOf,
  toTarget,
  trainingEditions,
  type NumberLine,
  type Program,
} from './numbers.ts';
import styles from './Numbers.module.css';

interface LineProps {
  readonly name: string;
  readonly line: NumberLine;
  /** A part of the line above. */
  readonly part?: boolean | undefined;
  readonly format?: ((value: number) => string) | undefined;
}

function Share({ delivered, planned, target }: NumberLine): ReactNode {
  if (target === null || target === 0) return null;
  const width = (value: number): string => `${String(Math.min(100, (value / target) * 100))}%`;
  return (
    <span className={styles['share']} aria-hidden="true">
      <span className={styles['ahead']} style={{ width: width(delivered + (planned ?? 0)) }} />
      <span className={styles['done']} style={{ width: width(delivered) }} />
    </span>
  );
}

function Line({ name, line, part = false, format = formatNumber }: LineProps): ReactNode {
  const t = useText();
  const difference = toTarget(line);
  const toGo = (): string => {
    if (difference === null) return '';
    if (difference === 0) return t('program.numbers.equal');
    return difference > 0
      ? t('program.numbers.missing', { days: format(difference) })
      : t('program.numbers.over', { days: format(-difference) });
  };
  const shown = (value: number | null): string =>
    value === null ? t('program.numbers.none') : format(value);
  return (
    <tr data-part={part || undefined}>
      <th scope="row">
        {name}
        <Share {...line} />
      </th>
      <td>{format(line.delivered)}</td>
      <td>{shown(line.planned)}</td>
      <td>{shown(line.target)}</td>
      <td className={styles['toGo']}>{toGo()}</td>
    </tr>
  );
}

function Stated({ program }: NumbersProps): ReactNode {
  const t = useText();
  const found = statedDifference(program);
  if (found === null) return null;
  const { stated, target, by } = found;
  const parts = editionsOfSource(program).flatMap(({ name, targets }) =>
    targets.libraries === null || targets.trainingDaysPerLibrary === null
      ? []
      : [
          t('program.numbers.part', {
            days: targets.trainingDaysPerLibrary,
            libraries: targets.libraries,
            edition: name,
          }),
        ],
  );
  return (
    <Warning tone="info" title={t('program.numbers.statedTitle', { stated, target })}>
      {t('program.numbers.stated', {
        parts: new Intl.ListFormat('pl').format(parts),
        target,
        stated,
        difference: Math.abs(by),
        direction: by > 0 ? t('program.numbers.more') : t('program.numbers.less'),
      })}
    </Warning>
  );
}

export interface NumbersProps {
  readonly program: Program;
}

/** Strefy w liczbach: delivered, planned and target side by side, with every difference named. */
export function Numbers({ program }: NumbersProps): ReactNode {
  const t = useText();
  const { whole } = program;
  const days = (counted: { delivered: number; planned: number }): NumberLine => ({
    ...counted,
    target: null,
  });
  const counted = (value: number, target: number | null): NumberLine => ({
    delivered: value,
    planned: null,
    target,
  });
  return (
    <Section title={t('program.numbers.title')} hint={t('program.numbers.hint')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('program.numbers.measure')}</th>
            <th scope="col">{t('program.numbers.delivered')}</th>
            <th scope="col">{t('program.numbers.planned')}</th>
            <th scope="col">{t('program.numbers.target')}</th>
            <th scope="col">{t('program.numbers.difference')}</th>
          </tr>
        </thead>
        <tbody>
          <Line
            name={t('program.numbers.libraryDays')}
            line={{ ...whole.libraryDays, target: targetOf(trainingEditions(program)) }}
          />
          {trainingEditions(program).map(({ id, name, totals }) => (
            <Line key={id} part name={name} line={totals.libraryDays} />
          ))}
          <Line name={t('program.numbers.trainingDays')} line={days(whole.trainingDays)} />
          <Line name={t('program.numbers.trainerDays')} line={days(whole.trainerDays)} />
          <Line
            name={t('program.numbers.hours', { minutes: whole.hourUnitMinutes })}
            line={counted(whole.trainingHours, null)}
          />
          <Line
            name={t('program.numbers.libraries')}
            line={counted(whole.libraries.counted, program.stated.libraries)}
          />
          <Line name={t('program.numbers.people')} line={counted(whole.people.counted, null)} />
          <Line name={t('program.numbers.sessions')} line={counted(whole.heldSessions, null)} />
          <Line
            name={t('program.numbers.sessionTime')}
            line={counted(whole.sessionMinutes, null)}
            format={formatDuration}
          />
        </tbody>
      </table>
      <Stated program={program} />
    </Section>
  );
}
