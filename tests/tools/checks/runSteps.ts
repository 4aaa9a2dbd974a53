import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { repository } from '../places.mjs';

/** One command whose exit code says whether something is in order. */
export interface Step {
  name: string;
  command: string;
  args: string[];
  environment?: Record<string, string>;
  /** Looks at what a command that ended well has left; every line is a problem. */
  verify?: () => string[];
}

/** A step that takes longer hangs. */
const LIMIT_MS = 12 * 60 * 1000;

/** How one step ended. */
interface Outcome {
  step: Step;
  passed: boolean;
  seconds: number;
  output: string;
}

const binaries = join(repository, 'node_modules', '.bin');

/** The running environment, with this repository's commands first and no colours. */
function environmentOf(step: Step): Record<string, string | undefined> {
  const { FORCE_COLOR: _force, ...rest } = process.env;
  return {
    ...rest,
    NO_COLOR: '1',
    PATH: `${binaries}${delimiter}${process.env['PATH'] ?? ''}`,
    ...step.environment,
  };
}

function run(step: Step): Promise<Outcome> {
  const began = performance.now();
  const child = spawn(step.command, step.args, {
    cwd: repository,
    env: environmentOf(step),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32', // commands there are .cmd files
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(data));
  child.stderr.on('data', (data: Buffer) => said.push(data));
  const limit = setTimeout(() => {
    said.push(Buffer.from(`\nstopped after ${LIMIT_MS / 1000} s`));
    child.kill('SIGKILL');
  }, LIMIT_MS);
  return new Promise((resolve) => {
    const end = (problems: string[]): void => {
      clearTimeout(limit);
      resolve({
        step,
        passed: problems.length === 0,
        seconds: (performance.now() - began) / 1000,
        output: [Buffer.concat(said).toString('utf8').trimEnd(), ...problems].join('\n'),
      });
    };
    child.on('error', (error) => end([error.message]));
    child.on('close', (code) =>
      end(code === 0 ? (step.verify?.() ?? []) : [`exit code ${code ?? 'none'}`]),
    );
  });
}

function report({ step, passed, seconds, output }: Outcome, verbose: boolean): void {
  console.log(`${passed ? 'passed' : 'FAILED'} ${step.name} (${seconds.toFixed(1)} s)`);
  if (!passed || verbose) for (const line of output.trim().split('\n')) console.log(`  ${line}`);
}

/**
 * Runs steps, prints how each went and a last line `N passed, N failed (S s)`.
 * @param parallel how many run at once
 * @param verbose print the output of steps that passed, too
 * @returns whether all passed
 */
export async function runSteps(
  steps: Step[],
  { parallel, verbose = false }: { parallel: number; verbose?: boolean },
): Promise<boolean> {
  const began = performance.now();
  const waiting = [...steps];
  let failed = 0;
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await run(step);
      report(outcome, verbose);
      if (!outcome.passed) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${steps.length - failed} passed, ${failed} failed (${seconds} s)`);
  return failed === 0;
}
