import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../../../src-main/contract/contract.ts';
import { ID, makeDesk as stageDesk, type Stage } from './deskStage.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strefownik-desk-files-'));
  await mkdir(join(folder, 'Dokumenty'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A desk in this test's folder. */
const makeDesk = (stage: Omit<Stage, 'folder'> = {}) => stageDesk({ ...stage, folder });
type Desk = ReturnType<typeof makeDesk>['desk'];

const subject = { kind: 'participant', id: 'p1' } as const;
const note = { subject, noteId: 'n1', passphrase: 'cztery mokre rowery' };
const protocol = contract['erasure.saveProtocol'].input.parse({ id: ID });

/** Each "save as": its call, what it asks the store, and the name it offers. */
const SAVED: [string, (desk: Desk) => unknown, request: string, input: object, offered: string][] =
  [
    [
      'the recovery sheet',
      (desk) => desk['recovery.saveSheet']({}),
      'desk.writeRecoverySheet',
      {},
      'Strefownik - arkusz odzyskiwania.pdf',
    ],
    [
      'what to do about a lost laptop',
      (desk) => desk['lostLaptop.saveAs']({}),
      'desk.writeLostLaptop',
      {},
      'Zgubiony laptop.pdf',
    ],
    [
      'a person’s data',
      (desk) => desk['subject.saveExport'](subject),
      'desk.writeSubjectExport',
      subject,
      'Dane osoby.pdf',
    ],
    [
      'a released note',
      (desk) => desk['subject.releaseNote'](note),
      'desk.writeReleasedNote',
      note,
      'Notatka prywatna.pdf',
    ],
    [
      'a protocol of erasing',
      (desk) => desk['erasure.saveProtocol'](protocol),
      'desk.writeErasureProtocol',
      { id: ID },
      'Protokół 3.pdf',
    ],
  ];

describe('saving where the person says', () => {
  it.each(SAVED)(
    '%s, and the place is not remembered',
    async (_what, save, request, input, name) => {
      const chosen = join(folder, 'pendrive', name);
      const { desk, deeds, memory } = makeDesk({ chosen });
      expect(await save(desk)).toStrictEqual({ outcome: 'saved', path: chosen });
      expect(deeds.at(-1)).toStrictEqual([request, { ...input, path: chosen }]);
      expect(deeds.at(-2)?.[2]).toMatchObject({ defaultPath: join(folder, 'Dokumenty', name) });
      expect(memory.current().saveFolder).toBeNull();
    },
  );

  it.each(SAVED)('%s, unless the person cancels', async (_what, save, request) => {
    const { desk, deeds } = makeDesk();
    expect(await save(desk)).toStrictEqual({ outcome: 'cancelled' });
    expect(deeds.map(([asked]) => asked)).not.toContain(request);
  });

  it('asks before the file beside an export is replaced', async () => {
    const chosen = join(folder, 'Dane.pdf');
    await writeFile(join(folder, 'Dane.json'), '{}');
    const no = makeDesk({ chosen, button: 1 });
    expect(await no.desk['subject.saveExport'](subject)).toStrictEqual({ outcome: 'cancelled' });
    expect(no.deeds.at(-1)).toStrictEqual([
      'question',
      'Plik „Dane.json” już istnieje. Zastąpić go?',
    ]);
    const yes = makeDesk({ chosen, button: 0 });
    expect(await yes.desk['subject.saveExport'](subject)).toMatchObject({ outcome: 'saved' });
  });
});

describe('folders of backups', () => {
  it('the second place is asked for, and the store looks at it', async () => {
    const { desk, deeds } = makeDesk({ folders: ['/pendrive'] });
    expect(await desk['backup.chooseSecond']({})).toMatchObject({
      outcome: 'chosen',
      second: { path: '/pendrive' },
    });
    expect(deeds).toStrictEqual([
      [
        'folder dialog',
        true,
        {
          title: 'Wybierz drugie miejsce na kopie zapasowe',
          buttonLabel: 'Wybierz',
          properties: ['openDirectory', 'createDirectory'],
        },
      ],
      ['desk.setSecondPlace', { path: '/pendrive' }],
    ]);
  });

  it('a folder to restore from is asked for, and the store looks into it', async () => {
    const { desk, deeds } = makeDesk({ folders: ['/pendrive'] });
    expect(await desk['restore.chooseFolder']({})).toStrictEqual({
      outcome: 'chosen',
      path: '/pendrive',
      backups: [],
    });
    expect(deeds.at(-1)).toStrictEqual(['desk.lookAtBackups', { path: '/pendrive' }]);
  });

  it('nothing happens when the person cancels', async () => {
    const { desk, deeds } = makeDesk();
    expect(await desk['backup.chooseSecond']({})).toStrictEqual({ outcome: 'cancelled' });
    expect(await desk['restore.chooseFolder']({})).toStrictEqual({ outcome: 'cancelled' });
    expect(deeds.map(([asked]) => asked)).toStrictEqual(['folder dialog', 'folder dialog']);
  });

  it('the first place is shown', async () => {
    const { desk, deeds } = makeDesk();
    expect(await desk['backup.showFolder']({})).toStrictEqual({ done: true });
    expect(deeds.at(-1)).toStrictEqual(['openPath', join(folder, 'kopie')]);
  });
});

describe('the log', () => {
  it('is read with its place, and shown in its folder once it is there', async () => {
    const path = join(folder, 'logs', 'strefownik.log');
    const { desk, deeds } = makeDesk();
    expect(await desk['log.read']({})).toStrictEqual({ path, text: '' });
    await expect(desk['log.showInFolder']({})).rejects.toMatchObject({
      failure: { code: 'file-missing' },
    });
    await mkdir(join(folder, 'logs'));
    await writeFile(path, 'started\n');
    expect(await desk['log.read']({})).toStrictEqual({ path, text: 'started\n' });
    await desk['log.showInFolder']({});
    expect(deeds).toStrictEqual([['showItemInFolder', path]]);
  });
});

describe('printing', () => {
  it.each([
    ['is done', '', true],
    ['is cancelled', 'Print job canceled', false],
  ])('%s', async (_how, reason, printed) => {
    const { desk, deeds } = makeDesk({ printed: reason });
    expect(await desk['page.print']({})).toStrictEqual({ printed });
    expect(deeds).toStrictEqual([
      ['print', { usePrinterDefaultPageSize: true, printBackground: true }],
    ]);
  });

  it('says when it failed', async () => {
    const { desk } = makeDesk({ printed: 'Print job failed' });
    await expect(desk['page.print']({})).rejects.toMatchObject({
      failure: { code: 'print-failed' },
    });
  });
});
