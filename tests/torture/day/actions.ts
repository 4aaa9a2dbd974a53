import type { CallInput } from '../../../src-main/contract/contract.ts';
import { agendaForm } from '../../helpers/scene.ts';
import { ANYTHING, formOf, NEW, on, some, type Action } from './action.ts';
import { coachingActions, newSession } from './coachingActions.ts';
import { noDraft, thingFact, type Day } from './day.ts';
import type { Fact, UnderWay } from './facts.ts';

// What a coach does in a day, one thing an action.

const markAttendance: Action = async (day) => {
  const { days, people } = day.desk.workshop;
  const input = {
    dayId: day.dice.oneOf(days).id,
    participantId: day.dice.oneOf(people).participantId,
    mark: day.dice.oneOf(['present', 'absent', 'excused'] as const),
    hours: null,
    reason: day.word(),
  };
  await day.work('attendance.mark', input, ANYTHING, (mark) => [thingFact('attendance', mark)]);
};

const saveBlock: Action = async (day) => {
  const { desk, dice } = day;
  const form = agendaForm(desk.workshop.workshop.id, dice.oneOf(desk.workshop.days).id, {
    title: `Blok ${day.word()}`,
    plannedMinutes: 15 + dice.below(90),
  });
  const saved = await day.work('agenda.save', form, NEW, (item) => [thingFact('agendaItem', item)]);
  if (saved !== null) desk.agenda.set(saved.id, saved);
};

const changeLibrary: Action = async (day) => {
  const library = (await day.read('library.get', { id: day.desk.process.engagement.libraryId }))
    .library;
  const gone = noDraft('library', library.id);
  const form = { ...formOf(library), note: day.word() };
  await day.work('library.save', form, on(library.id, gone), (saved) => [
    thingFact('library', saved),
    gone,
  ]);
};

const keepDraft: Action = async (day) => {
  const { desk, dice } = day;
  const sessionId = some(day, desk.sessions);
  const places: [CallInput<'draft.keep'>['entity'], string][] = [
    ['library', desk.process.engagement.libraryId],
    ['coachingSession', `new:${desk.process.engagement.id}`],
    ...(sessionId === undefined
      ? []
      : ([
          ['coachingSession', sessionId],
          ['privateNote', sessionId],
        ] as const)),
  ].map(([entity, id]): [CallInput<'draft.keep'>['entity'], string] => [
    entity as CallInput<'draft.keep'>['entity'],
    String(id),
  ]);
  const [entity, entityId] = dice.oneOf(places);
  const body = JSON.stringify({ topic: day.word() });
  const fact: Fact = { kind: 'draft', entity, entityId, body };
  const input = { entity, entityId, baseRevision: 1, body };
  const kept = await day.work('draft.keep', input, { touches: [], would: [fact] }, () => [fact]);
  if (kept !== null) desk.drafts.push({ entity, entityId });
};

const discardDraft: Action = async (day) => {
  const draft = day.desk.drafts.pop();
  if (draft === undefined) return;
  const fact = noDraft(draft.entity, draft.entityId);
  await day.work('draft.discard', draft, { touches: [], would: [fact] }, () => [fact]);
};

const putIntoBin: Action = async (day) => {
  const { desk, dice } = day;
  const [entity, things] = dice.oneOf([
    ['resource', desk.resources],
    ['actionStep', desk.steps],
    ['coachingGoal', desk.goals],
    ['agendaItem', desk.agenda],
  ] as const);
  const id = some(day, things.keys());
  if (id === undefined) return;
  const revision = (things.get(id)?.revision ?? 0) + 1;
  const fact: Fact = { kind: 'bin', entity, id, removed: true, revision };
  const removed = await day.work('bin.remove', { entity, id }, on(id), () => [fact]);
  if (removed !== null) desk.bin.push({ entity, id });
};

const takeFromBin: Action = async (day) => {
  const thing = day.desk.bin.pop();
  if (thing === undefined) return;
  const { entity, id } = thing;
  const fact: Fact = { kind: 'bin', entity, id, removed: false, revision: 1 };
  await day.work('bin.restore', { entity, id }, on(id), () => [fact]);
};

const takeBack: Action = async (day) => {
  const { dice, desk, work } = day;
  const id = some(day, desk.sessions);
  if (id === undefined) return;
  const name = dice.oneOf(['history.undo', 'history.redo'] as const);
  const taken = await work(name, { entity: 'coachingSession', id }, ANYTHING, (answer) =>
    answer.outcome === 'done'
      ? [{ kind: 'undone', batch: answer.step.batch, ids: answer.step.things.map((one) => one.id) }]
      : [],
  );
  if (taken?.outcome !== 'done') return;
  // A session whose making was taken back is no longer on the desk.
  for (const thing of taken.step.things) {
    if (thing.entity === 'coachingSession' && thing.action === 'made')
      desk.sessions.delete(thing.id);
  }
};

const changeSettings: Action = async (day) => {
  const value = `${day.word().replace('ł', 'l')}@example.pl`;
  const fact: Fact = { kind: 'recipient', value };
  const underWay: UnderWay = { touches: [], would: [fact] };
  await day.work('settings.save', { reportRecipient: value }, underWay, () => [fact]);
};

/** Makes a backup by hand. */
export const makeBackup: Action = (day) =>
  day.work('backup.make', {}, NEW, (row) => [{ kind: 'backup', id: row.id }]);

/** Records a session and closes its report, with the real printer. */
export const closeReport: Action = async (day) => {
  await newSession(day);
  const subjectId = [...day.desk.sessions].at(-1);
  if (subjectId === undefined) return;
  await day.work('report.close', { kind: 'coaching-session', subjectId }, NEW, (answer) =>
    answer.outcome === 'closed'
      ? [
          thingFact('report', answer.report),
          { kind: 'report', id: answer.report.id, sha256: answer.report.sha256 },
        ]
      : [],
  );
};

const lookAround: Action = async (day) => {
  await day.read('search.query', { text: 'słowo' });
  await day.read('today.get', {});
};

/** What is done, and how often, in a hundred or so. */
const ACTIONS: readonly (readonly [times: number, action: Action])[] = [
  ...coachingActions,
  [8, markAttendance],
  [5, saveBlock],
  [3, changeLibrary],
  [16, keepDraft],
  [3, discardDraft],
  [4, putIntoBin],
  [3, takeFromBin],
  [4, takeBack],
  [3, changeSettings],
  [2, lookAround],
];
const MIX = ACTIONS.flatMap(([times, action]) => Array.from({ length: times }, () => action));

/** Does the next thing. */
export async function workOn(day: Day): Promise<void> {
  await day.dice.oneOf(MIX)(day);
}
