import { z } from 'zod';
import { ErasureId } from '../domain/erasure.ts';
import { recorded } from '../domain/noun.ts';
import { Dispatch, DispatchId, ReportId } from '../domain/report.ts';
import type { Envelope } from './failure.ts';
import type { BroadcastName, StoreCallName } from './contract.ts';
import { storeRead, storeWrite, type CallDefinition } from './call.ts';
import { personalDataCalls, SubjectRef } from './personalDataCalls.ts';
import { reportCalls } from './reportCalls.ts';
import { BackupRow, SecondPlace } from './safetyCalls.ts';
import { Done, Nothing, WorkspaceStatus } from './workspaceCalls.ts';

/** What the desk asks of the store worker on its own behalf; the window cannot reach these. */
export const deskRequests = {
  /** The file name to offer for a closed report. */
  'desk.reportFileName': storeRead(
    z.strictObject({ id: ReportId }),
    z.object({ name: z.string() }),
  ),
  /** Writes a closed report's PDF to a path that the person chose; replaces what is there only when complete. */
  'desk.writeReport': storeRead(z.strictObject({ id: ReportId, path: z.string() }), Done),
  /** Puts a clear copy of a closed report into the outgoing folder. */
  'desk.outgoingReport': storeRead(
    z.strictObject({ id: ReportId }),
    z.object({ path: z.string() }),
  ),
  /** Makes the .eml draft in the outgoing folder and records the dispatch. */
  'desk.prepareMail': storeWrite(
    reportCalls['mail.prepare'].input.omit({ open: true }),
    z.object({ dispatch: recorded(Dispatch), path: z.string() }),
  ),
  /** The .eml of a dispatch, made again when the outgoing folder was swept. */
  'desk.outgoingMail': storeRead(
    z.strictObject({ id: DispatchId }),
    z.object({ path: z.string() }),
  ),
  /** Closes the workspace cleanly; the worker ends afterwards. `backup`: on quitting, a copy is made first. */
  'desk.closeWorkspace': storeWrite(z.strictObject({ backup: z.boolean() }), Done),
  /** Writes the recovery sheet of the code that waits to the path that the person chose. */
  'desk.writeRecoverySheet': storeRead(z.strictObject({ path: z.string() }), Done),
  /** Makes a secret for the system's keychain that opens the workspace. Fails with wrong-passphrase. */
  'desk.addDevice': storeWrite(
    z.strictObject({ passphrase: z.string() }),
    z.object({ secret: z.string() }),
  ),
  'desk.removeDevice': storeWrite(Nothing, Done),
  /** Opens with the secret that the keychain kept. Fails with device-unlock-failed. */
  'desk.unlockByDevice': storeWrite(z.strictObject({ secret: z.string() }), WorkspaceStatus),
  'desk.setSecondPlace': storeWrite(z.strictObject({ path: z.string() }), SecondPlace),
  /** Backups in a folder the person pointed at; it becomes the place `other`. */
  'desk.lookAtBackups': storeRead(z.strictObject({ path: z.string() }), z.array(BackupRow)),
  'desk.backupFolder': storeRead(Nothing, z.object({ path: z.string() })),
  'desk.writeLostLaptop': storeRead(z.strictObject({ path: z.string() }), Done),
  /** Writes the PDF to `path` and the JSON beside it. */
  'desk.writeSubjectExport': storeRead(SubjectRef.extend({ path: z.string() }), Done),
  /** Writes one private note as a PDF marked private. Fails with wrong-passphrase. */
  'desk.writeReleasedNote': storeRead(
    personalDataCalls['subject.releaseNote'].input.extend({ path: z.string() }),
    Done,
  ),
  'desk.erasureFileName': storeRead(
    z.strictObject({ id: ErasureId }),
    z.object({ name: z.string() }),
  ),
  'desk.writeErasureProtocol': storeRead(z.strictObject({ id: ErasureId, path: z.string() }), Done),
} as const satisfies Readonly<Record<string, CallDefinition<'store'>>>;

export type DeskRequestName = keyof typeof deskRequests;
export type DeskRequestInput<Name extends DeskRequestName> = z.output<
  (typeof deskRequests)[Name]['input']
>;
export type DeskRequestOutput<Name extends DeskRequestName> = z.output<
  (typeof deskRequests)[Name]['output']
>;
/** Handlers of the desk's requests; a forgotten one does not compile. */
export type DeskRequestHandlers = {
  readonly [Name in DeskRequestName]: (
    input: DeskRequestInput<Name>,
  ) => DeskRequestOutput<Name> | Promise<DeskRequestOutput<Name>>;
};

/** What the store worker is started with: folders and the scripts of its helpers, as absolute paths and URLs. */
export interface StoreWorkerData {
  readonly workspaceFolder: string;
  readonly outgoingFolder: string;
  /** Parent of all backups, outside what an update or an uninstall touches. */
  readonly backupsFolder: string;
  readonly resourcesFolder: string;
  readonly reportWorkerUrl: string;
  readonly upkeepWorkerUrl: string;
  /** The application's version, printed into reports' data. */
  readonly version: string;
}

/** Main process to store worker; `input` was parsed at the door. */
export interface StoreRequest {
  readonly kind: 'call';
  readonly id: number;
  readonly name: StoreCallName | DeskRequestName;
  readonly input: unknown;
}

/** Store worker to main process. */
export type StoreMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly envelope: Envelope<unknown> }
  | { readonly kind: 'broadcast'; readonly name: BroadcastName; readonly value: unknown }
  /** A broken promise of ours, for the log: the call and where in the code, never content. */
  | { readonly kind: 'unexpected'; readonly name: string; readonly where: string };
