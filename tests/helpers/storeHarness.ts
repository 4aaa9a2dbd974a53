import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { v7 as uuid } from 'uuid';
import {
  contract,
  type BroadcastName,
  type CallInput,
  type CallName,
  type CallOutput,
  type DeskCallName,
  type Handlers,
  type StoreCallName,
} from '../../src-main/contract/contract.ts';
import type { Envelope, Failure } from '../../src-main/contract/failure.ts';
import {
  deskRequests,
  type DeskRequestName,
  type DeskRequestOutput,
} from '../../src-main/contract/storeRequests.ts';
import type { NewWorkspace } from '../../src-main/contract/workspaceCalls.ts';
import { dayInWarsaw, instantOf } from '../../src-main/domain/calendar.ts';
import { PersonId } from '../../src-main/domain/person.ts';
import { createRoutes } from '../../src-main/electron/routes.ts';
import { persons } from '../../src-main/store/people.ts';
import { placeFolder } from '../../src-main/store/backup/places.ts';
import { storeOn, type Store } from '../../src-main/store/db.ts';
import { openKeyed } from '../../src-main/store/openKeyed.ts';
import {
  createWorkspace,
  workspacePaths,
  type OpenWorkspace,
} from '../../src-main/store/workspace.ts';
import { readProgramme } from '../../src-main/usecases/programmeData.ts';
import { seedProgramme } from '../../src-main/usecases/seedProgramme.ts';
import { saveMe } from '../../src-main/usecases/settings.ts';
import type { Printer } from '../../src-main/usecases/tools.ts';
import type { Opened } from '../../src-main/worker/openWorkspaces.ts';
import { storeServer, type StoreServer } from '../../src-main/worker/storeServer.ts';
import type { Upkeep } from '../../src-main/worker/upkeep.ts';
import { runUpkeepJob, type UpkeepContext } from '../../src-main/worker/upkeepJobs.ts';

/** The application's own resources: programme, fonts, templates. */
export const RESOURCES = resolve(import.meta.dirname, '../../resources');

/** Whose workspace the harness makes. */
export const ME = { name: 'Łucja Próbna', form: 'feminine', roles: ['trainer', 'coach'] } as const;

/** The passphrase of workspaces that have one. */
export const PASSPHRASE = 'sowa nad rzeką 7';

/** A call that answered with a failure. */
export class HarnessFailure extends Error {
  readonly failure: Failure;

  constructor(name: string, failure: Failure, cause: unknown) {
    super(`${name}: ${failure.code}`, { cause });
    this.failure = failure;
  }
}

/** A workspace folder with a store server over it, as the worker runs it: real SQLite, real files. */
export interface StoreHarness {
  readonly folder: string;
  readonly outgoing: string;
  /** Parent of all workspaces' backups. */
  readonly backups: string;
  readonly server: StoreServer;
  readonly broadcasts: { name: BroadcastName; value: unknown }[];
  /** The open workspace, for looking into the database itself. */
  opened(): Opened;
  /** Calls as the door does: input parsed by the contract; the answer is checked against it too. */
  call<Name extends StoreCallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** Knocks as the window does, with whatever input, through the real routes; answers with the envelope. */
  knock(name: CallName, input: unknown): Promise<Envelope<unknown>>;
  /** A request of the desk. */
  ask<Name extends DeskRequestName>(name: Name, input: unknown): Promise<DeskRequestOutput<Name>>;
  create(input?: Partial<NewWorkspace>): Promise<void>;
  /** An open workspace with the programme and nothing else, without the 350 ms of a passphrase. */
  createQuickly(): Promise<void>;
  /** Every row of every table, to compare before and after. */
  dump(): Readonly<Record<string, readonly unknown[]>>;
  /** Another server over the same folder, as after a restart. */
  again(): StoreHarness;
  dispose(): Promise<void>;
}

/** What a test may stage. */
export interface HarnessOptions {
  /** ISO instant, or milliseconds; default: the machine's clock. */
  readonly now?: () => number;
  /** What it does not say, the smallest fake does. */
  readonly printer?: Partial<Printer>;
  readonly folder?: string;
  /** Called between the steps of what must survive being cut off. */
  readonly step?: (name: string) => void;
}

/** The smallest thing that passes for a PDF where a test is not about printing. */
export const fakePrinter: Printer = {
  render: async (layer) => ({
    pdf: new TextEncoder().encode(`%PDF-1.7\n${JSON.stringify(layer)}\n%%EOF\n`),
    pages: 1,
    replacedCharacters: [],
  }),
  renderDocument: async (document) => ({
    pdf: new TextEncoder().encode(`%PDF-1.7\n${JSON.stringify(document)}\n%%EOF\n`),
    pages: 1,
  }),
};

/** Code of the failure that a call ended with, or `ok`. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    if (error instanceof HarnessFailure) return error.failure.code;
    throw error;
  }
}

/** What the envelope of a knock says: `ok`, or the code and the fields that were refused. */
export function saidBy(envelope: Envelope<unknown>): string {
  if (envelope.ok) return 'ok';
  const fields = envelope.failure.issues.map((issue) => `${issue.path}=${issue.message}`);
  return [envelope.failure.code, ...fields].join(' ');
}

