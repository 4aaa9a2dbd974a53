import { IconCheck, IconChecks, IconMinus, IconX } from '@tabler/icons-react';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import styles from './AttendanceGrid.module.css';
import { Button } from './Button.tsx';
import { KeyHint } from './KeyHint.tsx';

/** A participant's mark on a day, as the store has it. */
export type AttendanceMark = 'unchecked' | 'present' | 'absent' | 'excused';

export interface AttendancePerson {
  readonly id: string;
  readonly name: string;
  /** The library: said once, above its people. */
  readonly group?: string | undefined;
}

export interface AttendanceDay {
  readonly id: string;
  /** "pt. 12 mar" */
  readonly label: string;
  readonly detail?: string | undefined;
}

export interface AttendanceGridProps {
  readonly label: string;
  readonly people: readonly AttendancePerson[];
  readonly days: readonly AttendanceDay[];
  readonly markOf: (personId: string, dayId: string) => AttendanceMark;
  readonly onMark: (personId: string, dayId: string, mark: AttendanceMark) => void;
  /** Everyone without a mark that day is present. */
  readonly onMarkAll?: ((dayId: string) => void) | undefined;
  /** Marks can be read only. */
  readonly locked?: boolean | undefined;
}

const ICONS: Readonly<Record<AttendanceMark, ReactNode>> = {
  unchecked: null,
  present: <IconCheck />,
  absent: <IconX />,
  excused: <IconMinus />,
};

const NEXT: Readonly<Record<AttendanceMark, AttendanceMark>> = {
  unchecked: 'present',
  present: 'absent',
  absent: 'excused',
  excused: 'unchecked',
};

const MARK_KEYS: Readonly<Record<string, AttendanceMark>> = {
  o: 'present',
  n: 'absent',
  u: 'excused',
  Backspace: 'unchecked',
  Delete: 'unchecked',
};

const MOVES: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

interface Place {
  readonly row: number;
  readonly column: number;
}

function limited(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}

function Legend(): ReactNode {
  const t = useText();
  return (
    <p className={styles['legend']} aria-hidden="true">
      <span>
        <KeyHint keys="o" /> {t('ui.attendance.legendPresent')}
      </span>
      <span>
        <KeyHint keys="n" /> {t('ui.attendance.legendAbsent')}
      </span>
      <span>
        <KeyHint keys="u" /> {t('ui.attendance.legendExcused')}
      </span>
      <span>
        <KeyHint keys="space" /> {t('ui.attendance.legendNext')}
      </span>
    </p>
  );
}

/**
 * Who came on which day. Space goes through the marks; O, N and U set one and step down, so that a
 * list of eighteen is eighteen keys; arrows move. Cells are big enough for a finger.
 */
export function AttendanceGrid(props: AttendanceGridProps): ReactNode {
  const t = useText();
  const { label, people, days, markOf, onMark, onMarkAll, locked = false } = props;
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });

  const moveTo = (row: number, column: number): void => {
    const place = { row: limited(row, people.length), column: limited(column, days.length) };
    setActive(place);
    table.current
      ?.querySelector<HTMLElement>(`[data-place="${place.row}-${place.column}"]`)
      ?.focus();
  };

  const onKeyDown = (event: KeyboardEvent, { row, column }: Place): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [person, day] = [people[row], days[column]];
    if (person === undefined || day === undefined) return;
    const move = MOVES[event.key];
    const mark = MARK_KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (move !== undefined) moveTo(row + move[0], column + move[1]);
    else if (event.key === 'Home') moveTo(0, column);
    else if (event.key === 'End') moveTo(people.length - 1, column);
    else if (mark !== undefined && !locked) {
      onMark(person.id, day.id, mark);
      if (mark !== 'unchecked') moveTo(row + 1, column);
    } else return;
    event.preventDefault();
  };

  return (
    <div className={styles['frame']}>
      <p id={id} className="visually-hidden">
        {t('ui.attendance.keys')}
      </p>
      <table
        ref={table}
        className={styles['table']}
        role="grid"
        aria-label={label}
        aria-describedby={id}
      >
        <thead>
          <tr>
            <th scope="col" className={styles['corner']}>
              {t('ui.attendance.participant')}
            </th>
            {days.map((day) => (
              <th key={day.id} scope="col" className={styles['day']}>
                <span className={styles['dayLabel']}>{day.label}</span>
                {day.detail !== undefined && <span className={styles['detail']}>{day.detail}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person, row) => (
            <tr key={person.id} data-first={person.group !== people[row - 1]?.group || undefined}>
              <th scope="row" className={styles['person']}>
                <span className={styles['number']}>{row + 1}</span>
                <span>{person.name}</span>
                {person.group !== undefined && person.group !== people[row - 1]?.group && (
                  <span className={styles['group']}>{person.group}</span>
                )}
              </th>
              {days.map((day, column) => {
                const mark = markOf(person.id, day.id);
                return (
                  <td key={day.id}>
                    <button
                      type="button"
                      className={styles['mark']}
                      data-mark={mark}
                      data-place={`${row}-${column}`}
                      tabIndex={active.row === row && active.column === column ? 0 : -1}
                      aria-label={t('ui.attendance.cell', {
                        person: person.name,
                        day: day.label,
                        mark: t(`ui.attendance.${mark}`),
                      })}
                      aria-disabled={locked || undefined}
                      onFocus={() => setActive({ row, column })}
                      onKeyDown={(event) => onKeyDown(event, { row, column })}
                      onClick={() => {
                        if (!locked) onMark(person.id, day.id, NEXT[mark]);
                      }}
                    >
                      {ICONS[mark]}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles['person']}>
              {t('ui.attendance.totalLabel')}
            </th>
            {days.map((day) => (
              <td key={day.id} className={styles['total']}>
                {t('ui.attendance.total', {
                  present: people.filter(({ id }) => markOf(id, day.id) === 'present').length,
                  total: people.length,
                })}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {!locked && (
        <div className={styles['below']}>
          <Legend />
          {onMarkAll !== undefined && (
            <div className={styles['all']}>
              {days.map((day) => (
                <Button key={day.id} icon={<IconChecks />} onClick={() => onMarkAll(day.id)}>
                  {t('ui.attendance.markAll', { day: day.label })}
                </Button>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
