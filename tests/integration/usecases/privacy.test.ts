import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgreementField } from '../../../src-main/domain/reportLayer.ts';
import { readEverything, textOf } from '../../helpers/everyRead.ts';
import { filesBelow } from '../../helpers/files.ts';
import {
  goalForm,
  openProcess,
  sessionForm,
  standingClock,
  stepForm,
} from '../../helpers/scene.ts';
import { storeHarness } from '../../helpers/storeHarness.ts';
import { simpleParser } from 'mailparser';

const harness = storeHarness({ now: standingClock().now });
beforeAll(() => harness.createQuickly());
afterAll(() => harness.dispose());

describe('a private note', () => {
  const first = 'Zastrzyżonka pierwsza';
  const last = 'Zastrzyżonka ostateczna';
  const draft = 'Zastrzyżonka niedokończona';
  const words = [...new Set([first, last, draft].flatMap((text) => text.split(' ')))];
  let reportId: string;
  let sessionId: string;

  beforeAll(async () => {
    const { engagement, team } = await openProcess(harness, 'library.goldap');
    const form = sessionForm(engagement.id, {
      topic: 'Temat zwykły',
      presentIds: team.map((one) => one.id),
    });
    const { id } = await harness.call('session.save', form);
    await harness.call('privateNote.save', { sessionId: id, revision: null, body: first });
    await harness.call('privateNote.save', { sessionId: id, revision: 1, body: last });
    const place = { entity: 'privateNote', entityId: id, baseRevision: 2 } as const;
    await harness.call('draft.keep', { ...place, body: JSON.stringify({ body: draft }) });
    await harness.call('report.preview', { kind: 'coaching-session', subjectId: id });
    const closed = await harness.call('report.close', { kind: 'coaching-session', subjectId: id });
    if (closed.outcome !== 'closed') throw new Error(closed.outcome);
    reportId = closed.report.id;
    sessionId = id;
  });

  test('is told by its own call, in its latest words', async () => {
    expect(await harness.call('privateNote.get', { sessionId })).toMatchObject({
      body: last,
      revision: 2,
    });
  });

  test('is told by no other call: no page, list, preview, closed report or search', async () => {
    const readings = await readEverything(harness, {
      words,
      except: ['privateNote.get', 'draft.get'],
    });
    const telling = readings.filter(({ output }) => textOf(output).includes('Zastrzyżonka'));
    expect(telling.map(({ name }) => name)).toEqual([]);
    const found = readings.filter(
      ({ name, output }) => name === 'search.query' && textOf(output) !== '[]',
    );
    expect(found).toEqual([]);
  });

  test('waits on Dziś as a place only, without its words', async () => {
    const { unfinished } = await harness.call('today.get', {});
    expect(unfinished.find(({ kind }) => kind === 'draft')).toMatchObject({
      openId: sessionId,
      title: 'privateNote',
      detail: '',
    });
  });

  test('is in no e-mail, no clear copy and no broadcast', async () => {
    const request = {
      reportId,
      recipient: 'frsi@przyklad.invalid',
      subject: 'Raport',
      body: 'Raport',
    };
    const { path } = await harness.ask('desk.prepareMail', request);
    await harness.ask('desk.outgoingReport', { id: reportId });
    const files = filesBelow(harness.outgoing);
    expect(files.size).toBe(2);
    const eml = [...files].find(([name]) => path.endsWith(name))?.[1] ?? Buffer.alloc(0);
    const { text, attachments } = await simpleParser(eml);
    const outside = [text ?? '', ...attachments.map(({ content }) => content.toString('utf8'))];
    const clear = [...files.values()].map((bytes) => bytes.toString('utf8'));
    const told = [...outside, ...clear, JSON.stringify(harness.broadcasts)];
    expect(told.filter((one) => /zastrzy/i.test(one))).toEqual([]);
    expect(outside.join()).toContain('Temat zwykły');
  });

  test('lies in tables of its own only, with every version of it', () => {
    const holding = Object.entries(harness.dump())
      .filter(([, rows]) => /zastrzy[zż]onka/i.test(JSON.stringify(rows)))
      .map(([table]) => table);
    expect(holding).toEqual([
      'private_change',
      'private_draft',
      'private_entry',
      'private_note',
      'private_words',
    ]);
  });
});

