import { COLLEAGUE, LIBRARY } from '../../helpers/erasureScene.ts';
import { agendaForm, day, goalForm, planForm, sessionForm, stepForm } from '../../helpers/scene.ts';
import type { StoreHarness } from '../../helpers/storeHarness.ts';
import { resourceForm, type WriteStage } from './stage.ts';
import { write, type Write } from './write.ts';

const revisionOf = async (harness: StoreHarness, id: string): Promise<number> =>
  (await harness.call('workshop.get', { id })).workshop.revision;

async function memberOf(harness: StoreHarness) {
  const { team } = await harness.call('library.get', { id: LIBRARY });
  const member = team.find(({ participant }) => participant.name === COLLEAGUE);
  if (member === undefined) throw new Error('She is in the team');
  return member;
}

const draft = ({ openSessionId }: WriteStage) =>
  ({ entity: 'coachingSession', entityId: openSessionId, baseRevision: 1 }) as const;

const history = ({ openSessionId }: WriteStage) =>
  ({ entity: 'coachingSession', id: openSessionId }) as const;

async function changedSession(harness: StoreHarness, { openSessionId, engagementId }: WriteStage) {
  const { session } = await harness.call('session.get', { id: openSessionId });
  const changes = { id: session.id, revision: session.revision, presentIds: session.presentIds };
  return sessionForm(engagementId, { ...changes, topic: 'Zmieniona', reportNotes: 'Nowe słowa.' });
}

/** Saves of what one works on every day. */
export const savingWrites: readonly Write[] = [
  write('settings.save', () => ({ reportRecipient: 'inny@przyklad.invalid' })),
  write('draft.keep', (_, stage) => ({ ...draft(stage), body: '{"topic":"Szkic"}' })),
  write('draft.discard', async (harness, stage) => {
    const { baseRevision: _base, ...place } = draft(stage);
    await harness.call('draft.keep', { ...draft(stage), body: '{"topic":"Szkic"}' });
    return place;
  }),
  write('bin.remove', (_, { resourceId }) => ({ entity: 'resource', id: resourceId })),
  write('bin.restore', async (harness, { resourceId }) => {
    const thing = { entity: 'resource', id: resourceId } as const;
    await harness.call('bin.remove', thing);
    return thing;
  }),
  write('library.save', async (harness) => {
    const { library } = await harness.call('library.get', { id: LIBRARY });
    const { createdAt: _c, updatedAt: _u, originWorkspace: _o, deletedAt: _d, ...form } = library;
    return { ...form, note: 'Nowa uwaga' };
  }),
  write('person.save', () => ({
    id: null,
    revision: null,
    name: 'Iga Nowa',
    form: 'feminine',
    roles: ['trainer'],
    email: '',
    phone: '',
  })),
  write('team.add', () => ({
    name: 'Ula Nowa',
    email: '',
    phone: '',
    libraryId: LIBRARY,
    position: '',
    from: '2026-02-01',
  })),
  write('team.change', async (harness) => {
    const { id, revision } = (await memberOf(harness)).participant;
    return { id, revision, name: COLLEAGUE, email: 'anna@przyklad.invalid', phone: '' };
  }),
  write('team.changeMembership', async (harness) => {
    const { id, revision } = (await memberOf(harness)).membership;
    return { id, revision, position: 'animatorka', from: '2026-01-01', to: null };
  }),
  write('engagement.save', (_, { me, participantId }) => ({
    id: null,
    revision: null,
    libraryId: LIBRARY,
    editionId: null,
    coachId: me,
    form: 'individual',
    participantIds: [participantId],
    title: 'Nowy proces',
    startedOn: '2026-11-01',
    endedOn: null,
  })),
  write('agreement.record', (_, { engagementId }) => ({
    engagementId,
    agreedOn: '2026-11-20',
    parties: ['Zespół', 'FRSI'],
    shared: ['topic'],
    terms: '',
  })),
  write('session.save', changedSession),
  write('goal.save', (_, { engagementId }) => goalForm(engagementId, { title: 'Drugi cel' })),
  write('goal.score', (_, { goalId, openSessionId }) => ({
    goalId,
    sessionId: openSessionId,
    value: 8,
    note: '',
  })),
  write('resource.save', (_, { engagementId }) => resourceForm(engagementId, 'Czytelnia')),
  write('step.save', () => stepForm(LIBRARY, { what: 'Nowy krok' })),
  write('step.setState', (_, { stepId }) => ({ id: stepId, state: 'done', sessionId: null })),
  write('privateNote.save', (_, { openSessionId }) => ({
    sessionId: openSessionId,
    revision: null,
    body: 'Tylko dla mnie',
  })),
  write('history.undo', async (harness, stage) => {
    await harness.call('session.save', await changedSession(harness, stage));
    return history(stage);
  }),
  write('history.redo', async (harness, stage) => {
    await harness.call('session.save', await changedSession(harness, stage));
    await harness.call('history.undo', history(stage));
    return history(stage);
  }),
  write('workshop.plan', (_, { me }) => planForm(me, [LIBRARY], { days: [day('2026-12-15')] })),
  write('workshop.moveDays', (_, { workshopId, dayId }) => ({
    id: workshopId,
    days: [{ id: dayId, date: '2026-12-09', start: '10:00', end: '15:00' }],
    accepted: [],
  })),
  write('workshop.setState', async (harness, { workshopId: id }) => ({
    id,
    revision: await revisionOf(harness, id),
    state: 'cancelled',
  })),
  write('workshop.describe', async (harness, { workshopId: id }) => ({
    id,
    revision: await revisionOf(harness, id),
    summary: 'Było dobrze.',
    conclusions: '',
  })),
  write('attendance.mark', (_, { dayId, participantId }) => ({
    dayId,
    participantId,
    mark: 'present',
    hours: null,
    reason: '',
  })),
  write('attendance.markRest', (_, { dayId }) => ({ dayId, mark: 'present' })),
  write('attendance.confirm', async (harness, { dayId }) => {
    await harness.call('attendance.markRest', { dayId, mark: 'present' });
    return { dayId };
  }),
  write('attendance.reopen', (_, { heldDayId }) => ({ dayId: heldDayId })),
  write('agenda.save', (_, { workshopId, dayId }) =>
    agendaForm(workshopId, dayId, { title: 'Nowy blok' }),
  ),
  write('agenda.reorder', (_, { dayId, agendaIds }) => ({
    dayId,
    ids: agendaIds.toReversed(),
  })),
];
