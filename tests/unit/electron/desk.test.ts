import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../../../src-main/contract/contract.ts';
import { ID, makeDesk as stageDesk, type Stage } from './deskStage.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strefownik-desk-'));
  await mkdir(join(folder, 'Dokumenty'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A desk in this test's folder. */
const makeDesk = (stage: Omit<Stage, 'folder'> = {}) => stageDesk({ ...stage, folder });

const reportId = contract['report.saveAs'].input.parse({ id: ID });

describe('saving a report', () => {
  it('offers its name in the documents folder, writes it and remembers the folder', async () => {
    const chosen = join(folder, 'raporty', 'Gołdap.pdf');
    const { desk, deeds, memory } = makeDesk({ chosen });
    expect(await desk['report.saveAs'](reportId)).toStrictEqual({ outcome: 'saved', path: chosen });
    expect(deeds).toStrictEqual([
      ['desk.reportFileName', { id: ID }],
      [
        'dialog',
        true,
        {
          title: 'Zapisz raport',
          buttonLabel: 'Zapisz',
          defaultPath: join(folder, 'Dokumenty', 'CS-2026-003 Gołdap.pdf'),
          filters: [{ name: 'Dokumenty PDF', extensions: ['pdf'] }],
          properties: ['createDirectory', 'showOverwriteConfirmation'],
        },
      ],
      ['desk.writeReport', { id: ID, path: chosen }],
    ]);
    expect(memory.current().saveFolder).toBe(join(folder, 'raporty'));
  });

  it.each([
    ['the folder of the last time', true],
    ['the documents, when that folder is gone', false],
  ])('offers %s', async (_what, there) => {
    const saveFolder = join(folder, 'pendrive');
    if (there) await mkdir(saveFolder);
    const { desk, deeds } = makeDesk({ saveFolder });
    await desk['report.saveAs'](reportId);
    const offered = join(there ? saveFolder : join(folder, 'Dokumenty'), 'CS-2026-003 Gołdap.pdf');
    expect(deeds[1]?.[2]).toMatchObject({ defaultPath: offered });
  });

  it('does nothing when the person cancels', async () => {
    const { desk, deeds, memory } = makeDesk();
    expect(await desk['report.saveAs'](reportId)).toStrictEqual({ outcome: 'cancelled' });
    expect(deeds.map(([name]) => name)).toStrictEqual(['desk.reportFileName', 'dialog']);
    expect(memory.current().saveFolder).toBeNull();
  });

  it('adds the ending that the dialog did not, and asks before it replaces that file', async () => {
    const chosen = join(folder, 'raport');
    await writeFile(`${chosen}.pdf`, 'x');
    const yes = makeDesk({ chosen, button: 0 });
    expect(await yes.desk['report.saveAs'](reportId)).toStrictEqual({
      outcome: 'saved',
      path: `${chosen}.pdf`,
    });
    expect(yes.deeds[2]).toStrictEqual([
      'question',
      'Plik „raport.pdf” już istnieje. Zastąpić go?',
    ]);
    const no = makeDesk({ chosen, button: 1 });
    expect(await no.desk['report.saveAs'](reportId)).toStrictEqual({ outcome: 'cancelled' });
  });

  it('passes on why it could not be written, and forgets the folder', async () => {
    const { desk, memory } = makeDesk({ chosen: join(folder, 'x.pdf'), failing: true });
    await expect(desk['report.saveAs'](reportId)).rejects.toMatchObject({
      failure: { code: 'disk-full' },
    });
    expect(memory.current().saveFolder).toBeNull();
  });
});

describe('mail', () => {
  const mail = contract['mail.prepare'].input.parse({
    reportId: ID,
    recipient: 'biuro@example.org',
    subject: 'Raport',
    body: 'Dzień dobry',
    open: true,
  });
  const { open: _open, ...asked } = mail;

  it.each([
    ['opened', '', true],
    ['prepared though no program took it', 'No application found', false],
  ])('is %s', async (_how, openPath, opened) => {
    const { desk, deeds } = makeDesk({ openPath });
    expect(await desk['mail.prepare'](mail)).toStrictEqual({
      dispatch: { id: ID },
      path: join(folder, 'mail.eml'),
      opened,
    });
    expect(deeds).toStrictEqual([
      ['desk.prepareMail', asked],
      ['openPath', join(folder, 'mail.eml')],
    ]);
  });

  it('is not opened when that was not wanted', async () => {
    const { desk, deeds } = makeDesk();
    expect(await desk['mail.prepare']({ ...mail, open: false })).toMatchObject({ opened: false });
    expect(deeds).toStrictEqual([['desk.prepareMail', asked]]);
  });

  it('is shown in its folder only when it is there', async () => {
    const { desk, deeds } = makeDesk();
    const shown = contract['mail.showInFolder'].input.parse({ id: ID });
    await expect(desk['mail.showInFolder'](shown)).rejects.toMatchObject({
      failure: { code: 'file-missing' },
    });
    await writeFile(join(folder, 'gone.eml'), 'x');
    expect(await desk['mail.showInFolder'](shown)).toStrictEqual({ done: true });
    expect(deeds.at(-1)).toStrictEqual(['showItemInFolder', join(folder, 'gone.eml')]);
  });
});

describe('the rest of the desk', () => {
  it('shows a report in the outgoing folder', async () => {
    const path = join(folder, 'CS-2026-003.pdf');
    await writeFile(path, 'x');
    const { desk, deeds } = makeDesk();
    expect(await desk['report.showInFolder'](reportId)).toStrictEqual({ path });
    expect(deeds.at(-1)).toStrictEqual(['showItemInFolder', path]);
  });

  it('shows the workspace’s folder, in the folder above where it cannot be opened', async () => {
    const { desk, deeds } = makeDesk({ openPath: 'No application found' });
    await desk['workspace.showFolder']({});
    expect(deeds).toStrictEqual([
      ['openPath', join(folder, 'workspace')],
      ['showItemInFolder', join(folder, 'workspace')],
    ]);
  });

  it('applies an appearance at once and at the next start', async () => {
    const { desk, memory, windowDeeds } = makeDesk();
    expect(await desk['appearance.apply']({ appearance: 'dark' })).toStrictEqual({ done: true });
    expect([memory.current().appearance, windowDeeds]).toStrictEqual(['dark', ['colour #141716']]);
  });

  it('copies text, and says what it is made of', async () => {
    const { desk, deeds } = makeDesk();
    await desk['clipboard.copy']({ text: 'Zażółć' });
    expect(deeds).toStrictEqual([['clipboard', 'Zażółć']]);
    const about = await desk['app.about']({});
    expect(contract['app.about'].output.parse(about)).toStrictEqual({
      version: '1.2.3',
      electron: '45.4.1',
      chrome: '153.0',
      node: '24.18.1',
      folder: join(folder, 'workspace'),
      outgoingFolder: join(folder, 'outgoing'),
    });
    expect(structuredClone(about)).toStrictEqual(about);
  });
});
