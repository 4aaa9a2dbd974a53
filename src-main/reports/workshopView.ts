import { assertNever } from '../domain/assertNever.ts';
import type { WorkshopLayer } from '../domain/reportLayer.ts';
import { commonView, fact, wideFact, type CommonView, type Fact } from './commonView.ts';
import { attendanceView, type AttendanceView } from './attendanceView.ts';
import {
  clock,
  clockSpan,
  dateSpan,
  dateWithWeekday,
  decimal,
  longDate,
  mean,
  NBSP,
  paragraphs,
  plural,
} from './format.ts';
import { countedWords, overrideWords } from './labels.ts';
import type { LayerAgendaItem, LayerDay, LayerEvaluation } from '../domain/workshopLayer.ts';

type AgendaRowView = {
  start: string;
  title: string;
  details: string;
  isBreak: boolean;
  planned: string;
  /** `none`: nobody noted what became of the block. */
  tone: 'done' | 'altered' | 'skipped' | 'none';
  outcome: string;
  reason: string;
};
type DayView = { title: string; venue: string; rows: AgendaRowView[] };
type QuestionView = {
  label: string;
  counts: string[];
  /** Share of each answer, 0..1: how strong the cell's tint is. */
  shares: number[];
  mean: string;
};
type EvaluationView = {
  answers: string;
  questions: QuestionView[];
  comments: string[];
};
type HomeStepView = { what: string; who: string; due: string };

/** What the workshop's template prints. */
export type WorkshopView = {
  common: CommonView;
  topic: string;
  totals: { value: string; label: string }[];
  summary: string[];
  conclusions: string[];
  attendance: AttendanceView;
  /** How the agenda went, in one sentence. */
  agendaSummary: string;
  days: DayView[];
  homeSteps: HomeStepView[];
  evaluation: EvaluationView | null;
  overrides: { about: string; text: string; reason: string }[];
};

const minutes = (value: number): string => `${value}${NBSP}min`;

function agendaOutcome(item: LayerAgendaItem): Pick<AgendaRowView, 'tone' | 'outcome'> {
  const { outcome, plannedMinutes, doneMinutes } = item;
  const took =
    doneMinutes === null || doneMinutes === plannedMinutes ? '' : `, ${minutes(doneMinutes)}`;
  switch (outcome) {
    case null:
      return { tone: 'none', outcome: item.isBreak ? '' : 'nie odnotowano' };
    case 'done':
      return { tone: 'done', outcome: `zrealizowany${took}` };
    case 'shortened':
      return { tone: 'altered', outcome: `skrócony${took}` };
    case 'changed':
      return { tone: 'altered', outcome: `zmieniony${took}` };
    case 'skipped':
      return { tone: 'skipped', outcome: 'pominięty' };
    default:
      return assertNever(outcome);
  }
}

function agendaRow(item: LayerAgendaItem): AgendaRowView {
  return {
    start: clock(item.start),
    title: item.title,
    details: [item.aim, item.method].filter((text) => text !== '').join(' · '),
    isBreak: item.isBreak,
    planned: minutes(item.plannedMinutes),
    ...agendaOutcome(item),
    reason: item.reason,
  };
}

function dayView(day: LayerDay, index: number, count: number): DayView {
  const ordinal = count > 1 ? `Dzień ${index + 1}: ` : '';
  const half = day.value === 0.5 ? ', pół dnia' : '';
  return {
    title: `${ordinal}${dateWithWeekday(day.date)}, ${clockSpan(day.start, day.end)}${half}`,
    venue: day.venue,
    rows: day.agenda.map(agendaRow),
  };
}

function agendaSummary(days: readonly LayerDay[]): string {
  const blocks = days.flatMap((day) => day.agenda).filter((item) => !item.isBreak);
  const noted = blocks.filter((item) => item.outcome !== null);
  if (noted.length === 0) return '';
  const count = (outcome: LayerAgendaItem['outcome']) =>
    blocks.filter((item) => item.outcome === outcome).length;
  const parts = [
    ['zrealizowane', count('done')],
    ['skrócone', count('shortened')],
    ['zmienione', count('changed')],
    ['pominięte', count('skipped')],
    ['bez zapisu', count(null)],
  ] as const;
  const told = parts
    .filter(([, number]) => number > 0)
    .map(([word, number]) => `${word}${NBSP}${number}`);
  return `Bloki programu: ${told.join(', ')}.`;
}

