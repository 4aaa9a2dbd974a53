import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallName } from '../../../src-main/contract/contract.ts';
import { filesBelow } from '../../helpers/files.ts';
import {
  day,
  goalForm,
  meOf,
  openProcess,
  planForm,
  sessionForm,
  stepForm,
} from '../../helpers/scene.ts';
import { saidBy, storeHarness } from '../../helpers/storeHarness.ts';

const harness = storeHarness();
let me: string;
let engagementId: string;
let sessionId: string;

beforeAll(async () => {
  await harness.createQuickly();
  me = await meOf(harness);
  ({
    engagement: { id: engagementId },
  } = await openProcess(harness, 'library.goldap'));
  ({ id: sessionId } = await harness.call('session.save', sessionForm(engagementId)));
});
afterAll(() => harness.dispose());

const NOWHERE = '00000000-0000-7000-8000-000000000009';
const plan = (changes: object) => ({ ...planForm(me, ['library.goldap']), ...changes });
const session = (changes: object) => ({ ...sessionForm(engagementId), ...changes });
const person = (changes: object) => ({
  id: null,
  revision: null,
  name: 'Iga',
  form: 'feminine',
  roles: ['trainer'],
  email: '',
  phone: '',
  ...changes,
});

const cases: [what: string, call: CallName, input: () => unknown, says: string][] = [
  [
    '29 February of a common year',
    'workshop.plan',
    () => plan({ days: [day('2027-02-29')] }),
    'bad-input days.0.date=date-does-not-exist',
  ],
  [
    '31 June',
    'session.save',
    () => session({ date: '2026-06-31' }),
    'bad-input date=date-does-not-exist',
  ],
  [
    'a day in another spelling',
    'session.save',
    () => session({ date: '1.12.2026' }),
    'bad-input date=date-does-not-exist',
  ],
  [
    'a day with an hour',
    'session.save',
    () => session({ nextSessionOn: '2026-12-01T10:00:00Z' }),
    'bad-input nextSessionOn=date-does-not-exist',
  ],
  [
    'half past twenty-four',
    'session.save',
    () => session({ start: '24:30' }),
    'bad-input start=time-does-not-exist',
  ],
  [
    'a workshop without a library',
    'workshop.plan',
    () => plan({ libraryIds: [] }),
    'bad-input libraryIds=no-library',
  ],
  ['a workshop without a day', 'workshop.plan', () => plan({ days: [] }), 'bad-input days=no-day'],
  [
    'an end before its start',
    'workshop.plan',
    () => plan({ days: [day('2026-12-01', '16:00', '09:00')] }),
    'bad-input days.0.end=end-before-start',
  ],
  [
    'an end at its start',
    'workshop.plan',
    () => plan({ days: [day('2026-12-01', '09:00', '09:00')] }),
    'bad-input days.0.end=end-before-start',
  ],
  [
    'a workshop without a title',
    'workshop.plan',
    () => plan({ title: '   ' }),
    'bad-input title=empty',
  ],
  [
    'a field that nobody knows',
    'workshop.plan',
    () => plan({ sql: 'drop table' }),
    'bad-input =unrecognized-keys',
  ],
  [
    'a day of a third',
    'workshop.plan',
    () => plan({ days: [{ ...day('2026-12-01'), value: 0.3 }] }),
    'bad-input days.0.value=invalid-union',
  ],
  ['an unknown trainer', 'workshop.plan', () => plan({ leadTrainerId: NOWHERE }), 'not-found'],
  [
    'an unknown library',
    'workshop.plan',
    () => plan({ libraryIds: ['library.goldap', NOWHERE] }),
    'not-found',
  ],
  ['an unknown edition', 'workshop.plan', () => plan({ editionId: NOWHERE }), 'not-found'],
  ['an unknown workshop', 'workshop.plan', () => plan({ id: NOWHERE, revision: 1 }), 'not-found'],
  [
    'an id of another shape',
    'workshop.get',
    () => ({ id: `' or 1=1 --` }),
    'bad-input id=Not an id of workshop',
  ],
  [
    'a session of no length',
    'session.save',
    () => session({ minutes: 0 }),
    'bad-input minutes=too-short',
  ],
  [
    'a session in no process',
    'session.save',
    () => session({ engagementId: NOWHERE }),
    'not-found',
  ],
  [
    'a session with a stranger',
    'session.save',
    () => session({ presentIds: [NOWHERE] }),
    'not-found',
  ],
  [
    'a stale revision',
    'session.save',
    () => session({ id: sessionId, revision: 4, topic: 'x' }),
    'changed-meanwhile',
  ],
  [
    'a process without a person',
    'engagement.save',
    () => ({
      id: null,
      revision: null,
      libraryId: 'library.lapy',
      editionId: null,
      coachId: me,
      form: 'group',
      participantIds: [],
      title: 'A',
      startedOn: '2026-01-01',
      endedOn: null,
    }),
    'bad-input participantIds=no-participant',
  ],
  [
    'a score off its scale',
    'goal.score',
    () => ({ goalId: NOWHERE, sessionId, value: 11, note: '' }),
    'bad-input value=too-big',
  ],
  ['a goal in no process', 'goal.save', () => ({ ...goalForm(NOWHERE) }), 'not-found'],
  [
    'four sentences of attainment',
    'goal.save',
    () => ({ ...goalForm(engagementId), scale: 'gas', gasLevels: ['a', 'b', 'c', 'd'] }),
    'bad-input gasLevels=too-small',
  ],
  [
    'a step without words',
    'step.save',
    () => ({ ...stepForm('library.goldap'), what: '' }),
    'bad-input what=empty',
  ],
  [
    'a step of an unknown session',
    'step.save',
    () => ({ ...stepForm('library.goldap'), sessionId: NOWHERE }),
    'not-found',
  ],
  [
    'a person without a role',
    'person.save',
    () => person({ roles: [] }),
    'bad-input roles=no-role',
  ],
  [
    'a name of a thousand letters',
    'person.save',
    () => person({ name: 'ż'.repeat(1000) }),
    'bad-input name=too-long',
  ],
  [
    'a mark on an unknown day',
    'attendance.mark',
    () => ({ dayId: NOWHERE, participantId: NOWHERE, mark: 'present', hours: null, reason: '' }),
    'not-found',
  ],
  [
    'a confirmation of an unknown day',
    'attendance.confirm',
    () => ({ dayId: NOWHERE }),
    'not-found',
  ],
  [
    'a private note to no session',
    'privateNote.save',
    () => ({ sessionId: NOWHERE, revision: null, body: 'x' }),
    'not-found',
  ],
  [
    'a report about nothing',
    'report.close',
    () => ({ kind: 'workshop', subjectId: NOWHERE }),
    'not-found',
  ],
  [
    'a report about an injection',
    'report.close',
    () => ({ kind: 'workshop', subjectId: `' or 1=1 --` }),
    'not-found',
  ],
  [
    'an unknown bin',
    'bin.remove',
    () => ({ entity: 'setting', id: 'me' }),
    'bad-input entity=invalid-value',
  ],
  ['nothing in the bin', 'bin.restore', () => ({ entity: 'workshop', id: NOWHERE }), 'not-found'],
  ['no object at all', 'session.get', () => null, 'bad-input =invalid-type'],
];

