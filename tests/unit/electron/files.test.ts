import { mkdtemp, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDeskMemory, parseDeskMemory } from '../../../src-main/electron/deskMemory.ts';
import { createLog, errorFields, shortPlaces } from '../../../src-main/electron/log.ts';
import { readLogText } from '../../../src-main/electron/logText.ts';
import { OUTGOING_LIFETIME, sweepOutgoing } from '../../../src-main/electron/outgoing.ts';
import { makeLog } from './fakes.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strefownik-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const NOW = Date.UTC(2026, 10, 22, 12, 0, 0);
const NOTHING = {
  bounds: null,
  maximized: false,
  appearance: 'system',
  saveFolder: null,
  lockMinutes: 15,
};

describe('the outgoing folder', () => {
  it.skipIf(process.platform === 'win32')(
    'is the owner’s alone, also when it was not',
    async () => {
      const outgoing = join(folder, 'outgoing');
      await mkdir(outgoing, { mode: 0o755 });
      await sweepOutgoing(outgoing, NOW, makeLog());
      expect((await stat(outgoing)).mode & 0o777).toBe(0o700);
    },
  );

  it('loses what is older than a day, folders too, and keeps the rest', async () => {
    const outgoing = join(folder, 'outgoing');
    await mkdir(join(outgoing, 'old folder'), { recursive: true });
    await writeFile(join(outgoing, 'old folder', 'x.pdf'), '');
    for (const name of ['old.eml', 'new.eml']) await writeFile(join(outgoing, name), '');
    const old = new Date(NOW - OUTGOING_LIFETIME - 1);
    const young = new Date(NOW - OUTGOING_LIFETIME + 1);
    await utimes(join(outgoing, 'old folder'), old, old);
    await utimes(join(outgoing, 'old.eml'), old, old);
    await utimes(join(outgoing, 'new.eml'), young, young);
    const log = makeLog();
    await sweepOutgoing(outgoing, NOW, log);
    expect([await readdir(outgoing), log.lines]).toStrictEqual([['new.eml'], []]);
  });

  it('never rejects: what cannot be swept is noted without its name', async () => {
    await writeFile(join(folder, 'Barbara'), '');
    const log = makeLog();
    await sweepOutgoing(join(folder, 'Barbara', 'outgoing'), NOW, log);
    expect(log.lines).toMatchObject([['outgoing-sweep-failed', { code: 'ENOTDIR' }]]);
    expect(JSON.stringify(log.lines)).not.toContain('Barbara');
  });
});

describe('the desk memory', () => {
  it('comes back as it was left', async () => {
    const file = join(folder, 'desk.json');
    const memory = await openDeskMemory(file, makeLog());
    expect(memory.current()).toStrictEqual(NOTHING);
    const bounds = { x: -5, y: 0, width: 900, height: 600 };
    memory.change({ bounds, maximized: true });
    memory.change({ appearance: 'dark', saveFolder: '/dane', lockMinutes: 0 });
    await memory.flush();
    const again = await openDeskMemory(file, makeLog());
    expect(again.current()).toStrictEqual({
      bounds,
      maximized: true,
      appearance: 'dark',
      saveFolder: '/dane',
      lockMinutes: 0,
    });
    expect(await readdir(folder)).toStrictEqual(['desk.json']);
  });

  it.each([
    '',
    'null',
    '[]',
    '{"bounds":',
    '{"bounds":{"x":1},"maximized":"yes","appearance":"pink","saveFolder":5}',
    '{"bounds":{"x":0.5,"y":0,"width":1,"height":1}}',
    '{"appearance":"toString"}',
    '{"lockMinutes":"5"}',
    '{"lockMinutes":-1}',
    '{"lockMinutes":2.5}',
    '{"lockMinutes":100000}',
  ])('forgets what it does not understand: %s', (text) => {
    expect(parseDeskMemory(text)).toStrictEqual(NOTHING);
  });

  it('goes on when it cannot be written', async () => {
    const log = makeLog();
    const memory = await openDeskMemory(join(folder, 'missing', 'desk.json'), log);
    memory.change({ maximized: true });
    await memory.flush();
    expect(memory.current().maximized).toBe(true);
    expect(log.lines).toMatchObject([['desk-memory-not-written', { code: 'ENOENT' }]]);
  });
});

describe('the log', () => {
  it('writes events in order, and lets no prose through', async () => {
    const logs = join(folder, 'logs');
    const log = createLog({ folder: logs, now: () => NOW });
    log.write('call-failed', { name: 'report.close', code: 'disk-full', ms: 12 });
    log.write('odd one', { said: 'Basia\nz Gołdapi', long: 'x'.repeat(500) });
    await log.flush();
    expect(await readFile(join(logs, 'strefownik.log'), 'utf8')).toBe(
      '2026-11-22T12:00:00.000Z call-failed name=report.close code=disk-full ms=12\n' +
        `2026-11-22T12:00:00.000Z odd_one said=Basia_z_Go_dapi long=${'x'.repeat(300)}\n`,
    );
  });

  it('puts a full file aside and keeps three', async () => {
    const log = createLog({ folder, now: () => NOW, maxBytes: 60 });
    for (let line = 0; line < 8; line += 1) {
      log.write('event', { line });
      await log.flush();
    }
    expect((await readdir(folder)).toSorted()).toStrictEqual([
      'strefownik.1.log',
      'strefownik.2.log',
      'strefownik.log',
    ]);
    expect(await readFile(join(folder, 'strefownik.log'), 'utf8')).toContain('line=7');
  });

  it('is read as one text, oldest first, and only whole lines of its newest part', async () => {
    await writeFile(join(folder, 'strefownik.2.log'), 'one\n');
    await writeFile(join(folder, 'strefownik.1.log'), 'two\nthree\n');
    await writeFile(join(folder, 'strefownik.log'), 'four\n');
    expect(await readLogText(folder)).toBe('one\ntwo\nthree\nfour\n');
    expect(await readLogText(folder, 13)).toBe('three\nfour\n');
    expect(await readLogText(join(folder, 'nothing here'))).toBe('');
  });

  it('writes at once when the process is about to end', async () => {
    const logs = join(folder, 'logs');
    const log = createLog({ folder: logs, now: () => NOW });
    log.write('fatal');
    log.flushNow();
    expect(await readFile(join(logs, 'strefownik.log'), 'utf8')).toBe(
      '2026-11-22T12:00:00.000Z fatal\n',
    );
    await log.flush();
    expect((await readFile(join(logs, 'strefownik.log'), 'utf8')).split('\n').length).toBe(2);
  });

  it('never throws when it cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const log = createLog({ folder: join(folder, 'file', 'logs'), now: () => NOW });
    log.write('event');
    await log.flush();
    log.write('event');
    expect(() => log.flushNow()).not.toThrow();
    await expect(log.flush()).resolves.toBeUndefined();
  });

  it('says of an error what it is and where, never what it says', () => {
    const error = Object.assign(new RangeError('Barbara z Gołdapi'), { code: 'ERR_X' });
    expect(errorFields(error)).toStrictEqual({
      error: 'RangeError',
      code: 'ERR_X',
      at: expect.stringMatching(/^files\.test\.ts:\d+:\d+$/),
    });
    expect(
      shortPlaces('Error at save (file:///home/ola/app/boot.js:1:2) at C:\\Users\\Ola\\x.js:3:4'),
    ).toBe('Error at save (boot.js:1:2) at x.js:3:4');
    expect(errorFields('Barbara')).toStrictEqual({ error: 'string' });
  });
});
