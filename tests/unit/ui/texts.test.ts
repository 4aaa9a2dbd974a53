import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { pl } from '../../../src-renderer/i18n/pl/index.ts';
import type { MessageTree } from '../../../src-renderer/i18n/types.ts';

const renderer = join(import.meta.dirname, '../../../src-renderer');
const FORMS = /_(one|few|many|other)$/;

/** Every path to a sentence with its words. */
function sentences(tree: MessageTree, path: string): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const own = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[own, value] as const] : sentences(value, own);
  });
}

interface Uses {
  /** Texts that stand whole in the code. */
  readonly whole: Set<string>;
  /** Beginnings of texts whose ends are computed: `ui.count.${of}`. */
  readonly begun: Set<string>;
  /** First arguments of `t('…')` and `text('…')`. */
  readonly asked: Set<string>;
}

function usesIn(file: string, uses: Uses): void {
  const { program } = parseSync(file, readFileSync(file, 'utf8'));
  new Visitor({
    Literal({ value }) {
      if (typeof value === 'string') uses.whole.add(value);
    },
    TemplateLiteral({ quasis }) {
      const [first, second] = quasis.map((quasi) => quasi.value.cooked ?? '');
      if (first !== undefined) (second === undefined ? uses.whole : uses.begun).add(first);
    },
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type !== 'Identifier' || !['t', 'text'].includes(callee.name)) return;
      if (first?.type === 'Literal' && typeof first.value === 'string') uses.asked.add(first.value);
    },
  }).visit(program);
}

function usesInRenderer(): Uses {
  const uses: Uses = { whole: new Set(), begun: new Set(), asked: new Set() };
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' });
  const code = files.filter((file) => /\.tsx?$/.test(file) && !file.includes(join('i18n', 'pl')));
  for (const file of code) usesIn(join(renderer, file), uses);
  return uses;
}

const all = sentences(pl, '');
const keys = new Set(all.map(([path]) => path.replace(FORMS, '')));

describe('Polish texts', () => {
  const uses = usesInRenderer();

  test('exist for every key that is asked for', () => {
    expect([...uses.asked].filter((key) => !keys.has(key))).toEqual([]);
  });

  test('are all used', () => {
    const begins = [...uses.begun].filter((start) => /^[a-z]+\./i.test(start));
    const unused = [...keys].filter(
      (key) => !uses.whole.has(key) && !begins.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });

  test('with a plural have all four Polish forms', () => {
    const stems = new Set(
      all.filter(([path]) => FORMS.test(path)).map(([path]) => path.replace(FORMS, '')),
    );
    const paths = new Set(all.map(([path]) => path));
    const incomplete = [...stems].filter(
      (stem) => !['one', 'few', 'many', 'other'].every((form) => paths.has(`${stem}_${form}`)),
    );
    expect(incomplete).toEqual([]);
  });

  test('have no stray spaces and no straight quotation marks', () => {
    const untidy = all.filter(([, words]) =>
      /^\s|[^\S\n]{2}|\s$|"/.test(words.replace(/^ min$/, 'min')),
    );
    expect(untidy).toEqual([]);
  });
});
