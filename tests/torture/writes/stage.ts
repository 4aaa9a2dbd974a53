import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CallInput, CallOutput } from '../../../src-main/contract/contract.ts';
import { erasureScene, layerPrinter, LIBRARY, ZYTA } from '../../helpers/erasureScene.ts';
import {
  agendaForm,
  day,
  goalForm,
  meOf,
  planForm,
  sessionForm,
  standingClock,
  stepForm,
} from '../../helpers/scene.ts';
import { PASSPHRASE, storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

/** Folders of a stage that may be refused one by one. */
export const PLACES = ['workspace', 'workspace/files', 'backups', 'stick', 'outgoing', 'chosen'];
export type Place = (typeof PLACES)[number];

/** A workspace in which every writing call has something to do, with all the ways into it. */
export interface WriteStage {
  readonly base: string;
  readonly passphrase: string;
  readonly code: string;
  /** What the system's keychain would keep: opens without deriving a key from a passphrase. */
  readonly device: string;
  readonly me: string;
  readonly participantId: string;
  readonly engagementId: string;
  readonly openSessionId: string;
  readonly closedReportId: string;
  readonly goalId: string;
  readonly stepId: string;
  readonly resourceId: string;
  readonly workshopId: string;
  readonly dayId: string;
  readonly agendaIds: readonly string[];
  /** Of the workshop that was held, with confirmed attendance. */
  readonly heldDayId: string;
  /** Of somebody whom no row names elsewhere. */
  readonly dispatchId: string;
}

/** When a stage was made: what waits in it is younger. */
export const STAGED_AT = standingClock().now();

/** A harness over a stage, at a moment. */
export function harnessAt(base: string, at = STAGED_AT): StoreHarness {
  return storeHarness({ folder: base, now: () => at, printer: layerPrinter });
}

/** Opens a stage by what its keychain keeps. */
export async function openByDevice(
  harness: StoreHarness,
  { device }: Pick<WriteStage, 'device'>,
): Promise<void> {
  await harness.ask('desk.unlockByDevice', { secret: device });
}

/** A resource of the process. */
export function resourceForm(engagementId: string, name: string): CallInput<'resource.save'> {
  return {
    id: null,
    revision: null,
    libraryId: LIBRARY,
    engagementId,
    sessionId: null,
    ownerParticipantId: null,
    kind: 'place',
    direction: 'have',
    name,
    note: '',
    goalIds: [],
  };
}

async function makeCode(harness: StoreHarness): Promise<string> {
  const { groups, ask } = await harness.call('recovery.begin', { passphrase: PASSPHRASE });
  const retyped = ask.map((number) => groups[number - 1] ?? '');
  await harness.call('recovery.confirm', { groups: retyped });
  return groups.join('-');
}

async function planned(harness: StoreHarness): Promise<{ id: string; dayId: string }> {
  const form = planForm(await meOf(harness), [LIBRARY], { days: [day('2026-12-08')] });
  const plan: CallOutput<'workshop.plan'> = await harness.call('workshop.plan', form);
  if (plan.outcome !== 'saved') throw new Error('Nothing is in the way of the plan');
  return { id: plan.workshop.id, dayId: plan.days[0]?.id ?? '' };
}

/** Makes a stage in a folder, with three backups here and one on a stick; it is closed afterwards. */
export async function makeWriteStage(base: string): Promise<WriteStage> {
  for (const name of ['stick', 'chosen', 'outgoing'])
    mkdirSync(join(base, name), { recursive: true });
  const harness = harnessAt(base);
  await harness.create();
  const code = await makeCode(harness);
  const { secret: device } = await harness.ask('desk.addDevice', { passphrase: PASSPHRASE });
  const scene = await erasureScene(harness, ZYTA);
  const { engagementId, participantId } = scene;
  const present = [participantId, scene.colleagueId];
  const words = { topic: 'Jeszcze otwarta', reportNotes: 'Trzy grupy.', presentIds: present };
  const open = await harness.call('session.save', sessionForm(engagementId, words));
  const goal = await harness.call('goal.save', goalForm(engagementId));
  const step = await harness.call('step.save', stepForm(LIBRARY, { engagementId }));
  const resource = await harness.call('resource.save', resourceForm(engagementId, 'Sala'));
  const { id: workshopId, dayId } = await planned(harness);
  const agendaIds: string[] = [];
  for (const title of ['Powitanie', 'Mapa'])
    agendaIds.push(
      (await harness.call('agenda.save', agendaForm(workshopId, dayId, { title }))).id,
    );
  const held = await harness.call('workshop.get', { id: scene.workshopId });
  const closed = await harness.call('report.get', { id: scene.sessionReportId });
  for (const topic of ['Pierwsza', 'Druga', 'Trzecia']) {
    await harness.call('session.save', sessionForm(engagementId, { topic }));
    await harness.call('backup.make', {});
  }
  await harness.ask('desk.setSecondPlace', { path: join(base, 'stick') });
  await harness.call('backup.copyToSecond', {});
  await harness.call('backup.make', {});
  const me = await meOf(harness);
  await harness.server.close();
  return {
    base,
    passphrase: PASSPHRASE,
    code,
    device,
    me,
    participantId,
    engagementId,
    openSessionId: open.id,
    closedReportId: scene.sessionReportId,
    goalId: goal.id,
    stepId: step.id,
    resourceId: resource.id,
    workshopId,
    dayId,
    agendaIds,
    heldDayId: held.days[0]?.id ?? '',
    dispatchId: closed.dispatches[0]?.id ?? '',
  };
}
