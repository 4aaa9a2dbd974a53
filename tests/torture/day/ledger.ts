import type { AnyRecorded, Fact, UnderWay } from './facts.ts';
import { readLine } from './facts.ts';

/** What is known of a thing: at least this revision, and what it then was (null: not told). */
export interface KnownThing {
  readonly entity: string;
  readonly revision: number;
  readonly thing: AnyRecorded | null;
  /** Whether it lies in the bin; null: not told. */
  readonly removed: boolean | null;
}

/** Everything that was acknowledged so far, over all kills. */
export interface Ledger {
  readonly things: Map<string, KnownThing>;
  /** Bodies of drafts by entity and id; null: none is left. */
  readonly drafts: Map<string, string | null>;
  readonly undone: Set<number>;
  /** SHA-256 of closed reports, by id. */
  readonly reports: Map<string, string>;
  readonly backups: Set<string>;
  recipient: string | null;
}

/** What a killed process had done, and what it was at. */
export interface Entered {
  /** Ids of things that were told of, to be looked at closely. */
  readonly ids: ReadonlySet<string>;
  readonly calls: number;
  readonly refused: readonly string[];
  readonly underWay: UnderWay | null;
  /** Name of the call that the kill cut off; null: it was between two. */
  readonly cutOff: string | null;
}

/** An empty ledger. */
export function newLedger(): Ledger {
  return {
    things: new Map(),
    drafts: new Map(),
    undone: new Set(),
    reports: new Map(),
    backups: new Set(),
    recipient: null,
  };
}

/** Where a draft lies, as a key. */
export function draftKey(entity: string, entityId: string): string {
  return `${entity} ${entityId}`;
}

function enter(ledger: Ledger, fact: Fact): readonly string[] {
  const { things } = ledger;
  switch (fact.kind) {
    case 'thing': {
      const { entity, thing } = fact;
      const { revision, deletedAt, id } = thing;
      things.set(id, { entity, revision, thing, removed: deletedAt !== null });
      return [id];
    }
    case 'bin': {
      const { entity, id, removed } = fact;
      const revision = Math.max(fact.revision, things.get(id)?.revision ?? 0);
      things.set(id, { entity, revision, thing: null, removed });
      return [id];
    }
    case 'undone':
      ledger.undone.add(fact.batch);
      for (const id of fact.ids) {
        const known = things.get(id);
        if (known !== undefined) things.set(id, { ...known, thing: null, removed: null });
      }
      return fact.ids;
    case 'draft':
      ledger.drafts.set(draftKey(fact.entity, fact.entityId), fact.body);
      return [];
    case 'recipient':
      ledger.recipient = fact.value;
      return [];
    case 'report':
      ledger.reports.set(fact.id, fact.sha256);
      return [];
    case 'backup':
      ledger.backups.add(fact.id);
      return [];
    default:
      return fact satisfies never;
  }
}

/** Enters what a killed process had written. */
export function enterLines(ledger: Ledger, lines: readonly string[]): Entered {
  const ids = new Set<string>();
  const refused: string[] = [];
  let calls = 0;
  let waiting: { name: string; underWay: UnderWay } | null = null;
  for (const text of lines) {
    const line = readLine(text);
    if (line === null) continue;
    if (line.kind === 'ask') {
      waiting = line;
      continue;
    }
    waiting = null;
    if (line.kind === 'refused') refused.push(`${line.name} ${line.code}`);
    else {
      calls += 1;
      for (const fact of line.facts) for (const id of enter(ledger, fact)) ids.add(id);
    }
  }
  return {
    ids,
    calls,
    refused,
    underWay: waiting?.underWay ?? null,
    cutOff: waiting?.name ?? null,
  };
}
