import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** One import of a source file, whatever its syntax. */
export interface Import {
  /** What stands between the quotes; `undefined` when it is computed at run time. */
  specifier: string | undefined;
  /** Erased before run time. */
  typeOnly: boolean;
  line: number;
}

/** A way of writing that some rooms forbid. */
export interface Habit {
  kind: 'console' | 'top-level await' | 'NODE_ENV' | 'working folder';
  line: number;
}

/** What the walls need to know of one source file. */
export interface Source {
  /** From the tree's root, with forward slashes. */
  path: string;
  lines: number;
  imports: Import[];
  habits: Habit[];
  /** Uses of `window.<name>` and the like: `name` to lines. */
  globalMembers: Map<string, number[]>;
}

/**
 * Reads and parses one file.
 * @throws when it does not parse
 */
export function readSource(root: string, path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const source: Source = {
    path,
    lines: text.split('\n').length - 1,
    imports: [],
    habits: [],
    globalMembers: new Map(),
  };
  if (!/\.(ts|tsx|mjs|js)$/.test(path)) return source;
  const parsed = parseSync(path, text, { sourceType: 'module' });
  const [error] = parsed.errors;
  if (error) throw new Error(`${path} does not parse: ${error.message}`);
  const lineOf = lineCounter(text);
  collectStatic(parsed.module, source, lineOf);
  collectFromTree(parsed.program, source, lineOf);
  return source;
}

type ParseResult = ReturnType<typeof parseSync>;
type LineOf = (offset: number) => number;

function lineCounter(text: string): LineOf {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => starts.filter((start) => start <= offset).length;
}

function collectStatic(module: ParseResult['module'], source: Source, lineOf: LineOf): void {
  for (const { moduleRequest, entries, start } of module.staticImports)
    source.imports.push({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
      line: lineOf(start),
    });
  for (const { entries, start } of module.staticExports) {
    const request = entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (request)
      source.imports.push({
        specifier: request.value,
        typeOnly: entries.every((entry) => entry.isType),
        line: lineOf(start),
      });
  }
}

function collectFromTree(program: ParseResult['program'], source: Source, lineOf: LineOf): void {
  let functionDepth = 0;
  const enter = (): void => void (functionDepth += 1);
  const leave = (): void => void (functionDepth -= 1);
  const note = (kind: Habit['kind'], start: number): void =>
    void source.habits.push({ kind, line: lineOf(start) });
  const noteAwait = (start: number): void => {
    if (functionDepth === 0) note('top-level await', start);
  };
  const noteImport = (specifier: string | undefined, typeOnly: boolean, start: number): void => {
    source.imports.push({ specifier, typeOnly, line: lineOf(start) });
  };

  new Visitor({
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    AwaitExpression: ({ start }) => noteAwait(start),
    ForOfStatement: (node) => {
      if (node.await) noteAwait(node.start);
    },
    VariableDeclaration: ({ kind, start }) => {
      if (kind === 'await using') noteAwait(start);
    },
    ImportExpression: (node) => noteImport(literal(node.source), false, node.start),
    TSImportType: (node) => noteImport(literal(node.source), true, node.start),
    CallExpression: (node) => {
      const [argument] = node.arguments;
      if (isRequire(node.callee) && argument) noteImport(literal(argument), false, node.start);
    },
    Identifier: ({ name, start }) => {
      if (name === '__dirname' || name === '__filename') note('working folder', start);
    },
    MemberExpression: (node) => {
      const property = propertyOf(node);
      const object = node.object.type === 'Identifier' ? node.object.name : undefined;
      if (property === 'NODE_ENV') note('NODE_ENV', node.start);
      if (object === 'console') note('console', node.start);
      if (object === 'process' && property === 'cwd') note('working folder', node.start);
      if (property === undefined || !globals.includes(object ?? '')) return;
      const before = source.globalMembers.get(property) ?? [];
      source.globalMembers.set(property, [...before, lineOf(node.start)]);
    },
  }).visit(program);
}

const globals = ['window', 'globalThis', 'self'];

/** `b` of `a.b` and of `a['b']`. */
function propertyOf(node: { computed: boolean; property: AnyNode }): string | undefined {
  if (node.computed) return literal(node.property);
  return typeof node.property.name === 'string' ? node.property.name : undefined;
}

/** What the small readers below need of a syntax node. */
interface AnyNode {
  type: string;
  name?: unknown;
  value?: unknown;
  quasis?: unknown;
}

/** The text of a string literal or of a template without holes. */
function literal(node: AnyNode): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis) && node.quasis.length === 1) {
    const [only]: { value?: { cooked?: unknown } }[] = node.quasis;
    return typeof only?.value?.cooked === 'string' ? only.value.cooked : undefined;
  }
  return undefined;
}

/** `require(…)`, `require.resolve(…)` and `import.meta.resolve(…)`. */
function isRequire(callee: { type: string; name?: unknown; object?: unknown; property?: unknown }) {
  if (callee.type === 'Identifier') return callee.name === 'require';
  if (callee.type !== 'MemberExpression') return false;
  if (!isNode(callee.object) || !isNode(callee.property)) return false;
  const resolves = callee.property.name === 'resolve';
  const ofModule = callee.object.name === 'require' || callee.object.type === 'MetaProperty';
  return resolves && ofModule;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
