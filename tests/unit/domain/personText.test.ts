import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emailsIn,
  isSameName,
  personRewriter,
  phonesIn,
  type PersonWords,
} from '../../../src-main/domain/personText.ts';
import { foldText } from '../../../src-main/domain/text.ts';

const NEUTRAL = { name: 'Osoba usunięta 1/2026', email: 'adres usunięty', phone: 'numer usunięty' };
const anna: PersonWords = {
  names: ['Anna Lis'],
  emails: ['anna.lis@biblioteka.przyklad'],
  phones: ['600100200'],
};
const without = (text: string, words = anna, others: string[] = []) =>
  personRewriter(words, NEUTRAL, others)(text);
const N = NEUTRAL.name;

describe('taking a person out of texts', () => {
  it.each([
    ['Rozmawiała Anna Lis, dyrektorka.', `Rozmawiała ${N}, dyrektorka.`],
    ['ANNA  LIS i anna\u00a0lis', `${N} i ${N}`],
    ['Lis Anna – lista', `${N} – lista`],
    ['Anna\nLis', N],
    ['(Anna Lis)', `(${N})`],
    ['pisz: Anna.Lis@Biblioteka.przyklad.', 'pisz: adres usunięty.'],
    ['annalis@inny.przyklad oraz lis_anna@x.pl', 'adres usunięty oraz adres usunięty'],
    ['tel. +48 600-100-200', 'tel. numer usunięty'],
    ['tel. 0048600100200, (600) 100 200', 'tel. numer usunięty, numer usunięty'],
    ['(600100200)', '(numer usunięty)'],
    ['Lis, Anna', N],
    ['Obecne: Kot, Ewa; Lis,Anna; LIS , ANNA.', `Obecne: Kot, Ewa; ${N}; ${N}.`],
    ['zapisała się Lis, Anna\nPotem Ewa', `zapisała się ${N}\nPotem Ewa`],
    ['Piotr Lis, Anna Lis', `Piotr Lis, ${N}`],
  ])('finds her in %j', (text, expected) => {
    expect(without(text)).toBe(expected);
  });

  it.each([
    'Anna Lisowska',
    'Joanna Lis',
    'Anna Lis-Nowak',
    'Maria-Anna Lis',
    'Kot Anna, Lis Piotr',
    'Piotr Lis, Anna Kot',
    'P. Lis, Anna',
    'Piotr Lis, Anna i Ewa',
    'Lis, Anna Kot',
    'Lis, Anna-Maria',
    'Kot-Lis, Anna',
    'Lis, Annabella',
    'lis, anna',
    'Anna, Lis',
    'Anna i Lis',
    'zanna.lis@biblioteka.przyklad',
    '1600100200',
    '6001002001',
    '60010020-0123-4567-89ab-0123456789ab',
  ])('leaves %j alone', (text) => {
    expect(without(text)).toBe(text);
  });

  it.each([
    ['Anna Lis-Nowak', 'Anna Lis-Nowak, LIS-NOWAK ANNA, Anna Lis–Nowak', `${N}, ${N}, ${N}`],
    ['Anna Lis-Nowak', 'anna.lis-nowak@x.pl', 'adres usunięty'],
    ['Jan O’Neil', "Jan O'Neil; Jan O’Neil", `${N}; ${N}`],
    ['Anna Lis Nowak', 'Lis Nowak Anna i Nowak Anna Lis', `${N} i ${N}`],
    ['Anna Maria Lis', 'Lis Anna Maria', N],
    ['Anna Maria Lis', 'Lis, Anna Maria; Maria Lis, Anna', `${N}; ${N}`],
    ['Anna Lis-Nowak', 'Lis-Nowak, Anna', N],
    ['Anna (Ania) Lis/Kot', 'Anna (Ania) Lis/Kot', N],
  ])('reads the name %s', (name, text, expected) => {
    expect(without(text, { names: [name], emails: [], phones: [] })).toBe(expected);
  });

  it('reads an address with signs of its own', () => {
    const words = { names: [], emails: ['anna-lis+a.b{1}@x-y.pl'], phones: [] };
    expect(without('Do: Anna-Lis+a.b{1}@x-y.pl', words)).toBe('Do: adres usunięty');
  });

  it('finds her beside a small word with a hyphen, and where copied text hides signs in words', () => {
    expect(without('coach-Anna Lis i Anna Lis-dyrektorka')).toBe(`coach-${N} i ${N}-dyrektorka`);
    expect(without('An\u00adna L\u200bis')).toBe(N);
    expect(without('maria-anna lis, anna lis-nowak')).toBe('maria-anna lis, anna lis-nowak');
  });

  it('takes whatever stands in the fields of a person', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' })),
        fc.array(fc.emailAddress()),
        fc.string(),
        (names, emails, text) => {
          const words = { names, emails, phones: [] };
          expect(personRewriter(words, NEUTRAL, names)(text)).toEqual(expect.any(String));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('leaves an address of another domain or person alone', () => {
    const words = { names: [], emails: ['ania@x.pl'], phones: [] };
    const text = 'ania@x.pl.przyklad zania@x.pl w.ania@x.pl';
    expect(without(text, words)).toBe(text);
  });

  it('reads letters with and without their marks, whole or apart', () => {
    const words = { names: ['Łucja Żółć'], emails: [], phones: [] };
    const texts = ['Łucja Żółć', 'lucja zolc', 'ŁUCJA ŻÓŁĆ', 'Łucja Żółć'.normalize('NFD')];
    expect(texts.map((text) => without(text, words))).toEqual([N, N, N, N]);
  });

  it('keeps a longer name of somebody else that holds hers', () => {
    const text = 'Maria Anna Lis, Anna Lis, Anna Lis Kowalska';
    expect(without(text, anna, ['Maria Anna Lis', 'Anna Lis Kowalska'])).toBe(
      `Maria Anna Lis, ${N}, Anna Lis Kowalska`,
    );
  });

  it('takes a name of one word only where it is written as a name', () => {
    const words = { names: ['Róża'], emails: [], phones: [] };
    expect(without('Róża podlewa róże, a róża kwitnie', words)).toBe(
      `${N} podlewa róże, a róża kwitnie`,
    );
  });

  it('answers the very same text where she is not, in whatever form it is', () => {
    const text = 'żółw'.normalize('NFD');
    expect(without(text)).toBe(text);
  });

  const letters = 'aąbcćdeęfghijklłmnńoóprsśtuwyzźżAĄŁŚŻ';
  const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: 8 });
  const name = fc.tuple(word, word).map((words) => words.join(' '));
  const between = fc.constantFrom(' ', '\n', '\u00a0', '  ', ' – ');
  const around = fc.constantFrom('', ' ', '. ', ', ', '(', '„', '\n', 'i ', ': ');
  const cased = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text.normalize('NFD'),
  );

  it('leaves no whole name in any text, and no other name out of it', () => {
    fc.assert(
      fc.property(
        name,
        fc.array(fc.tuple(around, fc.boolean(), name, between, cased), { maxLength: 6 }),
        (hers, pieces) => {
          const text = pieces
            .map(([start, isHers, other, gap, as]) => {
              const written = isHers ? hers : other;
              return start + as(written.replace(' ', gap));
            })
            .join(' | ');
          const words = { names: [hers], emails: [], phones: [] };
          const rewritten = personRewriter(words, { ...NEUTRAL, name: '§' }, [])(text);
          const parts = rewritten.split('|').map((part) => ` ${foldText(part)} `);
          expect(parts.filter((part) => part.includes(` ${foldText(hers)} `))).toEqual([]);
          const others = pieces
            .filter(([, isHers, other]) => {
              const reversed = hers.split(' ').toReversed().join(' ');
              const folded = foldText(other);
              return !isHers && folded !== foldText(hers) && folded !== foldText(reversed);
            })
            .map(([, , other]) => foldText(other));
          const all = foldText(rewritten);
          expect(others.filter((other) => !all.includes(other))).toEqual([]);
        },
      ),
    );
  });
});

it('contacts are read out of fields that people fill in freely', () => {
  expect(emailsIn('anna@x.pl; <ola@y.pl>, brak')).toEqual(['anna@x.pl', 'ola@y.pl']);
  expect(emailsIn('brak')).toEqual([]);
  expect(phonesIn('+48 600 100 200 lub 22 123 45 67')).toEqual(['600100200', '221234567']);
  expect(phonesIn('w. 12')).toEqual([]);
});

it('a typed name is the same whatever its case and spaces, and no other', () => {
  expect(isSameName('  anna   LIS ', 'Anna Lis')).toBe(true);
  expect(isSameName('Łucja Żółć'.normalize('NFD'), 'łucja żółć')).toBe(true);
  expect(isSameName('Anna Lisowska', 'Anna Lis')).toBe(false);
  expect(isSameName('Lucja', 'Łucja')).toBe(false);
});
