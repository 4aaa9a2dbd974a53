import {
  fieldsWithheld,
  type AgreementField,
  type CoachingLayer,
  type LayerScore,
} from '../domain/reportLayer.ts';
import { isBlank } from '../domain/reportLayerBase.ts';
import type { LayerGoal, LayerResource, LayerStep } from '../domain/coachingLayer.ts';
import { assertNever } from '../domain/assertNever.ts';
import { commonView, fact, wideFact, type CommonView, type Fact } from './commonView.ts';
import { clock, dateWithWeekday, listed, longDate, NBSP, paragraphs } from './format.ts';
import { agreementFieldWords, resourceKindWords, roleWords, stepStateWords } from './labels.ts';

/** A score as it is drawn: `cells` cells, filled up to or standing at `at`. */
export type ScoreView = {
  scale: LayerScore['scale'];
  cells: number;
  /** 0-10: how many are filled; gas: index of the reached level, from 0. */
  at: number;
  previousAt: number | null;
  text: string;
  previousText: string;
  level: string;
  note: string;
};

type GoalView = {
  title: string;
  /** Whose goal, by when, how it is measured. */
  details: string[];
  sense: string[];
  score: ScoreView | null;
};
type ResourceView = { name: string; kind: string; note: string };
type StepView = {
  what: string;
  who: string;
  due: string;
  state: LayerStep['state'];
  word: string;
};

/** What the coaching session's template prints. */
export type CoachingView = {
  common: CommonView;
  topic: string;
  goals: GoalView[];
  resources: { have: ResourceView[]; seek: ResourceView[] };
  steps: { earlier: StepView[]; now: StepView[] };
  notes: string[];
  grrow: { label: string; paragraphs: string[] }[];
  nextSession: string;
  /** What the agreement says about this report, sentence by sentence. */
  scope: string[];
};

const signed = (value: number): string => (value > 0 ? `+${value}` : `${value}`.replace('-', '−'));

function scoreView(score: LayerScore): ScoreView {
  const { scale, value, previous, note } = score;
  switch (scale) {
    case '0-10':
      return {
        scale,
        cells: 10,
        at: value,
        previousAt: previous,
        text: `${value}${NBSP}z${NBSP}10`,
        previousText: previous === null ? '' : `poprzednio ${previous}`,
        level: '',
        note,
      };
    case 'gas':
      return {
        scale,
        cells: 5,
        at: value + 2,
        previousAt: previous === null ? null : previous + 2,
        text: signed(value),
        previousText: previous === null ? '' : `poprzednio ${signed(previous)}`,
        level: score.levels?.[value + 2] ?? '',
        note,
      };
    default:
      return assertNever(scale);
  }
}

function goalView(goal: LayerGoal): GoalView {
  const details = [
    goal.owner === null ? 'Cel zespołu' : `Cel osoby: ${goal.owner.name}`,
    ...(goal.dueOn === null ? [] : [`do ${longDate(goal.dueOn)}`]),
    ...(goal.measure === '' ? [] : [`miara: ${goal.measure}`]),
  ];
  return {
    title: goal.title,
    details,
    sense: paragraphs(goal.sense),
    score: goal.score ? scoreView(goal.score) : null,
  };
}

function resourceViews(resources: readonly LayerResource[], direction: LayerResource['direction']) {
  return resources
    .filter((resource) => resource.direction === direction)
    .map(({ name, kind, note }) => ({
      name,
      kind: resourceKindWords[kind],
      note,
    }));
}

function stepViews(steps: readonly LayerStep[], agreed: LayerStep['agreed']): StepView[] {
  return steps
    .filter((step) => step.agreed === agreed)
    .map((step) => ({
      what: step.what,
      who: step.who === '' ? 'cały zespół' : step.who,
      due: step.dueOn === null ? 'bez terminu' : longDate(step.dueOn),
      state: step.state,
      word: stepStateWords[step.state],
    }));
}

function grrowView(grrow: CoachingLayer['content']['grrow']): CoachingView['grrow'] {
  if (grrow === undefined) return [];
  return [
    { label: 'Cel', paragraphs: paragraphs(grrow.goal) },
    { label: 'Rzeczywistość', paragraphs: paragraphs(grrow.reality) },
    { label: 'Zasoby', paragraphs: paragraphs(grrow.resources) },
    { label: 'Opcje', paragraphs: paragraphs(grrow.options) },
    { label: 'Wola', paragraphs: paragraphs(grrow.will) },
  ].filter((prompt) => prompt.paragraphs.length > 0);
}

