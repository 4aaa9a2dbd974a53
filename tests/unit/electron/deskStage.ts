import { join } from 'node:path';
import { createDesk, type DeskPorts } from '../../../src-main/electron/desk.ts';
import { DeskFailure } from '../../../src-main/electron/deskFailure.ts';
import type { StoreLink } from '../../../src-main/electron/storeLink.ts';
import { fake, makeFakeWindow, makeLog, makeMemory } from './fakes.ts';

/** The id of every report, dispatch and protocol here. */
export const ID = '0190a5c2-7b1e-7c3a-9f00-0123456789ab';

/** How a desk's surroundings behave. */
export interface Stage {
  /** An empty folder with `Dokumenty` in it. */
  readonly folder: string;
  /** What the save dialog answers; `''` for cancelled. */
  readonly chosen?: string;
  /** Which button the message box answers. */
  readonly button?: number;
  /** What the system says when a file is to be opened; `''` for well. */
  readonly openPath?: string;
  readonly saveFolder?: string;
  readonly failing?: boolean;
  /** What the dialog for folders answers. */
  readonly folders?: readonly string[];
  readonly keychain?: Partial<DeskPorts['keychain']>;
  readonly locking?: Partial<DeskPorts['locking']>;
  /** How printing ends; `''` for well. */
  readonly printed?: string;
}

/** A desk over fakes that note what was asked of them, in order. */
export function makeDesk(stage: Stage) {
  const { folder, chosen = '', button = 0, openPath = '', saveFolder, failing } = stage;
  const deeds: unknown[][] = [];
  const memory = makeMemory({ saveFolder: saveFolder ?? null });
  const { window, deeds: windowDeeds } = makeFakeWindow({
    print: (options: unknown, answer: (success: boolean, reason: string) => void) => {
      deeds.push(['print', options]);
      answer((stage.printed ?? '') === '', stage.printed ?? '');
    },
  });
  const answers: Record<string, unknown> = {
    'desk.reportFileName': { name: 'CS-2026-003 Gołdap.pdf' },
    'desk.writeReport': { done: true },
    'desk.outgoingReport': { path: join(folder, 'CS-2026-003.pdf') },
    'desk.outgoingMail': { path: join(folder, 'gone.eml') },
    'desk.erasureFileName': { name: 'Protokół 3.pdf' },
    'desk.backupFolder': { path: join(folder, 'kopie') },
    'desk.setSecondPlace': { path: '/pendrive', present: true, lastCopyAt: null, due: true },
    'desk.lookAtBackups': [],
    'desk.addDevice': { secret: 'sekret' },
    'desk.unlockByDevice': { state: 'open' },
    'desk.prepareMail': { dispatch: { id: ID }, path: join(folder, 'mail.eml') },
  };
  const desk = createDesk({
    electron: {
      app: fake('app', {
        getVersion: () => '1.2.3',
        getPath: (name: string) => join(folder, name === 'documents' ? 'Dokumenty' : name),
      }),
      clipboard: fake('clipboard', {
        writeText: (text: string) => Promise.resolve(void deeds.push(['clipboard', text])),
      }),
      dialog: fake('dialog', {
        showSaveDialog: (parent: unknown, options: unknown) => {
          deeds.push(['dialog', parent === window, options]);
          return Promise.resolve({ canceled: chosen === '', filePath: chosen });
        },
        showOpenDialog: (parent: unknown, options: unknown) => {
          deeds.push(['folder dialog', parent === window, options]);
          const filePaths = stage.folders ?? [];
          return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
        },
        showMessageBox: (_parent: unknown, options: { message: string }) => {
          deeds.push(['question', options.message]);
          return Promise.resolve({ response: button });
        },
      }),
      nativeTheme: fake('nativeTheme', { themeSource: 'system', shouldUseDarkColors: true }),
      shell: fake('shell', {
        openPath: (path: string) => {
          deeds.push(['openPath', path]);
          return Promise.resolve(openPath);
        },
        showItemInFolder: (path: string) => void deeds.push(['showItemInFolder', path]),
      }),
    },
    store: fake<StoreLink>('store', {
      ask: (name: string, input: unknown) => {
        deeds.push([name, input]);
        return failing
          ? Promise.reject(new DeskFailure('disk-full'))
          : Promise.resolve(answers[name]);
      },
    }),
    memory,
    keychain: fake('keychain', stage.keychain ?? {}),
    locking: fake('locking', stage.locking ?? {}),
    paths: {
      workspace: join(folder, 'workspace'),
      outgoing: join(folder, 'outgoing'),
      logs: join(folder, 'logs'),
    },
    versions: { electron: '45.4.1', chrome: '153.0', node: '24.18.1' },
    window: () => window,
    log: makeLog(),
  });
  return { desk, deeds, memory, windowDeeds };
}
