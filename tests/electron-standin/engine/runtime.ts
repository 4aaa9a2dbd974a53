import type { CommandLine } from '../commandLine.ts';

/** What is known about this start before the application's own script runs. */
export interface Runtime {
  /** Path of the `electron` executable, as in `process.argv[0]`. */
  readonly executable: string;
  /** The application's folder. */
  readonly root: string;
  /** The application's main script, absolute. */
  readonly main: string;
  readonly manifest: Manifest;
  readonly commandLine: CommandLine;
  /** Version of the `electron` package whose types the stand-in was checked against. */
  readonly electronVersion: string;
  /** A test tool is attached: it asked for a DevTools port. */
  readonly driven: boolean;
  /** Windows are shown on a display. */
  readonly visible: boolean;
}

/** The parts of an application's `package.json` that Electron reads. */
export interface Manifest {
  readonly name?: string | undefined;
  readonly productName?: string | undefined;
  readonly version?: string | undefined;
  readonly main?: string | undefined;
}

let known: Runtime | undefined;

/** Called once, by `start.ts` (and by unit tests). */
export function configureRuntime(runtime: Runtime): void {
  known = runtime;
}

/** This start. */
export function runtime(): Runtime {
  if (!known) throw new Error('electron stand-in: used outside of its own executable');
  return known;
}
