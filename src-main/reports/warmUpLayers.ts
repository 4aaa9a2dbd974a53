import { ReportLayer } from '../domain/reportLayer.ts';

const id = 'warm-up';
const date = '2026-01-02';

/**
 * The least reports that run every part of both templates; never shown to anybody. The text differs
 * from round to round, because Typst remembers what it has laid out before.
 */
export function warmUpLayers(round: number): ReportLayer[] {
  const text = `Zażółć gęślą jaźń ${round}`;
  return [warmUpCoaching(text), warmUpWorkshop(text)];
}

function baseOf(text: string) {
  return {
    schemaVersion: 1,
    producer: { name: 'Strefownik', version: '0' },
    language: 'pl',
    reportId: id,
    number: null,
    state: 'draft',
    closedOn: null,
    correction: null,
    author: { personId: id, name: text, role: 'coach', form: 'feminine' },
    edition: null,
    libraries: [{ id, name: text, town: text }],
  };
}

function warmUpCoaching(text: string): ReportLayer {
  const goal = { id, title: text, owner: null, measure: text, sense: text, dueOn: date };
  const step = { id, what: text, who: text, dueOn: date, state: 'open', agreed: 'now' };
  return ReportLayer.parse({
    ...baseOf(text),
    kind: 'coaching-session',
    coach: { id, name: text, form: 'feminine' },
    engagement: { id, form: 'group', agreedOn: date },
    session: {
      id,
      date,
      start: '10:00',
      minutes: 60,
      mode: 'remote',
      place: text,
      numberInProcess: 1,
    },
    shared: ['attendance', 'topic', 'goals', 'goalScores', 'resources', 'steps', 'reportNotes'],
    content: {
      attendance: [{ id, name: text }],
      topic: text,
      goals: [
        { ...goal, score: { scale: '0-10', value: 5, previous: 3, note: text } },
        { ...goal, score: { scale: 'gas', value: 0, previous: -1, note: '', levels: null } },
      ],
      resources: [{ id, kind: 'place', direction: 'have', name: text, note: text }],
      steps: [step, { ...step, agreed: 'earlier' }],
      reportNotes: `${text} `.repeat(40),
    },
  });
}

function warmUpWorkshop(text: string): ReportLayer {
  const worker = { id, name: text, form: 'feminine' };
  const block = { id, title: text, isBreak: false, aim: text, method: '', doneMinutes: 30 };
  const agenda = [
    { ...block, start: '09:00', plannedMinutes: 45, outcome: 'shortened', reason: text },
  ];
  const mark = { dayId: id, mark: 'present', hours: 6, reason: text, substituteName: '' };
  return ReportLayer.parse({
    ...baseOf(text),
    kind: 'workshop',
    workshop: { id, title: text, moduleName: text, topic: text },
    trainers: { lead: worker, others: [worker] },
    days: [
      {
        id,
        date,
        start: '09:00',
        end: '15:00',
        value: 1,
        venue: text,
        attendanceConfirmed: true,
        agenda,
      },
    ],
    participants: [{ id, name: text, libraryTown: text, marks: [mark] }],
    overriddenWarnings: [{ about: 'phase', text, reason: text }],
    homeSteps: [{ id, what: text, who: text, libraryTown: '', dueOn: date }],
    evaluation: {
      answers: 5,
      questions: [{ label: text, counts: [1, 1, 1, 1, 1] }],
      comments: [text],
    },
    summary: `${text} `.repeat(40),
    conclusions: text,
    totals: {
      days: 1,
      libraryDays: 1,
      trainerDays: 2,
      trainingHours: 6,
      hourUnitMinutes: 60,
      presentPeople: 1,
    },
  });
}
