import type { IpcMainInvokeEvent, WebContents } from 'electron/main';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract, type CallName } from '../../../src-main/contract/contract.ts';
import { FailureCode, type Envelope } from '../../../src-main/contract/failure.ts';
import { DeskFailure } from '../../../src-main/electron/deskFailure.ts';
import { createDoor, type Door } from '../../../src-main/electron/door.ts';
import { createRoutes, type RoutePorts } from '../../../src-main/electron/routes.ts';
import { fake, makeLog } from './fakes.ts';

const PAGE = { id: 7 };
const trustedPage = fake<WebContents>('page', PAGE);
const ownFrame = { parent: null, origin: 'app://bundle' };

function knock(parts: { sender?: object; senderFrame?: object | null } = {}): IpcMainInvokeEvent {
  return fake('event', { sender: PAGE, senderFrame: ownFrame, ...parts });
}

const names = Object.keys(contract).filter((name): name is CallName => name in contract);

interface Staged {
  readonly door: Door;
  readonly log: ReturnType<typeof makeLog>;
  /** What got past the door, with its parsed input. */
  readonly reached: [name: string, input: unknown][];
  /** Where the workspace stood, as the locking heard it. */
  readonly seen: unknown[];
}

/** A door before a desk and a store that only remember what reached them. */
function makeDoor(
  answer: (name: string) => unknown = () => 'answer',
  mayPass: RoutePorts['locking']['mayPass'] = () => true,
): Staged {
  const log = makeLog();
  const reached: [string, unknown][] = [];
  const seen: unknown[] = [];
  const desk = Object.fromEntries(
    names.map((name) => [
      name,
      (input: unknown) => {
        reached.push([name, input]);
        return answer(name);
      },
    ]),
  );
  const store: RoutePorts['store'] = {
    call: (name, input) => {
      reached.push([name, input]);
      return Promise.resolve<Envelope<unknown>>({ ok: true, value: answer(name) });
    },
  };
  const locking: RoutePorts['locking'] = { mayPass, sawStatus: (status) => void seen.push(status) };
  const route = createRoutes({ desk: fake<RoutePorts['desk']>('desk', desk), store, locking });
  const door = createDoor({
    trusted: () => trustedPage,
    routes: () => Promise.resolve(route),
    log,
    now: () => performance.now(),
  });
  return { door, log, reached, seen };
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withTypedArray: true,
});

/** Anything at all, or an object with the right keys and anything in them, which gets further. */
function garbageFor(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (!(schema instanceof z.ZodObject)) return anything;
  const value = fc.oneof(
    anything,
    fc.string(),
    fc.constantFrom('', 'library.goldap', '2026-02-29', null),
  );
  const fields = Object.fromEntries(Object.keys(schema.shape).map((key) => [key, value]));
  return fc.oneof(anything, fc.record(fields, { requiredKeys: [] }), fc.record(fields));
}

describe('who may ask', () => {
  it.each([
    ['a frame that left', { senderFrame: null }],
    ['a frame inside the page', { senderFrame: { ...ownFrame, parent: ownFrame } }],
    ['a page from elsewhere', { senderFrame: { parent: null, origin: 'https://example.org' } }],
    ['an opaque origin', { senderFrame: { parent: null, origin: 'null' } }],
    ['another host of our scheme', { senderFrame: { parent: null, origin: 'app://other' } }],
    ['another window', { sender: { id: 8 } }],
  ])('%s is refused and noted, and reaches nobody', async (_who, parts) => {
    const { door, log, reached } = makeDoor();
    const envelope = await door.answer(knock(parts), 'workspace.status', {});
    expect(envelope).toStrictEqual({
      ok: false,
      failure: { code: 'foreign-sender', params: {}, issues: [] },
    });
    expect(log.lines).toStrictEqual([['foreign-sender', {}]]);
    expect(reached).toStrictEqual([]);
  });

  it('nobody is trusted while there is no window', async () => {
    const log = makeLog();
    const routes = (): Promise<never> => Promise.reject(new Error('not to be loaded'));
    const door = createDoor({ trusted: () => undefined, routes, log, now: () => 0 });
    const envelope = await door.answer(knock(), 'workspace.status', {});
    expect(envelope).toMatchObject({ ok: false, failure: { code: 'foreign-sender' } });
  });

  it('looks at the frame before it waits for anything: later it may be gone', async () => {
    const { door } = makeDoor();
    let frame: object | null = ownFrame;
    const event = fake<IpcMainInvokeEvent>('event', {
      sender: PAGE,
      get senderFrame() {
        return frame;
      },
    });
    const answer = door.answer(event, 'workspace.status', {});
    frame = null;
    expect(await answer).toStrictEqual({ ok: true, value: 'answer' });
  });
});