test.each(cases)('%s', async (_what, call, input, says) => {
  const before = harness.dump();
  const files = [...filesBelow(harness.folder).keys()];
  const commits = harness.broadcasts.length;
  expect(saidBy(await harness.knock(call, input()))).toBe(says);
  expect(harness.dump()).toEqual(before);
  expect([...filesBelow(harness.folder).keys()]).toEqual(files);
  expect(harness.broadcasts).toHaveLength(commits);
});

test('a save that breaks in its middle leaves nothing of its beginning', async () => {
  const planned = await harness.call('workshop.plan', planForm(me, ['library.goldap']));
  if (planned.outcome !== 'saved') throw new Error('Nothing is in the way');
  const { store } = harness.opened().workspace;
  const before = harness.dump();
  store.connection.exec(
    `create temp trigger break_days before insert on training_day begin select raise(abort, 'broken'); end`,
  );
  const envelope = await harness.knock('workshop.plan', {
    ...planForm(me, ['library.lapy'], { title: 'Zmieniony' }),
    id: planned.workshop.id,
    revision: planned.workshop.revision,
  });
  store.connection.exec('drop trigger break_days');
  expect(saidBy(envelope)).toBe('unexpected');
  expect(harness.dump()).toEqual(before);
});

test('the owner in the bin does not lock the workspace', async () => {
  await harness.call('bin.remove', { entity: 'person', id: me });
  await harness.server.close();
  expect(await harness.call('workspace.status', {})).toMatchObject({
    state: 'open',
    me: { id: me },
  });
  await harness.call('bin.restore', { entity: 'person', id: me });
});