/** Fields that are shared but in which nothing was written. */
function emptyFieldWords({ content }: CoachingLayer): string[] {
  const written: [AgreementField, boolean | undefined][] = [
    ['attendance', content.attendance && content.attendance.length > 0],
    ['topic', content.topic === undefined ? undefined : !isBlank(content.topic)],
    ['goals', content.goals && content.goals.length > 0],
    ['resources', content.resources && content.resources.length > 0],
    ['steps', content.steps && content.steps.length > 0],
    ['reportNotes', content.reportNotes === undefined ? undefined : !isBlank(content.reportNotes)],
    ['nextSession', content.nextSession && content.nextSession.date !== null],
  ];
  return written.flatMap(([field, is]) => (is === false ? [agreementFieldWords[field]] : []));
}

function scopeSentences(layer: CoachingLayer): string[] {
  const { agreedOn } = layer.engagement;
  if (agreedOn === null) {
    return [
      'Nie zapisano jeszcze kontraktu, więc raport mówi tylko, że spotkanie się odbyło. Bez kontraktu nie można go zamknąć.',
    ];
  }
  const parties = layer.content.parties ?? [];
  const withheld = fieldsWithheld(layer).map((field) => agreementFieldWords[field]);
  const empty = emptyFieldWords(layer);
  return [
    parties.length === 0
      ? `Zakres raportu określa kontrakt z ${longDate(agreedOn)}.`
      : `Zakres raportu określa kontrakt z ${longDate(agreedOn)}. Strony: ${parties.join('; ')}.`,
    ...(withheld.length === 0
      ? []
      : [`Zgodnie z kontraktem do raportu nie wchodzą: ${listed(withheld)}.`]),
    ...(empty.length === 0 ? [] : [`W tej sesji nie zapisano: ${listed(empty)}.`]),
  ];
}

function factsOf(layer: CoachingLayer): Fact[] {
  const { session, engagement, coach, content, libraries } = layer;
  const at = session.start === null ? '' : `, godz.${NBSP}${clock(session.start)}`;
  const remote = session.place === '' ? 'zdalnie' : `zdalnie (${session.place})`;
  const present = (content.attendance ?? []).map(({ name }) => name);
  return [
    fact('Data', dateWithWeekday(session.date) + at),
    fact('Czas trwania', `${session.minutes}${NBSP}minut`),
    fact('Miejsce', session.mode === 'remote' ? remote : session.place),
    fact('Miejscowość', [...new Set(libraries.map((library) => library.town))].join(', ')),
    fact(capitalised(roleWords.coach[coach.form]), coach.name),
    fact('Forma', engagement.form === 'group' ? 'grupowa' : 'indywidualna'),
    fact('Edycja', layer.edition?.name ?? ''),
    fact('Obecność', present.length > 3 ? '' : present.join(', ')),
    wideFact('Obecność', present.length > 3 ? present : []),
  ];
}

function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase('pl') + word.slice(1);
}

/** Template data of a coaching session's report. */
export function coachingView(layer: CoachingLayer): CoachingView {
  const { content, session } = layer;
  const ordinal = session.numberInProcess === null ? '' : ` nr ${session.numberInProcess}`;
  const title = layer.libraries.map((library) => library.name).join(', ');
  return {
    common: commonView(layer, {
      overline: `Raport z sesji coachingowej${ordinal}`,
      title,
      documentTitle: `Sesja coachingowa${ordinal}, ${longDate(session.date)}: ${title}`,
      subjectDay: session.date,
      facts: factsOf(layer),
    }),
    topic: content.topic ?? '',
    goals: (content.goals ?? []).map(goalView),
    resources: {
      have: resourceViews(content.resources ?? [], 'have'),
      seek: resourceViews(content.resources ?? [], 'seek'),
    },
    steps: {
      earlier: stepViews(content.steps ?? [], 'earlier'),
      now: stepViews(content.steps ?? [], 'now'),
    },
    notes: paragraphs(content.reportNotes ?? ''),
    grrow: grrowView(content.grrow),
    nextSession: content.nextSession?.date ? dateWithWeekday(content.nextSession.date) : '',
    scope: scopeSentences(layer),
  };
}
