import { foldText } from './text.ts';

/** What stands for a person in texts: every name they had, their addresses and numbers. */
export interface PersonWords {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  /** Digits of each number; a Polish one without its country. */
  readonly phones: readonly string[];
}

/** What stands in a text afterwards. */
export interface NeutralWords {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** Answers the text without the person; the very same text where they are not in it. */
export type TextRewriter = (text: string) => string;

/** Fewer digits could be anything: a year, a price, a page. */
const LEAST_PHONE_DIGITS = 7;
const POLISH_PHONE_DIGITS = 9;

/** Every e-mail address in a field that people fill in freely. */
export function emailsIn(field: string): string[] {
  return field.match(/[^\s,;<>()"]+@[^\s,;<>()"]+/g) ?? [];
}

/** Digits of every phone number in a field that people fill in freely. */
export function phonesIn(field: string): string[] {
  return (field.match(/\+?\d[\d\s().-]*\d/g) ?? []).flatMap((number) => {
    const digits = number.replace(/\D/g, '').replace(/^00/, '');
    const polish = digits.length === POLISH_PHONE_DIGITS + 2 && digits.startsWith('48');
    return digits.length < LEAST_PHONE_DIGITS ? [] : [polish ? digits.slice(2) : digits];
  });
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const LIKE_LETTER: Readonly<Record<string, string>> = { l: '[lł]', d: '[dđ]', o: '[oø]' };
const LIKE_PAIR: Readonly<Record<string, string>> = { ss: 'ß', ae: 'æ', oe: 'œ' };

/** Marks, and what copied text hides inside words: soft hyphens, joiners. */
const AFTER_LETTER = '[\\p{M}\\u00AD\\u200B-\\u200D\\u2060]*';

/** A pattern of everything that folds to the same word, in a text whose marks stand apart (NFD). */
function wordPattern(word: string): string {
  const one = (letter: string) => `${LIKE_LETTER[letter] ?? escaped(letter)}${AFTER_LETTER}`;
  const letters = [...foldText(word)];
  let pattern = '';
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? '';
    const next = letters[at + 1] ?? '';
    const like = LIKE_PAIR[letter + next];
    if (like === undefined) pattern += one(letter);
    else {
      pattern += `(?:${one(letter)}${one(next)}|${like})`;
      at += 1;
    }
  }
  return pattern;
}

const IN_WORD = '[\\p{L}\\p{N}\\p{M}]';
/** What may stand between the words of a name; commas and full stops part one name from another. */
const BETWEEN = `[\\s\\p{Cf}\\p{Pd}\\p{Pc}'’]+`;
const NAME_BEGINS = `(?<!${IN_WORD})`;
const NAME_ENDS = `(?!${IN_WORD})`;
const WORD_BEFORE = /([\p{L}\p{M}]+)[-‐‑]$/u;
const LETTER_AFTER = /^[-‐‑](\p{L})/u;
const isCapital = (text: string) => /^\p{Lu}/u.test(text);

/**
 * A hyphen makes one name of two: Lis-Nowak is another surname than Lis. What is written small beside a capital is
 * no name: coach-Anna Lis.
 */
function isPartOfName(found: string, text: string, at: number): boolean {
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[1];
  const after = LETTER_AFTER.exec(text.slice(at + found.length, at + found.length + 3))?.[1];
  return [before, after].some(
    (beside) => beside !== undefined && (isCapital(beside) || !isCapital(found)),
  );
}
/** Letters and their marks that are looked back at, for the beginning of a word. */
const LONGEST_WORD = 80;

const wordsOf = (name: string) =>
  name.normalize('NFD').match(new RegExp(`${IN_WORD}+`, 'gu')) ?? [];

function namePattern(name: string): string {
  const nfd = name.normalize('NFD');
  const words = wordsOf(nfd);
  const gaps = nfd.split(new RegExp(`${IN_WORD}+`, 'gu')).slice(1);
  return words
    .map((word, index) => {
      if (index === words.length - 1) return wordPattern(word);
      return `${wordPattern(word)}(?:${BETWEEN}|${escaped(gaps[index] ?? ' ')})`;
    })
    .join('');
}

/** A name as it is, and with the surname first: the last word, or all but the first. */
function ordersOf(name: string): string[] {
  const [first, ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return [name];
  const orders = [name, [last, first, ...rest.slice(0, -1)].join(' '), [...rest, first].join(' ')];
  return [...new Set(orders)];
}

/** Does one folded name hold another as some of its whole words? */
function holds(longer: string, shorter: string): boolean {
  return longer !== shorter && ` ${longer} `.includes(` ${shorter} `);
}

/** A pattern that is found nowhere. */
const NOTHING = '(?!)';

function nameRule(
  names: readonly string[],
  othersNames: readonly string[],
  neutral: string,
): TextRewriter | null {
  const wanted = [...new Set(names.flatMap(ordersOf))].filter((name) => wordsOf(name).length > 0);
  if (wanted.length === 0) return null;
  const folded = wanted.map(foldText);
  const kept = othersNames.filter((other) => {
    const whole = foldText(other);
    return folded.some((name) => holds(whole, name));
  });
  const alternatives = (list: readonly string[]) =>
    list
      .toSorted((a, b) => b.length - a.length)
      .map(namePattern)
      .join('|');
  const keep = kept.length === 0 ? NOTHING : alternatives(kept);
  const pattern = new RegExp(
    `${NAME_BEGINS}(?:(${keep})|(?:${alternatives(wanted)}))${NAME_ENDS}`,
    'giu',
  );
  const single = new Set(names.filter((name) => wordsOf(name).length === 1).map(foldText));
  return (text) =>
    text.replace(pattern, (match: string, kept: string | undefined, at: number) => {
      if (kept !== undefined || isPartOfName(match, text, at)) return match;
      // A name of one word may be a word of the language too (róża, lis): only a capital tells.
      const written = names.includes(match.normalize('NFC')) || isCapital(match);
      return single.has(foldText(match)) && !written ? match : neutral;
    });
}

const WORD_OF_NAME_BEFORE = /\p{Lu}[\p{L}\p{M}]*\.?\s+$/u;
const WORD_OF_NAME_AFTER = /^[^\S\n]+\p{Lu}/u;

/**
 * A name as lists have it, surname first: Lis, Anna. Between two names the same words belong to two people (Piotr
 * Lis, Anna Kot), and written small they are no name.
 */
function listedNameRule(names: readonly string[], neutral: string): TextRewriter | null {
  const listed = names.flatMap((name) => {
    const [first, ...rest] = name.trim().split(/\s+/);
    const last = rest.at(-1);
    if (first === undefined || last === undefined) return [];
    const orders: [string, string][] = [
      [last, [first, ...rest.slice(0, -1)].join(' ')],
      [rest.join(' '), first],
    ];
    return orders.filter((parts) => parts.every((part) => wordsOf(part).length > 0));
  });
  if (listed.length === 0) return null;
  const alternatives = listed.map(
    ([last, first]) => `${namePattern(last)}\\s*,\\s*${namePattern(first)}`,
  );
  const pattern = new RegExp(`${NAME_BEGINS}(?:${alternatives.join('|')})${NAME_ENDS}`, 'giu');
  return (text) =>
    text.replace(pattern, (match: string, at: number) => {
      const [last = '', first = ''] = match.split(/\s*,\s*/);
      const isName =
        isCapital(last) &&
        isCapital(first) &&
        !isPartOfName(match, text, at) &&
        !WORD_OF_NAME_BEFORE.test(text.slice(Math.max(0, at - LONGEST_WORD), at)) &&
        !WORD_OF_NAME_AFTER.test(text.slice(at + match.length, at + match.length + LONGEST_WORD));
      return isName ? neutral : match;
    });
}

const ADDRESS_BEGINS = '(?<![\\p{L}\\p{N}\\p{M}._%+-])';
const ADDRESS_ENDS = '(?![\\p{L}\\p{N}\\p{M}_-]|\\.[\\p{L}\\p{N}])';

function emailRule({ names, emails }: PersonWords, neutral: string): TextRewriter | null {
  // An address made of the name itself is theirs, whether anybody noted it or not.
  const ofNames = names.flatMap(ordersOf).flatMap((name) => {
    const words = wordsOf(name);
    return words.length < 2
      ? []
      : [
          `${words.map(wordPattern).join('[._-]?')}@[\\p{L}\\p{N}\\p{M}-]+(?:\\.[\\p{L}\\p{N}\\p{M}-]+)+`,
        ];
  });
  const known = emails.map((email) => escaped(email.normalize('NFD')));
  const all = [...known.toSorted((a, b) => b.length - a.length), ...ofNames];
  if (all.length === 0) return null;
  const pattern = new RegExp(`${ADDRESS_BEGINS}(?:${all.join('|')})${ADDRESS_ENDS}`, 'giu');
  return (text) => text.replace(pattern, neutral);
}

function phoneRule(phones: readonly string[], neutral: string): TextRewriter | null {
  if (phones.length === 0) return null;
  const numbers = phones.map((digits) => {
    const country =
      digits.length === POLISH_PHONE_DIGITS ? '(?:(?:\\+|00)?48[\\s().-]*)?' : '(?:\\+|00)?';
    return country + [...digits].join('[\\s().\\/–-]*');
  });
  const pattern = new RegExp(
    `(?<!\\p{N})(?:\\((?=\\d+\\)\\s*\\d))?(?:${numbers.join('|')})(?!\\p{N})`,
    'gu',
  );
  return (text) => text.replace(pattern, neutral);
}

/** Ids, hashes, days and instants: nobody wrote them, and digits in them are no phone number. */
const MACHINE_TEXT =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{2}\/[0-9a-f]{32}|[0-9a-f]{64}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?|[a-z][a-zA-Z]*\.[a-z0-9-]{1,60})$/;

/**
 * Makes what takes a person out of texts: whole names in both orders, as in lists too (Lis, Anna), letters of any case and with or without
 * their marks, addresses and numbers. Longer names of others that hold the name stay. Declined forms are not found.
 */
export function personRewriter(
  words: PersonWords,
  neutral: NeutralWords,
  othersNames: readonly string[],
): TextRewriter {
  const rules = [
    emailRule(words, neutral.email),
    nameRule(words.names, othersNames, neutral.name),
    // Afterwards: Piotr Lis, Anna Lis is two whole names.
    listedNameRule(words.names, neutral.name),
    phoneRule(words.phones, neutral.phone),
  ].filter((rule) => rule !== null);
  return (text) => {
    if (MACHINE_TEXT.test(text)) return text;
    const apart = text.normalize('NFD');
    const rewritten = rules.reduce((part, rule) => rule(part), apart);
    return rewritten === apart ? text : rewritten.normalize('NFC');
  };
}

/** The same name, as people type it: spaces around and letters' case do not count. */
export function isSameName(typed: string, name: string): boolean {
  const plain = (text: string) =>
    text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('pl');
  return plain(typed) === plain(name);
}
