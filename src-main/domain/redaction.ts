import type { z } from 'zod';
import { ReportLayer } from './reportLayer.ts';
import type { TextRewriter } from './personText.ts';

/** Who is taken out of a report's layer, and how. */
export interface LayerRedaction {
  readonly subjectId: string;
  readonly neutralName: string;
  /** Takes the person out of a text; given the names that this layer has for their id. */
  readonly rewriterFor: (names: readonly string[]) => TextRewriter;
  /** Others keep their names, namesakes too. */
  readonly isOtherPerson: (id: string) => boolean;
}

type Visit = (object: Readonly<Record<string, unknown>>) => void;

function visitObjects(value: unknown, visit: Visit): void {
  if (Array.isArray(value)) for (const item of value) visitObjects(item, visit);
  else if (typeof value === 'object' && value !== null) {
    visit(value as Readonly<Record<string, unknown>>); // parsed JSON
    for (const part of Object.values(value)) visitObjects(part, visit);
  }
}

const idIn = (object: Readonly<Record<string, unknown>>) => object['id'] ?? object['personId'];

/** Every string of a JSON value, rewritten; `keep` tells which objects keep their `name`. */
function rewriteAll(
  value: unknown,
  rewrite: TextRewriter,
  nameOf: (object: Readonly<Record<string, unknown>>) => string | undefined,
): unknown {
  if (typeof value === 'string') return rewrite(value);
  if (Array.isArray(value)) return value.map((item) => rewriteAll(item, rewrite, nameOf));
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Readonly<Record<string, unknown>>; // parsed JSON
  const name = nameOf(object);
  return Object.fromEntries(
    Object.entries(object).map(([key, part]) => [
      key,
      key === 'name' && name !== undefined ? name : rewriteAll(part, rewrite, nameOf),
    ]),
  );
}

function shortened(value: unknown, path: readonly PropertyKey[], most: number): unknown {
  const [key, ...rest] = path;
  if (key === undefined)
    return typeof value === 'string' ? `${value.slice(0, most - 1).trimEnd()}…` : value;
  if (Array.isArray(value))
    return value.map((item, index) =>
      index === key ? shortened(item, rest, most) : (item as unknown),
    );
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      name === key ? shortened(part, rest, most) : (part as unknown),
    ]),
  );
}

/** A line that was as long as a line may be, and became longer by the neutral name, is cut. */
function parseShortened(value: unknown): ReportLayer {
  const parsed = ReportLayer.safeParse(value);
  if (parsed.success) return parsed.data;
  const tooLong = parsed.error.issues.filter(
    (issue): issue is z.core.$ZodIssueTooBig =>
      issue.code === 'too_big' && issue.origin === 'string',
  );
  return ReportLayer.parse(
    tooLong.reduce<unknown>(
      (part, issue) => shortened(part, issue.path, Number(issue.maximum)),
      value,
    ),
  );
}

/** The layer without the person, or null where they are not in it. */
export function withoutPerson(layer: ReportLayer, redaction: LayerRedaction): ReportLayer | null {
  const { subjectId, neutralName, rewriterFor, isOtherPerson } = redaction;
  const names = new Set<string>();
  visitObjects(layer, (object) => {
    if (idIn(object) === subjectId && typeof object['name'] === 'string') names.add(object['name']);
  });
  const rewritten = rewriteAll(layer, rewriterFor([...names]), (object) => {
    const id = idIn(object);
    if (id === subjectId) return neutralName;
    const { name } = object;
    return typeof id === 'string' && typeof name === 'string' && isOtherPerson(id)
      ? name
      : undefined;
  });
  return JSON.stringify(rewritten) === JSON.stringify(layer) ? null : parseShortened(rewritten);
}
