import {
  AgreementField,
  ReportLayer,
  type ReportLayerInput,
} from '../../src-main/domain/reportLayer.ts';
import { coachingSample } from './sampleReports/coaching.ts';
import { workshopSample } from './sampleReports/workshop.ts';

type CoachingInput = Extract<ReportLayerInput, { kind: 'coaching-session' }>;
type WorkshopInput = Extract<ReportLayerInput, { kind: 'workshop' }>;

/** A coaching report of invented people, with what a test wants to differ. */
export function makeCoachingLayer(changes: Partial<CoachingInput> = {}): ReportLayer {
  return ReportLayer.parse({ ...coachingSample, ...changes });
}

/** A workshop report of invented people, with what a test wants to differ. */
export function makeWorkshopLayer(changes: Partial<WorkshopInput> = {}): ReportLayer {
  return ReportLayer.parse({ ...workshopSample, ...changes });
}

const { content } = coachingSample;

/** The same things `rounds` times over, each with an id of its own. */
function repeated<Thing extends { id: string }>(things: readonly Thing[], rounds: number): Thing[] {
  return Array.from({ length: rounds }, (_, round) =>
    things.map((thing) => ({ ...thing, id: `${thing.id}-${round}` })),
  ).flat();
}
const paragraph =
  'Zespół opowiedział o rozmowach w bibliotece i o tym, co z nich wynika dla planu Strefy; w trakcie spotkania wróciliśmy do pytania, kto i z kim może to zrobić, a czego nie da się zrobić bez wsparcia z zewnątrz. ';

/** Text that a template must print and never obey, and characters that a font may lack. */
export const hostileText =
  '#let x = 1 *gruby* _kursywa_ `kod` $x^2$ [nawias] \\ <etykieta> @odsyłacz "cudzysłów" // komentarz 👩‍👩‍👧 🎉 漢字 \u0007\u0000 שלום مرحبا \u202Eodwrócone e\u0301 ✓ ≥ ﬁ';

/** Coaching reports for every state that a template must cope with. */
export const coachingSamples = {
  rich: makeCoachingLayer(),
  small: makeCoachingLayer({
    shared: ['goals', 'steps'],
    content: {
      goals: [
        {
          id: 'g1',
          title: 'Rozmowy z mieszkańcami',
          owner: null,
          measure: '',
          sense: '',
          dueOn: null,
        },
      ],
      steps: content.steps.slice(0, 1),
    },
  }),
  draft: makeCoachingLayer({ state: 'draft', number: null, closedOn: null }),
  withoutAgreement: makeCoachingLayer({
    state: 'draft',
    number: null,
    closedOn: null,
    engagement: { ...coachingSample.engagement, agreedOn: null },
    shared: [],
    content: {},
  }),
  everything: makeCoachingLayer({
    shared: AgreementField.options,
    engagement: { ...coachingSample.engagement, form: 'individual' },
    session: { ...coachingSample.session, mode: 'remote', place: 'wideorozmowa' },
    content: {
      ...content,
      grrow: {
        goal: 'Spisać i uporządkować wnioski z rozmów.',
        reality: 'Jest 19 notatek, każda w innym zeszycie.',
        resources: 'Wolontariuszki, wzór karty z warsztatu.',
        options: 'Spotkanie zespołu albo wspólny dokument.',
        will: 'Spotkanie w środę, dwie godziny, bez telefonów.',
      },
    },
  }),
  empty: makeCoachingLayer({
    shared: AgreementField.options,
    edition: null,
    session: { ...coachingSample.session, start: null, place: '' },
    content: {
      parties: [],
      attendance: [],
      topic: '',
      goals: [],
      resources: [],
      steps: [],
      reportNotes: '',
      grrow: { goal: '', reality: '', resources: '', options: '', will: '' },
      nextSession: { date: null },
    },
  }),
  correction: makeCoachingLayer({
    number: 'CS/2026/009',
    correction: {
      number: 1,
      ofReportId: 'r1',
      ofNumber: 'CS/2026/003',
      reason: 'W pierwszym raporcie podano złą datę sesji.',
    },
  }),
  long: makeCoachingLayer({
    content: {
      ...content,
      goals: repeated(content.goals, 5),
      steps: repeated(content.steps, 8),
      reportNotes: Array.from({ length: 14 }, () => paragraph.repeat(3)).join('\n\n'),
    },
  }),
  hostile: makeCoachingLayer({
    libraries: [{ id: 'l1', name: `Biblioteka ${hostileText}`, town: hostileText }],
    content: {
      ...content,
      topic: hostileText,
      goals: content.goals
        .slice(0, 1)
        .map((goal) => ({ ...goal, title: hostileText, measure: hostileText, sense: hostileText })),
      steps: content.steps
        .slice(0, 1)
        .map((step) => ({ ...step, what: hostileText, who: hostileText })),
      reportNotes: `${hostileText}\n\n${'bardzodługiesłowo'.repeat(20)}`,
    },
  }),
};

/** Workshop reports for every state that a template must cope with. */
export const workshopSamples = {
  rich: makeWorkshopLayer(),
  small: makeWorkshopLayer({
    libraries: workshopSample.libraries.slice(0, 1),
    days: workshopSample.days.slice(0, 1),
    participants: workshopSample.participants.slice(0, 3).map((participant) => ({
      ...participant,
      marks: participant.marks.slice(0, 1),
    })),
    overriddenWarnings: [],
    homeSteps: [],
    evaluation: {
      answers: 3,
      questions: [],
      comments: ['Proszę o więcej przykładów.'],
    },
    totals: {
      days: 1,
      libraryDays: 1,
      trainerDays: 2,
      trainingHours: 6.5,
      hourUnitMinutes: 60,
      presentPeople: 3,
    },
  }),
  empty: makeWorkshopLayer({
    state: 'draft',
    number: null,
    closedOn: null,
    edition: null,
    workshop: { id: 'w1', title: 'Warsztat', moduleName: '', topic: '' },
    libraries: [],
    trainers: { lead: workshopSample.trainers.lead, others: [] },
    days: [],
    participants: [],
    overriddenWarnings: [],
    homeSteps: [],
    evaluation: null,
    summary: '',
    conclusions: '',
    totals: {
      days: 0,
      libraryDays: 0,
      trainerDays: 0,
      trainingHours: 0,
      hourUnitMinutes: 60,
      presentPeople: 0,
    },
  }),
  unconfirmed: makeWorkshopLayer({
    state: 'draft',
    number: null,
    closedOn: null,
    days: workshopSample.days.map((day, index) => ({
      ...day,
      attendanceConfirmed: index === 0,
    })),
  }),
  long: makeWorkshopLayer({
    summary: Array.from({ length: 12 }, () => paragraph.repeat(3)).join('\n'),
    participants: repeated(workshopSample.participants, 4),
  }),
  hostile: makeWorkshopLayer({
    workshop: {
      id: 'w1',
      title: hostileText,
      moduleName: hostileText,
      topic: hostileText,
    },
    summary: hostileText,
    conclusions: hostileText,
    participants: workshopSample.participants
      .slice(0, 1)
      .map((participant) => ({ ...participant, name: hostileText, libraryTown: hostileText })),
  }),
};

/** Every sample by a readable name. */
export const allSamples: readonly (readonly [string, ReportLayer])[] = [
  ...Object.entries(coachingSamples).map(([name, layer]) => [`coaching ${name}`, layer] as const),
  ...Object.entries(workshopSamples).map(([name, layer]) => [`workshop ${name}`, layer] as const),
];
