import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ID_FIELDS } from '../../../src-main/usecases/historyTexts.ts';
import { isUndoable } from '../../../src-main/usecases/undoableNouns.ts';
import { history } from '../../../src-renderer/i18n/pl/history.ts';
import {
  deedOf,
  fieldText,
  isToldInLine,
  sentencesOf,
  valueText,
  whenText,
  type ChangedThing,
  type HistoryStep,
  type RecordPlace,
} from '../../../src-renderer/state/historyText.ts';
import { nouns } from '../../helpers/nouns.ts';

/** Nouns whose changes a history shows: those that can be undone, and agreements. */
const shown = nouns.filter(({ entity }) => isUndoable(entity) || entity === 'agreement');

interface Field {
  readonly entity: string;
  readonly name: string;
  readonly schema: unknown;
}

function bare(schema: unknown): unknown {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodArray)
    return bare(schema instanceof z.ZodArray ? schema.element : schema.unwrap());
  return schema;
}

/** Every field as history names it: a record of fields is told by its parts. */
const fields: readonly Field[] = shown.flatMap(({ entity, schema }) =>
  Object.entries(schema.shape)
    .filter(([name]) => name !== 'id')
    .flatMap(([name, field]): Field[] =>
      field instanceof z.ZodObject
        ? Object.entries(field.shape).map(([part, inner]) => ({
            entity,
            name: `${name}.${part}`,
            schema: inner,
          }))
        : [{ entity, name, schema: field }],
    ),
);

function leaves(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const own = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' && value !== null ? leaves(value, own) : [own];
  });
}

describe('words of history', () => {
  test('name every field of every noun that can be undone, and nothing else', () => {
    const names = fields.map(({ entity, name }) => `${entity}.${name}`);
    expect(leaves(history.field).toSorted()).toEqual(names.toSorted());
    expect(Object.keys(history.entity).toSorted()).toEqual(
      shown.map(({ entity }) => entity).toSorted(),
    );
  });

  test('say every choice in Polish', () => {
    const raw = fields.flatMap(({ entity, name, schema }) => {
      const kind = bare(schema);
      if (!(kind instanceof z.ZodEnum)) return [];
      return kind.options
        .map(String)
        .filter((option) => valueText(entity, name, option) === option)
        .map((option) => `${entity}.${name}: ${option}`);
    });
    expect(raw).toEqual([]);
    expect([
      valueText('agendaItem', 'isBreak', 'true'),
      valueText('trainingDay', 'value', '0.5'),
    ]).toEqual(['tak', '½ dnia']);
  });

  test('are told for every field that holds ids', () => {
    const ids = fields.map(({ name }) => name).filter((name) => /Ids?$/.test(name));
    expect(ids.filter((name) => !Object.hasOwn(ID_FIELDS, name))).toEqual([]);
  });

  test('of a field that is gone are still words', () => {
    expect(fieldText('workshop', 'dawne')).toBe('inne dane');
  });
});

const place: RecordPlace = { entity: 'coachingSession', id: 's' };
const thing = (changes: Partial<ChangedThing>): ChangedThing => ({
  entity: 'coachingSession',
  id: 's',
  action: 'changed',
  title: '2026-11-24',
  fields: [],
  ...changes,
});
const step = (...things: ChangedThing[]): HistoryStep => ({
  batch: 1,
  at: '2026-11-24T13:05:00.000Z' as HistoryStep['at'], // an instant, branded by the contract
  things,
  kind: 'work',
  undone: false,
});

describe('a step in words', () => {
  test('of the record itself tells its fields', () => {
    const one = step(
      thing({
        fields: [
          { field: 'place', before: '', after: 'Gołdap' },
          { field: 'start', before: '10:00', after: '11:00' },
        ],
      }),
    );
    expect(sentencesOf(one, place)).toEqual(['Zmieniono: miejsce, godzina']);
    expect(deedOf(one, place)).toBe('zmianę: miejsce, godzina');
  });

  test('of one field tells what it was and is', () => {
    const topic = (before: string, after: string) =>
      deedOf(step(thing({ fields: [{ field: 'topic', before, after }] })), place);
    expect(topic('A', 'B')).toBe('zmianę: temat z „A” na „B”');
    expect(topic('', 'B')).toBe('zmianę: temat, wpisano „B”');
    expect(topic('A', '')).toBe('zmianę: temat, usunięto „A”');
    expect(topic('A', 'ż'.repeat(90))).toBe(`zmianę: temat z „A” na „${'ż'.repeat(48)}…”`);
  });

  test('is all told when it is one short change, and else has details', () => {
    const topic = (after: string) =>
      step(thing({ fields: [{ field: 'topic', before: '', after }] }));
    expect(isToldInLine(topic('Krótko'))).toBe(true);
    expect(isToldInLine(topic('Dwie\nlinie'))).toBe(false);
    expect(isToldInLine(topic('ż'.repeat(90)))).toBe(false);
  });

  test('of what is known by its day tells the day', () => {
    const made = step(thing({ action: 'made' }));
    expect(sentencesOf(made, place)).toEqual(['Dodano: sesja 24.11.2026']);
  });

  test('of something that belongs to the record names it', () => {
    const ticked = thing({
      entity: 'actionStep',
      id: 'k',
      title: 'Plakat',
      fields: [{ field: 'state', before: 'open', after: 'done' }],
    });
    expect(sentencesOf(step(ticked), place)).toEqual([
      'Zmieniono: krok „Plakat” (stan z „w toku” na „zrobione”)',
    ]);
    expect(deedOf(step(ticked), place)).toBe(
      'zmianę: krok „Plakat” (stan z „w toku” na „zrobione”)',
    );
    const made = { ...ticked, action: 'made' as const, fields: [] };
    expect(sentencesOf(step(made), place)).toEqual(['Dodano: krok „Plakat”']);
    expect(deedOf(step(made), place)).toBe('dodanie: krok „Plakat”');
  });

  test('of many things alike is one sentence', () => {
    const marks = ['a', 'b', 'c'].map((id) =>
      thing({ entity: 'attendance', id, action: 'made', title: `${id} · 2026-11-24` }),
    );
    const said = step(...marks, thing({ fields: [{ field: 'topic', before: 'A', after: 'B' }] }));
    expect(sentencesOf(said, place)).toEqual([
      'Dodano: obecność, razem 3',
      'Zmieniono: temat z „A” na „B”',
    ]);
    expect(deedOf(said, place)).toBe('dodanie: obecność, razem 3 oraz zmianę: temat z „A” na „B”');
    expect(
      sentencesOf(
        step(thing({ entity: 'attendance', action: 'made', title: 'Jan · 2026-11-24' })),
        place,
      ),
    ).toEqual(['Dodano: obecność „Jan · 24.11.2026”']);
  });

  test('is told with its day and hour on the Polish clock', () => {
    expect(whenText('2026-11-24T13:05:00.000Z', '2026-11-24')).toBe('dziś 14:05');
    expect(whenText('2026-11-23T23:30:00.000Z', '2026-11-25')).toBe('wczoraj 00:30');
  });
});