function evaluationView(evaluation: LayerEvaluation): EvaluationView {
  const { answers } = evaluation;
  const noun = plural(answers, {
    one: 'anonimowa ankieta',
    few: 'anonimowe ankiety',
    many: 'anonimowych ankiet',
    other: 'anonimowej ankiety',
  });
  const few = evaluation.questions.length === 0 && answers > 0;
  return {
    answers:
      `${answers}${NBSP}${noun}.` +
      (few ? ' Przy mniej niż pięciu ankietach podaje się tylko ich liczbę i komentarze.' : ''),
    questions: evaluation.questions.map(({ label, counts }) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      const points = counts.reduce((sum, count, index) => sum + count * (index + 1), 0);
      return {
        label,
        counts: counts.map(String),
        shares: counts.map((count) => (total === 0 ? 0 : count / total)),
        mean: total === 0 ? '–' : mean(points / total),
      };
    }),
    comments: evaluation.comments,
  };
}

function totalsOf({ totals }: WorkshopLayer): WorkshopView['totals'] {
  const counted = (key: keyof typeof countedWords) => ({
    value: decimal(totals[key]),
    label: plural(totals[key], countedWords[key]),
  });
  const hours = counted('trainingHours');
  return [
    counted('days'),
    counted('libraryDays'),
    counted('trainerDays'),
    {
      ...hours,
      label: `${hours.label} (po${NBSP}${minutes(totals.hourUnitMinutes)})`,
    },
    counted('presentPeople'),
  ];
}

function factsOf(layer: WorkshopLayer): Fact[] {
  const { lead, others } = layer.trainers;
  const venues = [...new Set(layer.days.map((day) => day.venue).filter((venue) => venue !== ''))];
  return [
    fact('Termin', dateSpan(layer.days.map((day) => day.date))),
    fact('Moduł', layer.workshop.moduleName),
    fact(lead.form === 'feminine' ? 'Prowadząca' : 'Prowadzący', lead.name),
    fact('Współprowadzenie', others.map((trainer) => trainer.name).join(', ')),
    fact('Miejsce', venues.join('; ')),
    fact('Edycja', layer.edition?.name ?? ''),
    wideFact(
      layer.libraries.length === 1 ? 'Biblioteka' : 'Biblioteki',
      layer.libraries.map((library) => library.name),
    ),
  ];
}

function homeStepOwner(who: string, libraryTown: string): string {
  if (who !== '') return libraryTown === '' ? who : `${who}, ${libraryTown}`;
  return libraryTown === '' ? 'każdy zespół' : `zespół: ${libraryTown}`;
}

/** Template data of a workshop's report. */
export function workshopView(layer: WorkshopLayer): WorkshopView {
  const dates = layer.days.map((day) => day.date);
  const { title, topic } = layer.workshop;
  return {
    common: commonView(layer, {
      overline: 'Raport z warsztatu',
      title,
      documentTitle: `Warsztat „${title}”${dates.length === 0 ? '' : `, ${dateSpan(dates)}`}`,
      subjectDay: dates.toSorted().at(-1),
      facts: factsOf(layer),
    }),
    topic,
    totals: totalsOf(layer),
    summary: paragraphs(layer.summary),
    conclusions: paragraphs(layer.conclusions),
    attendance: attendanceView(layer),
    agendaSummary: agendaSummary(layer.days),
    days: layer.days.map((day, index) => dayView(day, index, layer.days.length)),
    homeSteps: layer.homeSteps.map(({ what, who, libraryTown, dueOn }) => ({
      what,
      who: homeStepOwner(who, libraryTown),
      due: dueOn === null ? 'bez terminu' : longDate(dueOn),
    })),
    evaluation: layer.evaluation && evaluationView(layer.evaluation),
    overrides: layer.overriddenWarnings.map(({ about, text, reason }) => ({
      about: overrideWords[about],
      text,
      reason,
    })),
  };
}
