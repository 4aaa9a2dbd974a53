import type { z } from 'zod';
import {
  contract,
  isCallName,
  type CallName,
  type DeskCallName,
  type Handlers,
  type StoreCallName,
} from '../contract/contract.ts';
import type { Envelope, FieldIssue } from '../contract/failure.ts';
import { WorkspaceStatus } from '../contract/workspaceCalls.ts';
import { assertNever } from '../domain/assertNever.ts';
import type { Locking } from './locking.ts';
import type { StoreLink } from './storeLink.ts';
import { failureEnvelope, type FailureEnvelope } from './storeThread.ts';

/** Where one call of the contract goes. */
export interface Route {
  readonly name: CallName;
  /** Parses the input and answers; rejects only for a `DeskFailure` or a bug. */
  answer(input: unknown): Promise<Envelope<unknown>>;
}

/** Who answers. */
export interface RoutePorts {
  readonly desk: Handlers<DeskCallName>;
  readonly store: Pick<StoreLink, 'call'>;
  /** Says what may pass, and hears where the workspace stands. */
  readonly locking: Pick<Locking, 'mayPass' | 'sawStatus'>;
}

/** The fields that were refused: their dotted paths, and a message key where zod has an English sentence. */
function fieldIssues(error: z.ZodError): FieldIssue[] {
  return error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
}

/** zod's own name of the fault as a key, such as `invalid-type`; a schema's own message wins over it. */
function issueKey(issue: { readonly code?: string | undefined }): string {
  return (issue.code ?? 'invalid').replaceAll('_', '-');
}

/** Parses the input of a call by the contract. */
function parseInput(
  name: CallName,
  input: unknown,
): { readonly ok: true; readonly value: unknown } | FailureEnvelope {
  const parsed = contract[name].input.safeParse(input, { error: issueKey });
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = fieldIssues(parsed.error);
  return { ok: false, failure: { code: 'bad-input', params: {}, issues } };
}

/** Every call's way from the door to the one who answers it. */
export function createRoutes(ports: RoutePorts): (name: unknown) => Route | undefined {
  return (name) => {
    if (!isCallName(name)) return undefined;
    return {
      name,
      answer: async (input) => {
        const parsed = parseInput(name, input);
        if (!parsed.ok) return parsed;
        if (!ports.locking.mayPass(name, parsed.value)) return failureEnvelope('room-locked');
        const envelope = await dispatch(name, parsed.value, ports);
        if (envelope.ok && contract[name].output === WorkspaceStatus)
          ports.locking.sawStatus(envelope.value as WorkspaceStatus); // the answer of this very call
        return envelope;
      },
    };
  };
}

async function dispatch(
  name: CallName,
  parsed: unknown,
  { desk, store }: RoutePorts,
): Promise<Envelope<unknown>> {
  if (isStoreCall(name)) return store.call(name, parsed);
  // The compiler cannot tie a name chosen at run time to its input; parseInput used this very name.
  const handle = desk[name] as (input: unknown) => unknown;
  return { ok: true, value: await handle(parsed) };
}

/** Is this call answered by the store worker? Else it is the desk's. */
function isStoreCall(name: CallName): name is StoreCallName {
  const { place } = contract[name];
  switch (place) {
    case 'store':
      return true;
    case 'desk':
      return false;
    default:
      return assertNever(place);
  }
}
