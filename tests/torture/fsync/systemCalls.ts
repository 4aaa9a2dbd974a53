import { dirname } from 'node:path';

/** A system call about files, as strace tells it. */
export interface SystemCall {
  readonly name: string;
  /** Paths in the order in which they stand in the call: of handles, and those given as text. */
  readonly paths: readonly string[];
  /** Everything between the brackets, as far as it is shown. */
  readonly text: string;
  /** It came back, and well. */
  readonly done: boolean;
}

const PATHS = /\d+<([^<>]*)>|"((?:[^"\\]|\\.)*)"/g;
const SUCCEEDED = /\) += \d+/;

/**
 * Reads the log of `strace -f -y`, in order. A call that another thread interrupts stands there twice: when it begins
 * (not done) and when it comes back.
 */
export function* readCalls(log: string): Generator<SystemCall> {
  const begun = new Map<string, { name: string; text: string }>();
  for (const line of log.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const resumed = /^<\.\.\. (\w+) resumed>(.*)$/.exec(rest);
    const plain = /^(\w+)\((.*)$/.exec(rest);
    let call: { name: string; text: string } | undefined;
    if (resumed !== null) {
      const start = begun.get(thread);
      begun.delete(thread);
      if (start !== undefined) call = { name: start.name, text: start.text + (resumed[2] ?? '') };
    } else if (plain !== null) {
      call = { name: plain[1] ?? '', text: plain[2] ?? '' };
    }
    if (call === undefined) continue;
    const unfinished = call.text.endsWith('<unfinished ...>');
    if (unfinished)
      begun.set(thread, { ...call, text: call.text.slice(0, -'<unfinished ...>'.length) });
    const paths = [...call.text.matchAll(PATHS)].map((match) => match[1] ?? match[2] ?? '');
    yield { ...call, paths, done: !unfinished && SUCCEEDED.test(call.text) };
  }
}

/** What was promised before it was on the disk. */
export interface Ledger {
  readonly broken: string[];
  /** Acknowledgements that were looked at. */
  acknowledged: number;
  /** Syncs of the write-ahead log. */
  logSyncs: number;
}

/** Of these nothing is promised: a lock, a marker, shared memory, and the file that checkpoints write into later. */
const NOT_PROMISED = /(?:\/lock\.db.*|\/open\.marker|-shm|\/workspace\/strefownik\.db)$/;

/** Acknowledgements that do not rest on the log: nothing was asked yet, or only files were written. */
const WITHOUT_LOG = /^told (?:nothing|backup\.make|restore\.run|passphrase\.change)/;

/** What of a folder is written or named, and not synced yet, with why. */
interface Waiting {
  readonly base: string;
  readonly paths: Map<string, string>;
}

function wait({ base, paths }: Waiting, path: string | undefined, why: string): void {
  if (path?.startsWith(base) === true && !NOT_PROMISED.test(path)) paths.set(path, why);
}

function nameAgain(waiting: Waiting, { name, paths }: SystemCall): void {
  const [from, to] = paths.filter((path) => path.startsWith('/')).slice(-2);
  if (from === undefined || to === undefined) return;
  const moved = [...waiting.paths].filter(([path]) => path === from || path.startsWith(`${from}/`));
  waiting.paths.delete(to); // what was replaced is gone
  for (const [path, why] of moved) {
    if (name.startsWith('rename')) waiting.paths.delete(path);
    wait(waiting, to + path.slice(from.length), why);
  }
  wait(waiting, dirname(to), `${name} of ${to}`);
}

/** What a call leaves to be synced, or has synced. */
function follow(waiting: Waiting, call: SystemCall): void {
  const { name, paths, text, done } = call;
  const last = paths.at(-1);
  if (/^(?:p?writev?|pwrite64|ftruncate)$/.test(name)) wait(waiting, paths[0], 'written');
  if (!done || last === undefined) return;
  if (/^f(?:data)?sync$/.test(name)) waiting.paths.delete(last);
  else if (name === 'openat' && /O_TRUNC|O_EXCL/.test(text)) wait(waiting, last, 'made');
  else if (/^(?:rename|link)/.test(name)) nameAgain(waiting, call);
  else if (name.startsWith('mkdir')) wait(waiting, dirname(last), `mkdir of ${last}`);
  else if (name.startsWith('unlink')) waiting.paths.delete(last);
}

/** Judges calls: before each acknowledgement everything below `base` that was written is on the disk. */
export function judge(calls: Iterable<SystemCall>, base: string): Ledger {
  const ledger: Ledger = { broken: [], acknowledged: 0, logSyncs: 0 };
  const waiting: Waiting = { base, paths: new Map() };
  let syncedLog = false;
  const acknowledge = (told: string): void => {
    if (told.startsWith('told nothing')) waiting.paths.clear();
    else ledger.acknowledged += 1;
    for (const [path, why] of waiting.paths)
      ledger.broken.push(`${told}: ${path} was not on the disk (${why})`);
    waiting.paths.clear();
    if (!syncedLog && !WITHOUT_LOG.test(told))
      ledger.broken.push(`${told}: the log was not synced`);
    syncedLog = false;
  };
  for (const call of calls) {
    const { name, paths, done } = call;
    const [first = '', second = ''] = paths;
    const isLog = first.startsWith(base) && first.endsWith('-wal');
    // A row may say that a file is there only when the file and the folder that names it are.
    if (isLog && name === 'pwrite64') {
      const early = [...waiting.paths.keys()].filter((path) =>
        path.startsWith(`${base}/workspace/files`),
      );
      for (const path of early)
        ledger.broken.push(`a row was written while ${path} was not on the disk`);
    }
    if (name === 'write' && second.startsWith('told ')) {
      if (done) acknowledge(second.replace(/\\n$/, ''));
      continue;
    }
    follow(waiting, call);
    if (!isLog || !done || !/^f(?:data)?sync$/.test(name)) continue;
    syncedLog = true;
    ledger.logSyncs += 1;
  }
  return ledger;
}