describe('the agreement’s gate', () => {
  const said = {
    topic: 'Rozmowa o bociani',
    goal: 'Bocianowy klub',
    resource: 'Bocianowa sala',
    step: 'Bocianowy telefon',
    notes: 'Bocianowe notatki',
  };

  async function fullProcess(libraryId: string, shared: AgreementField[] | null) {
    const { engagement, team } = await openProcess(harness, libraryId, shared);
    const session = await harness.call(
      'session.save',
      sessionForm(engagement.id, {
        date: '2026-11-20',
        topic: said.topic,
        reportNotes: said.notes,
        presentIds: team.map((one) => one.id),
      }),
    );
    const goal = await harness.call('goal.save', goalForm(engagement.id, { title: said.goal }));
    await harness.call('goal.score', {
      goalId: goal.id,
      sessionId: session.id,
      value: 7,
      note: '',
    });
    const of = { engagementId: engagement.id, sessionId: session.id };
    await harness.call('step.save', stepForm(libraryId, { ...of, what: said.step, state: 'done' }));
    await harness.call('resource.save', {
      id: null,
      revision: null,
      libraryId,
      ...of,
      ownerParticipantId: null,
      kind: 'place',
      direction: 'have',
      name: said.resource,
      note: '',
      goalIds: [],
    });
    return { engagementId: engagement.id, sessionId: session.id };
  }

  async function shownOutside(libraryId: string): Promise<string[]> {
    const page = textOf(await harness.call('library.get', { id: libraryId }));
    const hits = await harness.call('search.query', { text: 'bocian' });
    const inSearch = textOf(hits.filter((hit) => hit.libraryId === libraryId));
    return Object.entries(said)
      .filter(([, words]) => page.includes(words) || inSearch.includes(words))
      .map(([name]) => name);
  }

  test('without an agreement nothing can be closed and nothing is shown outside coaching', async () => {
    const { sessionId } = await fullProcess('library.lapy', null);
    const before = harness.dump();
    const files = [...filesBelow(harness.folder).keys()].length;
    const closing = await harness.call('report.close', {
      kind: 'coaching-session',
      subjectId: sessionId,
    });
    expect(closing).toEqual({ outcome: 'agreement-missing' });
    expect(harness.dump()).toEqual(before);
    expect([...filesBelow(harness.folder).keys()]).toHaveLength(files);
    expect(await shownOutside('library.lapy')).toEqual([]);
    const { keptByAgreement } = await harness.call('library.get', { id: 'library.lapy' });
    expect(keptByAgreement).toBe(3);
    const preview = await harness.call('report.preview', {
      kind: 'coaching-session',
      subjectId: sessionId,
    });
    expect(preview.agreementMissing).toBe(true);
    const printed = textOf(preview.pdf);
    expect(Object.values(said).filter((words) => printed.includes(words))).toEqual([]);
  });

  test('a step that is not shared is in no sum outside coaching either', async () => {
    const { engagementId, sessionId } = await fullProcess('library.krosno', null);
    const open = async () =>
      (await harness.call('library.list', {})).find(({ id }) => id === 'library.krosno')?.openSteps;
    await harness.call('step.save', stepForm('library.krosno', { engagementId, sessionId }));
    expect(await open()).toBe(0);
    await harness.call('step.save', stepForm('library.krosno', { what: 'Zadanie zespołu' }));
    expect(await open()).toBe(1);
    const agree = (agreedOn: string, shared: AgreementField[]) =>
      harness.call('agreement.record', {
        engagementId,
        agreedOn,
        parties: ['Zespół'],
        shared,
        terms: '',
      });
    await agree('2026-11-20', ['steps']);
    expect(await open()).toBe(2);
    await agree('2026-11-21', ['goals']);
    expect(await open()).toBe(1);
  });

  test('with one, page, search and report show what it names and nothing else', async () => {
    const { engagementId, sessionId } = await fullProcess('library.morag', ['topic', 'goals']);
    expect(await shownOutside('library.morag')).toEqual(['topic', 'goal']);
    const page = await harness.call('library.get', { id: 'library.morag' });
    expect(page.goals.map((goal) => goal.scores)).toEqual([[]]);
    const subject = { kind: 'coaching-session', subjectId: sessionId } as const;
    const closed = await harness.call('report.close', subject);
    if (closed.outcome !== 'closed') throw new Error(closed.outcome);
    const pdf = async (id: string) => textOf((await harness.call('report.read', { id })).pdf);
    const original = await pdf(closed.report.id);
    expect(Object.values(said).filter((words) => original.includes(words))).toEqual([
      said.topic,
      said.goal,
    ]);
    expect(original).not.toContain('score');
    await harness.call('agreement.record', {
      engagementId,
      agreedOn: '2026-11-21',
      parties: ['Zespół', 'FRSI'],
      shared: ['goalScores', 'goals', 'steps'],
      terms: '',
    });
    expect(await shownOutside('library.morag')).toEqual(['goal', 'step']);
    expect((await harness.call('library.get', { id: 'library.morag' })).goals[0]?.scores).toEqual([
      { on: '2026-11-20', value: 7 },
    ]);
    const correction = await harness.call('report.correct', {
      id: closed.report.id,
      reason: 'Nowa umowa',
    });
    if (correction.outcome !== 'closed') throw new Error(correction.outcome);
    const corrected = await pdf(correction.report.id);
    expect(Object.values(said).filter((words) => corrected.includes(words))).toEqual([
      said.goal,
      said.step,
    ]);
    expect(await pdf(closed.report.id)).toBe(original);
  });

  test('what came up in a session belongs to its process, whatever the form says', async () => {
    const { engagementId, sessionId } = await fullProcess('library.sopot', []);
    const of = { engagementId: null, sessionId };
    const step = await harness.call(
      'step.save',
      stepForm('library.sopot', { ...of, what: said.step }),
    );
    const resource = await harness.call('resource.save', {
      id: null,
      revision: null,
      libraryId: 'library.sopot',
      ...of,
      ownerParticipantId: null,
      kind: 'place',
      direction: 'have',
      name: said.resource,
      note: '',
      goalIds: [],
    });
    expect([step.engagementId, resource.engagementId]).toEqual([engagementId, engagementId]);
    expect(await shownOutside('library.sopot')).toEqual([]);
  });

  test('steps and resources of a process in the bin are found nowhere', async () => {
    const { engagementId } = await fullProcess('library.jaslo', ['steps', 'resources']);
    expect(await shownOutside('library.jaslo')).toEqual(['resource', 'step']);
    await harness.call('bin.remove', { entity: 'engagement', id: engagementId });
    expect(await shownOutside('library.jaslo')).toEqual([]);
    const { keptByAgreement } = await harness.call('library.get', { id: 'library.jaslo' });
    expect(keptByAgreement).toBe(0);
  });
});
