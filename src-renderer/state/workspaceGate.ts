import { create } from 'zustand';
import { setMe, type Me } from './who.ts';

/** What stands between the start of the window and the work. */
export type WorkspaceGate =
  | { readonly kind: 'checking' }
  /** No workspace yet: first run. `folder` is where it will lie. */
  | { readonly kind: 'none'; readonly folder: string }
  /** There is one, and it waits for its passphrase. */
  | { readonly kind: 'locked'; readonly folder: string }
  | {
      readonly kind: 'open';
      readonly folder: string;
      readonly demonstration: boolean;
      readonly me: Me;
    }
  /** It cannot be opened, or the part that keeps the data did not answer: `describeFailure(error)`. */
  | { readonly kind: 'broken'; readonly error: unknown };

/** How the gate learns where the workspace stands; the composition (`main.tsx`) gives it the bridge. */
export interface WorkspacePort {
  readonly read: () => Promise<WorkspaceGate>;
  /** Calls back when the workspace was made, opened, locked or lost; returns how to stop listening. */
  readonly onChange: (listener: (gate: WorkspaceGate) => void) => () => void;
}

interface GateStore {
  readonly gate: WorkspaceGate;
  /** The welcome pages have something left to say although the workspace is open. */
  readonly held: boolean;
}

export const useGateStore = create<GateStore>()(() => ({
  gate: { kind: 'checking' },
  held: false,
}));

let port: WorkspacePort | null = null;

/** Shows what follows from where the workspace stands. */
export function setGate(gate: WorkspaceGate): void {
  setMe(gate.kind === 'open' ? gate.me : null);
  useGateStore.setState(({ held }) => ({
    gate,
    // A workspace that was locked meanwhile is waited for again, whatever was left to say.
    held: held && (gate.kind === 'none' || gate.kind === 'open'),
  }));
}

/** Keeps the welcome pages in the window while a workspace is made, until {@link releaseWork}. */
export function holdWork(): void {
  useGateStore.setState({ held: true });
}

/** Lets the work be shown. */
export function releaseWork(): void {
  useGateStore.setState({ held: false });
}

/** Whether the welcome pages stay although the workspace is open. */
export function useWorkHeld(): boolean {
  return useGateStore((state) => state.held);
}

/** Asks again where the workspace stands. */
export async function refreshGate(): Promise<void> {
  if (port === null) return;
  try {
    setGate(await port.read());
  } catch (error) {
    setGate({ kind: 'broken', error });
  }
}

/** Connects the gate to its port, once, at start. Returns how to disconnect. */
export function startGate(workspace: WorkspacePort): () => void {
  port = workspace;
  void refreshGate();
  return workspace.onChange(setGate);
}

/** What to show: first run, unlocking, the work, or why not. */
export function useWorkspaceGate(): WorkspaceGate {
  return useGateStore((state) => state.gate);
}
