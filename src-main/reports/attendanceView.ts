import { assertNever } from '../domain/assertNever.ts';
import { LayerMark, type LayerParticipant } from '../domain/workshopLayer.ts';
import type { WorkshopLayer } from '../domain/reportLayer.ts';
import { dayInYear, decimal, listed, NBSP, shortDay } from './format.ts';

/** Attendance as a table: a row a participant, a column a day. */
export type AttendanceView = {
  dayHeads: string[];
  rows: {
    name: string;
    town: string;
    marks: { mark: LayerMark['mark']; text: string }[];
    hours: string;
  }[];
  /** Late, early, substituted: who, when and what. */
  remarks: { name: string; text: string }[];
  /** Days whose attendance is not confirmed and so does not count, in one sentence. */
  unconfirmed: string;
  /** What the marks in use mean. */
  legend: string;
  /** Does any participant have hours? */
  hasHours: boolean;
};

function markText({ mark, hours }: LayerMark): string {
  switch (mark) {
    case 'present':
      return hours === null ? 'ob.' : `${decimal(hours)}${NBSP}h`;
    case 'absent':
      return 'nieob.';
    case 'excused':
      return 'uspr.';
    case 'unchecked':
      return '–';
    default:
      return assertNever(mark);
  }
}

function hoursOf(participant: LayerParticipant): number {
  return participant.marks.reduce((sum, mark) => sum + (mark.hours ?? 0), 0);
}

function remarksOf(layer: WorkshopLayer): AttendanceView['remarks'] {
  return layer.participants.flatMap((participant) =>
    participant.marks.flatMap((mark, index) => {
      const day = layer.days[index];
      const when = day === undefined || layer.days.length === 1 ? '' : `${dayInYear(day.date)}: `;
      const told = [
        mark.reason,
        mark.substituteName === '' ? '' : `zastępstwo: ${mark.substituteName}`,
      ].filter((text) => text !== '');
      return told.length === 0
        ? []
        : [{ name: participant.name, text: `${when}${told.join(', ')}` }];
    }),
  );
}

const markMeanings: Readonly<Record<LayerMark['mark'], string>> = {
  present: 'godziny lub ob. – obecność',
  absent: 'nieob. – nieobecność',
  excused: 'uspr. – nieobecność usprawiedliwiona',
  unchecked: '– nie odnotowano',
};

function legendOf({ participants }: WorkshopLayer): string {
  const used = new Set(participants.flatMap(({ marks }) => marks.map(({ mark }) => mark)));
  const { options } = LayerMark.shape.mark;
  return options
    .filter((mark) => used.has(mark))
    .map((mark) => markMeanings[mark])
    .join(' · ');
}

/** Attendance of a workshop, as its template prints it. */
export function attendanceView(layer: WorkshopLayer): AttendanceView {
  const open = layer.days.filter((day) => !day.attendanceConfirmed).map((day) => day.date);
  return {
    dayHeads: layer.days.map((day) => shortDay(day.date)),
    rows: layer.participants.map((participant) => ({
      name: participant.name,
      town: participant.libraryTown,
      marks: participant.marks.map((mark) => ({
        mark: mark.mark,
        text: markText(mark),
      })),
      hours: decimal(hoursOf(participant)),
    })),
    remarks: remarksOf(layer),
    unconfirmed:
      open.length === 0
        ? ''
        : `Obecność nie jest jeszcze potwierdzona i nie liczy się do sum: ${listed(open.map(dayInYear))}.`,
    legend: legendOf(layer),
    hasHours: layer.participants.some((participant) => hoursOf(participant) > 0),
  };
}
