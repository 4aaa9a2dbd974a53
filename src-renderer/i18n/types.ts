/** The four endings i18next puts on a key for the Polish plural rules (`Intl.PluralRules('pl')`). */
export type PluralForm = 'one' | 'few' | 'many' | 'other';

/** A tree of messages: areas, then groups, then sentences. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${PluralForm}` ? Stem : Key;

/** Every path to a sentence, joined by dots, plural endings removed: `'ui.count.day'`. */
export type PathsOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? WithoutPlural<Key>
    : `${Key}.${PathsOf<Tree[Key]>}`;
}[keyof Tree & string];

/** The sentence (or the union of its plural forms) at a path. */
export type SentenceAt<Tree, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Tree
    ? SentenceAt<Tree[Head], Rest>
    : never
  : Path extends keyof Tree
    ? Tree[Path]
    : `${Path}_${PluralForm}` extends infer Forms
      ? Tree[keyof Tree & Forms]
      : never;

type Trimmed<Text extends string> = Text extends ` ${infer Rest}`
  ? Trimmed<Rest>
  : Text extends `${infer Rest} `
    ? Trimmed<Rest>
    : Text;

type BeforeComma<Text extends string> = Text extends `${infer Name},${string}` ? Name : Text;

/** Names between double braces in a sentence: `'{{count, number}} dni'` gives `'count'`. */
export type ParamsOf<Sentence> = Sentence extends `${string}{{${infer Name}}}${infer Rest}`
  ? Trimmed<BeforeComma<Name>> | ParamsOf<Rest>
  : never;

type OptionalForm = `${string}_few` | `${string}_many`;

/**
 * What another language must say: the same keys as Polish. The forms `_few` and `_many` may be
 * left out, since most languages have no such plurals.
 */
export type TranslationOf<Tree> = {
  readonly [Key in keyof Tree as Key extends OptionalForm ? never : Key]: Tree[Key] extends string
    ? string
    : TranslationOf<Tree[Key]>;
} & {
  readonly [Key in keyof Tree as Key extends OptionalForm ? Key : never]?: string;
};