/** A store has no desk; its calls are tested with Electron's side. */
const noDesk = new Proxy(
  {},
  {
    get: () => () => {
      throw new Error('The harness has no desk');
    },
  },
) as Handlers<DeskCallName>; // every name answers, by throwing

/** Makes a closed workspace with the programme and its owner, which opens without a passphrase. */
export async function makeProgramme(
  folder: string,
  now: () => number,
  name: string = ME.name,
): Promise<void> {
  const programme = readFileSync(join(RESOURCES, 'programme', 'programme.json'), 'utf8');
  const owner = { workspaceId: uuid(), madeOn: dayInWarsaw(now()) };
  const made = await createWorkspace(folder, owner, null, ({ store, workspaceId }) =>
    store.inTransaction((db) => {
      const stamp = { at: instantOf(now()), workspaceId };
      const id = PersonId.parse(uuid());
      persons.insert(db, stamp, { id, ...ME, name, roles: [...ME.roles], email: '', phone: '' });
      saveMe(db, id);
      seedProgramme(db, stamp, readProgramme(programme));
    }),
  );
  made.close();
}

function dumpOf({ workspace: { store } }: Opened): Record<string, readonly unknown[]> {
  const tables = store
    .all(`select name from sqlite_master where type = 'table' order by name`)
    .map((row) => String(row['name']));
  return Object.fromEntries(tables.map((name) => [name, store.all(`select * from "${name}"`)]));
}

/** Upkeep on the thread of the test, over a connection of its own as in the worker. */
export function upkeepHere(
  workspace: OpenWorkspace,
  backups: string,
  now: () => number,
  step?: (name: string) => void,
): Upkeep {
  const paths = workspacePaths(workspace.folder);
  let store: Store | undefined;
  let context: UpkeepContext | undefined;
  return {
    ask: async (job) => {
      context ??= {
        get store() {
          return (store ??= storeOn(
            openKeyed(paths.database, workspace.dataKey, { mustExist: true }),
          ));
        },
        databasePath: paths.database,
        keyPath: paths.key,
        filesFolder: paths.files,
        dataKey: Uint8Array.from(workspace.dataKey),
        place: placeFolder(backups, workspace.workspaceId),
        appVersion: '0.0.0-test',
        now,
        ...(step === undefined ? {} : { step }),
      };
      return runUpkeepJob(context, job);
    },
    end: async () => {
      store?.connection.close();
      [store, context] = [undefined, undefined];
    },
  };
}

/** Makes a harness over a new temporary folder, or over `folder`. */
export function storeHarness(options: HarnessOptions = {}): StoreHarness {
  const base = options.folder ?? mkdtempSync(join(tmpdir(), 'strefownik-'));
  const folder = join(base, 'workspace');
  const outgoing = join(base, 'outgoing');
  const backups = join(base, 'backups');
  const now = options.now ?? Date.now;
  const broadcasts: StoreHarness['broadcasts'] = [];
  let opened: Opened | undefined;
  let lastError: unknown;
  const server = storeServer(
    {
      workspaceFolder: folder,
      outgoingFolder: outgoing,
      backupsFolder: backups,
      resourcesFolder: RESOURCES,
      version: '0.0.0-test',
      printer: { ...fakePrinter, ...options.printer },
      now,
      startUpkeep: (workspace) => upkeepHere(workspace, backups, now, options.step),
      ...(options.step === undefined ? {} : { step: options.step }),
    },
    {
      opened: (next) => (opened = next),
      closing: async () => undefined,
      broadcast: (name, value) => broadcasts.push({ name, value }),
      unexpected: (_name, error) => (lastError = error),
    },
  );

  const routes = createRoutes({
    desk: noDesk,
    store: { call: (name, input) => server.answer(name, input) },
    locking: { mayPass: () => true, sawStatus: () => undefined },
  });

  async function answer(name: StoreCallName | DeskRequestName, input: unknown): Promise<unknown> {
    lastError = undefined;
    const envelope = await server.answer(name, input);
    if (!envelope.ok) throw new HarnessFailure(name, envelope.failure, lastError);
    return envelope.value;
  }

  const harness: StoreHarness = {
    folder,
    outgoing,
    backups,
    server,
    broadcasts,
    opened() {
      if (opened === undefined) throw new Error('No workspace is open');
      return opened;
    },
    async call(name, input) {
      const { input: inputSchema, output } = contract[name];
      const value = await answer(name, inputSchema.parse(input));
      return output.parse(structuredClone(value)) as CallOutput<typeof name>;
    },
    async knock(name, input) {
      const route = routes(name);
      if (route === undefined) throw new Error(`No route for ${name}`);
      return route.answer(input);
    },
    async ask(name, input) {
      const { input: inputSchema, output } = deskRequests[name];
      const value = await answer(name, inputSchema.parse(input));
      return output.parse(value) as DeskRequestOutput<typeof name>;
    },
    async create(input = {}) {
      await harness.call('workspace.create', {
        start: 'programme',
        passphrase: PASSPHRASE,
        me: { ...ME, roles: [...ME.roles] },
        ...input,
      });
    },
    async createQuickly() {
      await makeProgramme(folder, options.now ?? Date.now);
      await harness.call('workspace.status', {});
    },
    dump: () => dumpOf(harness.opened()),
    again: () => storeHarness({ ...options, folder: base }),
    async dispose() {
      await server.close();
      rmSync(base, { recursive: true, force: true });
    },
  };
  return harness;
}
