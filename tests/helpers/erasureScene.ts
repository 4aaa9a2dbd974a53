import type { Printer } from '../../src-main/usecases/tools.ts';
import { pdfWithAttachment } from '../integration/reports/smallPdf.ts';
import {
  day,
  goalForm,
  meOf,
  planForm,
  sessionForm,
  standingClock,
  stepForm,
  venueIn,
} from './scene.ts';
import { storeHarness, type StoreHarness } from './storeHarness.ts';

// One person who is named wherever a person can be, to be shown, exported and erased.

/** Prints PDFs whose data can be read back, without the real printer's second. */
export const layerPrinter: Printer = {
  render: async (layer) => ({
    pdf: pdfWithAttachment('strefownik-raport.json', JSON.stringify(layer)),
    pages: 1,
    replacedCharacters: [],
  }),
  renderDocument: async (document) => ({
    pdf: pdfWithAttachment('dokument.json', JSON.stringify(document)),
    pages: 1,
    replacedCharacters: [],
  }),
};

/** Somebody with everything that stands for them. */
export interface Somebody {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** A name that no other word of a workspace is like. */
export const ZYTA: Somebody = {
  name: 'Zyta Wręźbąk',
  email: 'zyta.w@biblioteka.przyklad',
  phone: '+48 601 102 203',
};

/** What the scene is made of. */
export interface ErasureScene {
  readonly participantId: string;
  readonly colleagueId: string;
  readonly engagementId: string;
  readonly sessionId: string;
  readonly workshopId: string;
  readonly sessionReportId: string;
  readonly workshopReportId: string;
}

/** A colleague whose name holds nearly the same letters. */
export const COLLEAGUE = 'Anna Lisowska';
export const LIBRARY = 'library.goldap';

async function coachingOf(
  harness: StoreHarness,
  who: Somebody,
  participantId: string,
  colleagueId: string,
) {
  const engagement = await harness.call('engagement.save', {
    id: null,
    revision: null,
    libraryId: LIBRARY,
    editionId: null,
    coachId: await meOf(harness),
    form: 'group',
    participantIds: [participantId, colleagueId],
    title: `Proces: ${who.name} i ${COLLEAGUE}`,
    startedOn: '2026-09-01',
    endedOn: null,
  });
  await harness.call('agreement.record', {
    engagementId: engagement.id,
    agreedOn: '2026-09-01',
    parties: [`${who.name}, dyrektorka`, 'FRSI'],
    shared: [
      'parties',
      'attendance',
      'topic',
      'goals',
      'goalScores',
      'steps',
      'reportNotes',
      'grrow',
    ],
    terms: `Kontakt: ${who.email}, ${who.phone}`,
  });
  const session = await harness.call(
    'session.save',
    sessionForm(engagement.id, {
      topic: `Rozmowa: ${who.name.toUpperCase()}`,
      presentIds: [participantId, colleagueId],
      reportNotes: `Mówiła ${who.name}.\nPotem ${COLLEAGUE}. Telefon ${who.phone}.`,
      grrow: { goal: `Cel ${who.name}`, reality: '', resources: '', options: '', will: '' },
    }),
  );
  const goal = await harness.call(
    'goal.save',
    goalForm(engagement.id, { ownerParticipantId: participantId, measure: `${who.name} powie` }),
  );
  await harness.call('goal.score', {
    goalId: goal.id,
    sessionId: session.id,
    value: 6,
    note: `Oceniła ${who.name}`,
  });
  const of = { engagementId: engagement.id, sessionId: session.id };
  await harness.call(
    'step.save',
    stepForm(LIBRARY, { ...of, what: 'Telefon do wójta', whoParticipantId: participantId }),
  );
  await harness.call('step.save', stepForm(LIBRARY, { ...of, whoName: who.name.toLowerCase() }));
  await harness.call('resource.save', {
    id: null,
    revision: null,
    libraryId: LIBRARY,
    ...of,
    ownerParticipantId: participantId,
    kind: 'knowledge',
    direction: 'have',
    name: `Kontakty: ${who.name}`,
    note: '',
    goalIds: [],
  });
  await harness.call('privateNote.save', {
    sessionId: session.id,
    revision: null,
    body: `${who.name} jest zmęczona, ${who.email}`,
  });
  await harness.call('privateNote.save', {
    sessionId: session.id,
    revision: 1,
    body: `${who.name} odpoczęła. Zastrzyżonka.`,
  });
  const body = (text: string) => JSON.stringify({ body: text });
  await harness.call('draft.keep', {
    entity: 'privateNote',
    entityId: session.id,
    baseRevision: 2,
    body: body(`Dopisek: ${who.name}`),
  });
  await harness.call('draft.keep', {
    entity: 'coachingSession',
    entityId: session.id,
    baseRevision: 1,
    body: body(`Niezapisane: ${who.name}`),
  });
  return { engagementId: engagement.id, sessionId: session.id };
}

async function workshopOf(harness: StoreHarness, who: Somebody, participantId: string) {
  const planned = await harness.call(
    'workshop.plan',
    planForm(await meOf(harness), [LIBRARY], {
      title: `Diagnoza z ${who.name}`,
      days: [day('2026-11-23')],
      venue: { ...venueIn('Gołdap'), contact: `${who.name} ${who.phone}` },
    }),
  );
  if (planned.outcome !== 'saved') throw new Error('The plan has no conflicts');
  const { id } = planned.workshop;
  const dayId = planned.days[0]?.id ?? '';
  await harness.call('attendance.mark', {
    dayId,
    participantId,
    mark: 'present',
    hours: 3,
    reason: `${who.name} przyjechała później`,
  });
  await harness.call('attendance.markRest', { dayId, mark: 'absent' });
  await harness.call('attendance.confirm', { dayId });
  const { workshop } = await harness.call('workshop.get', { id });
  await harness.call('workshop.describe', {
    id,
    revision: workshop.revision,
    summary: `Prowadziła też ${who.name}.`,
    conclusions: '',
  });
  return id;
}

async function closedOf(
  harness: StoreHarness,
  kind: 'coaching-session' | 'workshop',
  subjectId: string,
  who: Somebody,
): Promise<string> {
  const closed = await harness.call('report.close', { kind, subjectId });
  if (closed.outcome !== 'closed') throw new Error(JSON.stringify(closed));
  const { dispatch } = await harness.ask('desk.prepareMail', {
    reportId: closed.report.id,
    recipient: 'raporty@frsi.przyklad',
    subject: `Raport ${who.name}`,
    body: `Do wiadomości: ${who.email}`,
  });
  await harness.call('mail.mark', { id: dispatch.id, sent: true });
  await harness.ask('desk.outgoingReport', { id: closed.report.id });
  return closed.report.id;
}

/** Puts somebody into a workspace, wherever a person can be named. */
export async function erasureScene(harness: StoreHarness, who: Somebody): Promise<ErasureScene> {
  const join = { libraryId: LIBRARY, position: 'dyrektorka', from: '2026-01-01' } as const;
  const former = await harness.call('team.add', { ...join, ...who, name: `${who.name} Panieńska` });
  const { id, revision } = former.participant;
  await harness.call('team.change', { id, revision, ...who });
  const colleague = { name: COLLEAGUE, email: '', phone: '' };
  const other = await harness.call('team.add', { ...join, ...colleague });
  const library = await harness.call('library.get', { id: LIBRARY });
  const {
    createdAt: _c,
    updatedAt: _u,
    originWorkspace: _o,
    deletedAt: _d,
    ...form
  } = library.library;
  await harness.call('library.save', { ...form, note: `Pyta ${who.name}; Anna Lisowska też` });
  const coaching = await coachingOf(harness, who, id, other.participant.id);
  const workshopId = await workshopOf(harness, who, id);
  await harness.call('settings.save', { reportRecipient: who.email });
  return {
    participantId: id,
    colleagueId: other.participant.id,
    ...coaching,
    workshopId,
    sessionReportId: await closedOf(harness, 'coaching-session', coaching.sessionId, who),
    workshopReportId: await closedOf(harness, 'workshop', workshopId, who),
  };
}

/** Erases the scene's person. */
export function eraseFrom(harness: StoreHarness, scene: ErasureScene, who: Somebody = ZYTA) {
  return harness.call('erasure.run', {
    subject: { kind: 'participant', id: scene.participantId },
    typedName: who.name,
    reason: 'Wniosek z 20 listopada 2026',
  });
}

/** Sums and marks, which an erasure must leave as they are. */
export async function sumsOf(harness: StoreHarness) {
  const { store } = harness.opened().workspace;
  return {
    program: await harness.call('program.get', {}),
    marks: store.all('select day_id, participant_id, mark, hours from attendance order by id'),
    scores: store.all('select goal_id, session_id, value from goal_score order by id'),
    present: store.all('select id, present_ids, minutes, state from coaching_session order by id'),
    team: store.all('select participant_id, library_id, position from team_membership order by id'),
  };
}

/** Workspaces with the scene in them, each its own; closed together. */
export function stages() {
  const open: StoreHarness[] = [];
  return {
    /** To be disposed of before the others: it works in the folder of one of them. */
    also(harness: StoreHarness): StoreHarness {
      open.unshift(harness);
      return harness;
    },
    async stage(who: Somebody = ZYTA): Promise<[StoreHarness, ErasureScene]> {
      const made = storeHarness({ now: standingClock().now, printer: layerPrinter });
      open.push(made);
      await made.createQuickly();
      return [made, await erasureScene(made, who)];
    },
    async close(): Promise<void> {
      for (const one of open.splice(0)) await one.dispose();
    },
  };
}
