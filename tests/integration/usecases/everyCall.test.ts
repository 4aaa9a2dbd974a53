import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../src-main/contract/contract.ts';
import { READ_CALLS, readEverything, textOf, type Reading } from '../../helpers/everyRead.ts';
import { standingClock } from '../../helpers/scene.ts';
import { storeHarness } from '../../helpers/storeHarness.ts';
import { PRIVATE_NOTES } from '../../../src-main/usecases/season/texts.ts';

const harness = storeHarness({ now: standingClock().now });
let readings: Reading[];

beforeAll(async () => {
  await harness.create({ start: 'demonstration', passphrase: '' });
  readings = await readEverything(harness, {
    words: ['go', 'lapy', 'diag', 'sala', 'raport', 'x'],
  });
});
afterAll(() => harness.dispose());

const outputsOf = (name: string) => readings.filter((one) => one.name === name);

test('every read call answers the demonstration with what its schema promises, about every thing in it', () => {
  // The harness parses each answer with the call's output schema, after a structured clone.
  const asked = Object.fromEntries(READ_CALLS.map((name) => [name, outputsOf(name).length]));
  expect(Object.values(asked).every((count) => count > 0)).toBe(true);
  expect(asked).toMatchObject({ 'library.get': 25, 'workshop.get': 20 });
  const broken = readings.filter(
    ({ name, output }) => !contract[name].output.safeParse(output).success,
  );
  expect(broken).toEqual([]);
});

test('the demonstration has something to show in every list', () => {
  const empty = outputsOf('library.get').filter(({ output }) =>
    textOf(output).includes('"team":[]'),
  );
  expect(empty).toEqual([]);
  const texts = Object.fromEntries(
    ['today.get', 'report.list', 'engagement.list', 'workshop.list', 'program.get'].map((name) => [
      name,
      textOf(outputsOf(name)[0]?.output).length > 1000,
    ]),
  );
  expect(texts).toEqual({
    'today.get': true,
    'report.list': true,
    'engagement.list': true,
    'workshop.list': true,
    'program.get': true,
  });
});

test('reading changes nothing', async () => {
  const before = harness.dump();
  const commits = harness.broadcasts.length;
  await harness.call('today.get', {});
  await harness.call('program.get', {});
  await harness.call('library.get', { id: 'library.goldap' });
  expect(harness.dump()).toEqual(before);
  expect(harness.broadcasts).toHaveLength(commits);
});

test('the private notes of the demonstration show in their own call only', () => {
  const told = readings.filter(({ output }) => {
    const text = textOf(output);
    return PRIVATE_NOTES.some((note) => text.includes(note));
  });
  expect(new Set(told.map(({ name }) => name))).toEqual(new Set(['privateNote.get']));
  expect(told).toHaveLength(PRIVATE_NOTES.length);
});

test('no workshop of the demonstration clashes with anything without a reason', async () => {
  const workshops = await harness.call('workshop.list', {});
  const pages = await Promise.all(workshops.map(({ id }) => harness.call('workshop.get', { id })));
  const open = pages.flatMap(({ conflicts }) => conflicts).filter(({ reason }) => reason === null);
  expect(open).toEqual([]);
});
