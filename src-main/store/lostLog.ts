import { readFileSync } from 'node:fs';
import type Database from 'better-sqlite3';

// SQLite reads its log up to the first frame that is not whole, and says nothing of what lies behind: after a crash
// that is a save that nobody was told of. Several finished ones are another matter: the log was damaged.
// Format: https://sqlite.org/walformat.html

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** One may be torn by a crash; it was told to nobody. */
const TORN_COMMITS = 1;

interface Frame {
  /** Both salts: frames of an earlier round through the file have others. */
  readonly round: string;
  readonly isCommit: boolean;
}

function framesIn(log: Buffer, pageBytes: number): Frame[] {
  const frameBytes = FRAME_HEADER_BYTES + pageBytes;
  const count = Math.max(0, Math.floor((log.length - HEADER_BYTES) / frameBytes));
  return Array.from({ length: count }, (_, index) => {
    const at = HEADER_BYTES + index * frameBytes;
    return {
      round: log.toString('hex', at + 8, at + 16),
      isCommit: log.readUInt32BE(at + 4) !== 0,
    };
  });
}

/** The round that the header announces; null where the header is damaged. */
function roundAnnounced(log: Buffer): string | null {
  const read = (at: number): number =>
    (log.readUInt32BE(0) & 1) === 1 ? log.readUInt32BE(at) : log.readUInt32LE(at);
  let [first, second] = [0, 0];
  for (let at = 0; at < HEADER_BYTES - 8; at += 8) {
    first = (first + read(at) + second) >>> 0;
    second = (second + read(at + 4) + first) >>> 0;
  }
  const isWhole = log.readUInt32BE(24) === first && log.readUInt32BE(28) === second;
  return isWhole ? log.toString('hex', 16, 24) : null;
}

/** How many frames SQLite took over from the log when it opened the database. */
function framesTaken(connection: Database.Database): number {
  const result: unknown = connection.pragma('wal_checkpoint(NOOP)');
  const [row] = Array.isArray(result) ? (result as { log?: number }[]) : [];
  return Math.max(0, row?.log ?? 0);
}

/** Whether finished saves lie in the log behind a damaged place, where SQLite did not read them. Writes nothing. */
export function hasLostSaves(connection: Database.Database, logPath: string): boolean {
  const log = readFileSync(logPath);
  if (log.length < HEADER_BYTES) return false;
  const frames = framesIn(log, Number(connection.pragma('page_size', { simple: true })));
  const taken = framesTaken(connection);
  const round = frames[taken - 1]?.round ?? roundAnnounced(log) ?? frames[0]?.round;
  const behind = frames.slice(taken).filter((frame) => frame.round === round && frame.isCommit);
  return behind.length > TORN_COMMITS;
}
