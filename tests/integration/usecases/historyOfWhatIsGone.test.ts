import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBinStage, plannedWorkshop, type BinStage } from '../../helpers/binStage.ts';
import { LIBRARY } from '../../helpers/erasureScene.ts';
import {
  agendaForm,
  day,
  openProcess,
  planForm,
  sessionForm,
  teamIn,
} from '../../helpers/scene.ts';
import { codeOf } from '../../helpers/storeHarness.ts';

// Undo and redo of records in which somebody was erased, or from which somebody went for good; parts without owners.

let stage: BinStage;
beforeEach(async () => {
  stage = await openBinStage();
});
afterEach(() => stage.harness.dispose());

async function saveNote(note: string): Promise<void> {
  const { library } = await stage.harness.call('library.get', { id: LIBRARY });
  const { createdAt: _c, updatedAt: _u, originWorkspace: _o, deletedAt: _d, ...form } = library;
  await stage.harness.call('library.save', { ...form, note });
}

const noteNow = async () => (await stage.harness.call('library.get', { id: LIBRARY })).library.note;

test('undo brings nobody back into a session who has left the bin for good', async () => {
  const { harness } = stage;
  const { engagement } = await openProcess(harness, LIBRARY);
  const [line] = await teamIn(harness, LIBRARY, ['Gość Jednorazowy']);
  if (line === undefined) throw new Error('Nobody joined');
  const guest = line.participant.id;
  const form = sessionForm(engagement.id, { presentIds: [guest] });
  const { id, revision } = await harness.call('session.save', form);
  await harness.call('session.save', { ...form, id, revision, presentIds: [] });
  await stage.remove('teamMembership', line.membership.id);
  await stage.remove('participant', guest);
  stage.afterDays(30);
  expect(stage.empty()).toEqual({ participant: 1, teamMembership: 1 });
  const undone = await harness.call('history.undo', { entity: 'coachingSession', id });
  expect(undone.outcome).toBe('changed-since');
  expect((await harness.call('session.get', { id })).session.presentIds).toEqual([]);
});

test('a change of nothing but an erased name is passed over by undo and by redo', async () => {
  const { harness } = stage;
  const place = { entity: 'library', id: LIBRARY } as const;
  const [line] = await teamIn(harness, LIBRARY, ['Zyta Wręźbąk']);
  await saveNote('Pyta zyta wrezbak');
  await saveNote('Pyta Zyta Wręźbąk');
  await harness.call('history.undo', place);
  const erase = { subject: { kind: 'participant', id: line?.participant.id ?? '' } } as const;
  await harness.call('erasure.run', { ...erase, typedName: 'Zyta Wręźbąk', reason: 'Wniosek' });
  expect(await harness.call('history.redo', place)).toEqual({ outcome: 'nothing' });
  await saveNote('Pyta Zyta');
  await saveNote('Pyta zyta');
  expect((await harness.call('history.undo', place)).outcome).toBe('done');
  expect((await harness.call('history.undo', place)).outcome).toBe('done');
  expect(await noteNow()).toBe('Pyta Osoba usunięta 1/2026');
  expect((await harness.call('history.undo', place)).outcome).toBe('done');
  expect(await noteNow()).toBe('');
});

test('undo goes on past a name that was corrected before it was erased', async () => {
  const { harness } = stage;
  const place = { entity: 'library', id: LIBRARY } as const;
  const [line] = await teamIn(harness, LIBRARY, ['Zyta Wręźbąk']);
  await saveNote('Pyta zyta wrezbak');
  await saveNote('Pyta Zyta Wręźbąk');
  const erase = { subject: { kind: 'participant', id: line?.participant.id ?? '' } } as const;
  await harness.call('erasure.run', { ...erase, typedName: 'Zyta Wręźbąk', reason: 'Wniosek' });
  expect((await harness.call('history.undo', place)).outcome).toBe('done');
  expect(await noteNow()).toBe('');
  expect((await harness.call('history.redo', place)).outcome).toBe('done');
  expect(await noteNow()).toBe('Pyta Osoba usunięta 1/2026');
});

test('what is taken out of the bin brings along what it is a part of', async () => {
  const { harness } = stage;
  const { engagement } = await openProcess(harness, LIBRARY);
  const session = await harness.call('session.save', sessionForm(engagement.id));
  await stage.remove('coachingSession', session.id);
  await stage.remove('engagement', engagement.id);
  await harness.call('bin.restore', { entity: 'coachingSession', id: session.id });
  expect(await harness.call('bin.list', {})).toEqual([]);
  stage.afterDays(40);
  stage.empty();
  expect((await harness.call('session.get', { id: session.id })).session.id).toBe(session.id);
});

test('a block of a day that was planned away is not taken out of the bin', async () => {
  const { harness } = stage;
  const { workshop, days } = await plannedWorkshop(harness, 'Diagnoza');
  const block = await harness.call('agenda.save', agendaForm(workshop.id, days[0]?.id ?? ''));
  await stage.remove('agendaItem', block.id);
  const form = planForm(workshop.leadTrainerId, [LIBRARY], { days: [day('2026-12-02')] });
  const planned = { ...form, id: workshop.id, revision: workshop.revision };
  expect((await harness.call('workshop.plan', planned)).outcome).toBe('saved');
  const restored = harness.call('bin.restore', { entity: 'agendaItem', id: block.id });
  expect(await codeOf(restored)).toBe('not-found');
});
