import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EMPTY_GRROW } from '../../../src-main/domain/coachingSession.ts';
import {
  CLEARED_RECIPIENT,
  DEFAULT_RETENTION,
  RetentionKind,
} from '../../../src-main/domain/retention.ts';
import { retentionDue } from '../../../src-main/usecases/privateUpkeep.ts';
import { tablesHolding } from '../../helpers/holding.ts';
import { openProcess, sessionForm, standingClock, teamIn } from '../../helpers/scene.ts';
import { storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

let clock: ReturnType<typeof standingClock>;
let harness: StoreHarness;

beforeEach(async () => {
  clock = standingClock();
  harness = storeHarness({ now: clock.now });
  await harness.createQuickly();
});
afterEach(() => harness.dispose());

const holding = (text: string) => tablesHolding(harness, text);

const rowOf = async (kind: RetentionKind) => {
  const { rows } = await harness.call('retention.get', {});
  const row = rows.find((one) => one.kind === kind);
  if (row === undefined) throw new Error(`There is no row of ${kind}`);
  return row;
};
const clear = (kind: RetentionKind, ids: string[]) =>
  harness.call('retention.clear', { kind, ids });
const listed = async (kind: RetentionKind) => harness.call('retention.list', { kind });
const due = () => retentionDue(harness.opened().tools);

/** A session of 24 November 2026 with words everywhere that words can be. */
async function sessionWithWords() {
  const { engagement } = await openProcess(harness, 'library.goldap');
  const form = sessionForm(engagement.id, {
    topic: 'Temat zostaje',
    reportNotes: 'Zastrzyżonka pierwsza',
    grrow: { ...EMPTY_GRROW, goal: 'Zastrzyżonka celu' },
    presentIds: engagement.participantIds,
  });
  const made = await harness.call('session.save', form);
  const saved = await harness.call('session.save', {
    ...form,
    id: made.id,
    revision: made.revision,
    reportNotes: 'Zastrzyżonka druga',
    topic: 'Temat został',
  });
  return { engagement, session: saved };
}

test('kinds are kept for their years, each a choice; a closed report is not among them', async () => {
  const { rows, reviewedAt, nextReviewOn } = await harness.call('retention.get', {});
  expect(Object.fromEntries(rows.map(({ kind, years }) => [kind, years]))).toEqual(
    DEFAULT_RETENTION,
  );
  expect([reviewedAt, nextReviewOn]).toEqual([null, '2027-11-24']);
  expect(RetentionKind.options).not.toContain('report');
  await harness.call('retention.save', { years: { contact: 5 } });
  await harness.call('retention.save', { years: { privateNote: 0 } });
  const years = (await harness.call('retention.get', {})).rows.map((row) => [row.kind, row.years]);
  expect(Object.fromEntries(years)).toEqual({ ...DEFAULT_RETENTION, contact: 5, privateNote: 0 });
});

describe('private notes', () => {
  async function withNote() {
    const { session } = await sessionWithWords();
    const note = { sessionId: session.id, revision: null, body: 'Tajemniczka pierwsza' };
    await harness.call('privateNote.save', note);
    await harness.call('privateNote.save', { ...note, revision: 1, body: 'Tajemniczka druga' });
    const place = { entity: 'privateNote', entityId: session.id, baseRevision: 2 } as const;
    await harness.call('draft.keep', { ...place, body: 'Tajemniczka niedokończona' });
    return session;
  }

  test('are past their time a whole year after their session, not on that very day', async () => {
    const session = await withNote();
    clock.set('2027-11-24T09:00:00.000Z');
    expect(await rowOf('privateNote')).toMatchObject({ past: 0, oldestOn: null });
    clock.set('2027-11-25T09:00:00.000Z');
    expect(await rowOf('privateNote')).toMatchObject({ past: 1, oldestOn: '2026-11-24' });
    expect(await listed('privateNote')).toEqual([
      { id: session.id, on: '2026-11-24', what: 'Zespół Strefy', detail: 'Gołdap' },
    ]);
  });

  test('go from every table, the full-text ones too, and cannot come back', async () => {
    const session = await withNote();
    clock.set('2028-01-01T09:00:00.000Z');
    expect(holding('tajemniczka')).toEqual(
      expect.arrayContaining(['private_change', 'private_draft', 'private_words_data']),
    );
    expect(JSON.stringify(await listed('privateNote'))).not.toMatch(/tajemniczka/i);
    expect(await clear('privateNote', [session.id])).toEqual({ cleared: 1 });
    expect(holding('tajemniczka')).toEqual([]);
    expect(await harness.call('privateNote.get', { sessionId: session.id })).toBeNull();
    expect(await clear('privateNote', [session.id])).toEqual({ cleared: 0 });
    const { connection } = harness.opened().workspace.store;
    connection.exec(`insert into private_words (private_words) values ('integrity-check')`);
  });

  test('that are young stay, whoever asks for their clearing', async () => {
    const session = await withNote();
    expect(await clear('privateNote', [session.id])).toEqual({ cleared: 0 });
    expect(holding('tajemniczka')).toContain('private_note');
  });

  test('kept as long as the workspace are never past', async () => {
    const session = await withNote();
    await harness.call('retention.save', { years: { privateNote: 0 } });
    clock.set('2060-01-01T09:00:00.000Z');
    expect(await rowOf('privateNote')).toMatchObject({ years: 0, past: 0 });
    expect(await listed('privateNote')).toEqual([]);
    expect(await clear('privateNote', [session.id])).toEqual({ cleared: 0 });
  });
});

describe('words of coaching sessions', () => {
  test('go with their history, and undo does not bring them back; the session still counts', async () => {
    const { session, engagement } = await sessionWithWords();
    const draft = { entity: 'coachingSession', entityId: session.id, baseRevision: 2 } as const;
    await harness.call('draft.keep', { ...draft, body: '{"reportNotes":"Zastrzyżonka szkicu"}' });
    clock.set('2029-11-25T09:00:00.000Z');
    const [row] = await listed('coachingNotes');
    expect(row).toEqual({
      id: session.id,
      on: '2026-11-24',
      what: 'Zespół Strefy',
      detail: 'Gołdap',
    });
    expect(await clear('coachingNotes', [session.id])).toEqual({ cleared: 1 });
    expect([...holding('zastrzyżonka'), ...holding('zastrzyzonka')]).toEqual([]);
    const page = await harness.call('session.get', { id: session.id });
    expect(page).toMatchObject({
      number: 1,
      session: { topic: 'Temat został', reportNotes: '', grrow: EMPTY_GRROW, minutes: 60 },
    });
    const [line] = await harness.call('engagement.list', {});
    expect(line).toMatchObject({ id: engagement.id, heldSessions: 1, heldMinutes: 60 });
    const scope = { entity: 'coachingSession', id: session.id } as const;
    for (let step = 0; step < 3; step += 1) await harness.call('history.undo', scope);
    expect(holding('zastrzyżonka')).toEqual([]);
    expect(await listed('coachingNotes')).toEqual([]);
  });

  test('in the bin go too', async () => {
    const { session } = await sessionWithWords();
    await harness.call('bin.remove', { entity: 'coachingSession', id: session.id });
    clock.set('2029-11-25T09:00:00.000Z');
    expect(await clear('coachingNotes', [session.id])).toEqual({ cleared: 1 });
    expect(holding('zastrzyżonka')).toEqual([]);
    expect(await harness.call('bin.list', {})).toMatchObject([{ id: session.id }]);
  });

  test('a closed report stays byte for byte', async () => {
    const { session } = await sessionWithWords();
    const subject = { kind: 'coaching-session', subjectId: session.id } as const;
    const closed = await harness.call('report.close', subject);
    if (closed.outcome !== 'closed') throw new Error(closed.outcome);
    const before = await harness.call('report.read', { id: closed.report.id });
    clock.set('2029-11-25T09:00:00.000Z');
    expect(await listed('coachingNotes')).toMatchObject([
      { detail: `Gołdap · ${closed.report.number}` },
    ]);
    await clear('coachingNotes', [session.id]);
    expect(await harness.call('report.read', { id: closed.report.id })).toEqual(before);
    expect((await harness.call('report.list', {})).rows).toHaveLength(1);
  });
});

describe('contacts', () => {
  async function member(name: string, to: string | null) {
    const [line] = await teamIn(harness, 'library.lapy', [name]);
    if (line === undefined) throw new Error('She is in the team');
    const { participant, membership } = line;
    const { id, revision } = await harness.call('team.change', {
      id: participant.id,
      revision: participant.revision,
      name,
      email: 'iga@przyklad.invalid',
      phone: '600 100 200',
    });
    await harness.call('team.change', { id, revision, name, email: 'iga@inny.invalid', phone: '' });
    await harness.call('team.changeMembership', {
      id: membership.id,
      revision: membership.revision,
      position: '',
      from: '2026-01-01',
      to,
    });
    return { id, membershipId: membership.id };
  }

  test('of who left long ago go, with their history; the name stays, and who is there keeps theirs', async () => {
    const gone = await member('Iga Dawna', '2026-06-30');
    const here = await member('Ula Obecna', null);
    clock.set('2028-06-30T09:00:00.000Z');
    expect(await rowOf('contact')).toMatchObject({ past: 0 });
    clock.set('2028-07-01T09:00:00.000Z');
    expect(await listed('contact')).toEqual([
      { id: gone.id, on: '2026-06-30', what: 'Iga Dawna', detail: 'Łapy' },
    ]);
    expect(await clear('contact', [gone.id, here.id])).toEqual({ cleared: 1 });
    const people = harness
      .opened()
      .workspace.store.all(
        `select name, email, phone from participant where name in ('Iga Dawna', 'Ula Obecna') order by name`,
      );
    expect(people).toEqual([
      { name: 'Iga Dawna', email: '', phone: '' },
      { name: 'Ula Obecna', email: 'iga@inny.invalid', phone: '' },
    ]);
    const told = JSON.stringify(
      harness.opened().workspace.store.all('select * from change where entity_id = ?', gone.id),
    );
    expect(told).not.toMatch(/invalid|600/);
    expect(await harness.call('search.query', { text: 'dawna' })).toHaveLength(1);
  });

  test('of whom a team was taken from count from that day', async () => {
    const { id, membershipId } = await member('Iga Dawna', null);
    await harness.call('bin.remove', { entity: 'teamMembership', id: membershipId });
    clock.set('2028-11-24T09:00:00.000Z');
    expect(await rowOf('contact')).toMatchObject({ past: 0 });
    clock.set('2028-11-25T09:00:00.000Z');
    expect(await listed('contact')).toMatchObject([{ id, on: '2026-11-24' }]);
  });
});

test('old e-mails lose body and recipient; what was sent stays known', async () => {
  const { session } = await sessionWithWords();
  const closed = await harness.call('report.close', {
    kind: 'coaching-session',
    subjectId: session.id,
  });
  if (closed.outcome !== 'closed') throw new Error(closed.outcome);
  const { dispatch } = await harness.ask('desk.prepareMail', {
    reportId: closed.report.id,
    recipient: 'frsi@przyklad.invalid',
    subject: 'Raport',
    body: 'Dzień dobry, Tajemniczko',
  });
  await harness.call('mail.mark', { id: dispatch.id, sent: true });
  clock.set('2029-11-25T09:00:00.000Z');
  expect(await listed('dispatch')).toMatchObject([{ detail: 'frsi@przyklad.invalid' }]);
  expect(await clear('dispatch', [dispatch.id])).toEqual({ cleared: 1 });
  expect([...holding('tajemniczko'), ...holding('frsi@przyklad')]).toEqual([]);
  const { dispatches } = await harness.call('report.get', { id: closed.report.id });
  expect(dispatches).toMatchObject([{ state: 'marked', body: '', recipient: CLEARED_RECIPIENT }]);
  expect(await listed('dispatch')).toEqual([]);
});

describe('the yearly reminder', () => {
  test('comes a year after the workspace was made or last reviewed, when something is past', async () => {
    await sessionWithWords();
    clock.set('2029-11-24T09:00:00.000Z');
    expect(due()).toBe(false); // nothing is past its time yet
    clock.set('2029-11-25T09:00:00.000Z');
    expect(due()).toBe(true);
    await harness.call('retention.reviewed', {});
    expect(await harness.call('retention.get', {})).toMatchObject({
      reviewedAt: '2029-11-25T09:00:00.000Z',
      nextReviewOn: '2030-11-25',
      due: false,
    });
    clock.set('2030-11-24T09:00:00.000Z');
    expect(due()).toBe(false);
    clock.set('2030-11-25T09:00:00.000Z');
    expect([due(), (await harness.call('retention.get', {})).due]).toEqual([true, true]);
  });
});