describe('what may be asked', () => {
  it.each([
    ['no call', 'nothing.known'],
    ['a request of the desk to the store', 'desk.closeWorkspace'],
    ['a member every object has', 'constructor'],
    ['a prototype', '__proto__'],
    ['not a text', ['workspace.status']],
    ['nothing', undefined],
  ])('%s is refused', async (_what, name) => {
    const { door, log, reached } = makeDoor();
    const envelope = await door.answer(knock(), name, {});
    expect(envelope).toMatchObject({ ok: false, failure: { code: 'unknown-call' } });
    expect(log.lines).toStrictEqual([['unknown-call', {}]]);
    expect(reached).toStrictEqual([]);
  });

  it('has a way for every call of the contract', () => {
    const route = createRoutes({
      desk: fake<RoutePorts['desk']>('desk', {}),
      store: { call: () => Promise.reject(new Error('unused')) },
      locking: { mayPass: () => true, sawStatus: () => undefined },
    });
    expect(names.map((name) => route(name)?.name)).toStrictEqual(names);
  });

  it('names the refused fields by path and message key, and the log has no word of them', async () => {
    const { door, log, reached } = makeDoor();
    const envelope = await door.answer(knock(), 'workspace.create', {
      start: 'sekret',
      passphrase: 5,
      me: { name: ' ', form: 'female', roles: [] },
      more: 'sekret',
    });
    expect(envelope).toMatchObject({
      ok: false,
      failure: {
        code: 'bad-input',
        issues: expect.arrayContaining([
          { path: 'start', message: 'invalid-value' },
          { path: 'passphrase', message: 'invalid-type' },
          { path: 'me.name', message: 'empty' },
          { path: 'me.roles', message: 'no-role' },
          { path: '', message: 'unrecognized-keys' },
        ]),
      },
    });
    expect(reached).toStrictEqual([]);
    expect(JSON.stringify(log.lines)).not.toContain('sekret');
    expect(log.lines).toMatchObject([
      ['call-failed', { name: 'workspace.create', code: 'bad-input' }],
    ]);
  });

  it.each(names)('%s: garbage never gets past its schema, and never throws', async (name) => {
    const { door, reached } = makeDoor();
    const { input: schema } = contract[name];
    await fc.assert(
      fc.asyncProperty(garbageFor(schema), async (garbage) => {
        reached.length = 0;
        const envelope = await door.answer(knock(), name, garbage);
        const parsed = schema.safeParse(garbage);
        const expected = parsed.success
          ? { reached: [[name, parsed.data]], envelope: { ok: true } }
          : { reached: [], envelope: { ok: false, failure: { code: 'bad-input' } } };
        expect({ reached, envelope }).toMatchObject(expected);
        structuredClone(envelope);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what passes while only a workshop’s room is within reach', () => {
  it('is what the locking lets through, asked with the parsed input; the rest reaches nobody', async () => {
    const { door, reached } = makeDoor(
      () => 'answer',
      (name, input) => name === 'workspace.unlock' && JSON.stringify(input).includes('słowa'),
    );
    const passphrase = 'cztery słowa';
    expect(await door.answer(knock(), 'workspace.unlock', { passphrase })).toMatchObject({
      ok: true,
    });
    expect(await door.answer(knock(), 'library.list', {})).toStrictEqual({
      ok: false,
      failure: { code: 'room-locked', params: {}, issues: [] },
    });
    expect(reached).toStrictEqual([['workspace.unlock', { passphrase }]]);
  });

  it('is told by every answer that says where the workspace stands, and by no other', async () => {
    const { door, seen } = makeDoor((name) => name);
    const empty = ['workspace.status', 'workspace.lock', 'app.about', 'settings.get'];
    for (const name of empty) await door.answer(knock(), name, {});
    await door.answer(knock(), 'workspace.unlock', { passphrase: 'x' });
    await door.answer(knock(), 'workspace.unlock', { passphrase: 5 });
    expect(seen).toStrictEqual(['workspace.status', 'workspace.lock', 'workspace.unlock']);
  });
});

describe('what is answered', () => {
  it('an unexpected error is said once as such, without its text', async () => {
    const { door, log } = makeDoor(() => {
      throw new TypeError('Barbara wrote about Gołdap');
    });
    const envelope = await door.answer(knock(), 'app.about', {});
    expect(envelope).toStrictEqual({
      ok: false,
      failure: { code: 'unexpected', params: {}, issues: [] },
    });
    expect(log.lines.map(([event]) => event)).toStrictEqual(['call-error', 'call-failed']);
    expect(JSON.stringify(log.lines)).not.toContain('Barbara');
    expect(log.lines[0]?.[1]).toMatchObject({ name: 'app.about', error: 'TypeError' });
  });

  it('a failure of the desk keeps its code and values', async () => {
    const failure = { code: FailureCode.enum['file-missing'], params: { days: 2 }, issues: [] };
    const { door } = makeDoor(() => {
      throw new DeskFailure(failure);
    });
    expect(await door.answer(knock(), 'app.about', {})).toStrictEqual({ ok: false, failure });
  });

  it('routes that cannot be loaded are an unexpected failure, not a rejection', async () => {
    const log = makeLog();
    const routes = (): Promise<never> => Promise.reject(new Error('damaged file'));
    const door = createDoor({ trusted: () => trustedPage, routes, log, now: () => 0 });
    const envelope = await door.answer(knock(), 'app.about', {});
    expect(envelope).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
    expect(log.lines.map(([event]) => event)).toStrictEqual(['door-error']);
  });

  it('is quiet only when every call is answered', async () => {
    let settle: (value: string) => void = () => undefined;
    const { door } = makeDoor(() => new Promise((resolve) => (settle = resolve)));
    const answer = door.answer(knock(), 'app.about', {});
    let isQuiet = false;
    await door.quiet(1); // the one that waits is the asker's own
    const quiet = door.quiet(0).then(() => {
      isQuiet = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(isQuiet).toBe(false);
    settle('done');
    await answer;
    await quiet;
    expect(isQuiet).toBe(true);
  });
});
