import { describe, expect, it } from 'vitest';
import { PlainDate, Instant } from '../../../src-main/domain/calendar.ts';
import { EditionId, ModuleId } from '../../../src-main/domain/edition.ts';
import {
  statedDifference,
  targetOf,
  toTarget,
  type Edition,
  type Program,
} from '../../../src-renderer/features/program/numbers.ts';
import { scaleOf, shareOf, stretch } from '../../../src-renderer/features/program/timeScale.ts';

const NO_TOTALS: Edition['totals'] = {
  editionId: null,
  editionName: '',
  libraries: { counted: 0, target: null },
  people: { counted: 0, target: null },
  trainingDays: { delivered: 0, planned: 0 },
  libraryDays: { delivered: 0, planned: 0, target: null },
  trainerDays: { delivered: 0, planned: 0 },
  trainingHours: 0,
  hourUnitMinutes: 60,
  heldSessions: 0,
  sessionMinutes: 0,
};

const EMPTY_PROGRAM: Program = {
  editions: [],
  modules: [],
  whole: NO_TOTALS,
  stated: { trainingDays: null, libraries: null },
  libraries: [],
  innovations: [],
};

function makeEdition(id: string, targets: Edition['targets']): Edition {
  const now = Instant.parse('2026-11-22T12:00:00.000Z');
  return {
    id: EditionId.parse(id),
    name: id,
    from: PlainDate.parse('2026-01-01'),
    to: PlainDate.parse('2026-12-31'),
    phases: [],
    curriculum: [{ moduleId: ModuleId.parse('module.diagnosis'), plannedDays: 13 }],
    targets,
    hourUnitMinutes: 60,
    totals: NO_TOTALS,
    acceptedLibraries: [],
    revision: 1,
    createdAt: now,
    updatedAt: now,
    originWorkspace: 'test',
    deletedAt: null,
  };
}

describe('the time line', () => {
  const scale = scaleOf([
    { from: '2013-05-01', to: '2014-09-30' },
    { from: '2014-07-01', to: '2015-12-31' },
  ]);

  it('spans whole years around all editions', () => {
    expect(scale).toEqual({ from: '2013-01-01', to: '2015-12-31', years: [2013, 2014, 2015] });
  });

  it('has nothing to draw without editions', () => {
    expect(scaleOf([])).toBeNull();
  });

  it('places a range from the morning of its first day to the evening of its last', () => {
    if (scale === null) throw new Error('no scale');
    expect(stretch(scale, '2013-01-01', '2015-12-31')).toEqual({ left: '0%', width: '100%' });
    expect(shareOf(scale, '2014-01-01')).toBeCloseTo(1 / 3, 5);
  });
});

describe('what is left to the target', () => {
  it('is counted from what was delivered, never below nothing by itself', () => {
    expect(toTarget({ delivered: 120, planned: 40, target: 260 })).toBe(140);
    expect(toTarget({ delivered: 27, planned: 0, target: 25 })).toBe(-2);
    expect(toTarget({ delivered: 27, planned: 0, target: null })).toBeNull();
  });
});

describe('what the source states', () => {
  const targets = (libraries: number): Edition['targets'] => ({
    libraries,
    teamMembers: libraries * 3,
    trainingDaysPerLibrary: 13,
    trainingDaysTotal: libraries * 13,
  });
  const programOf = (stated: number | null, ids: Record<string, number>): Program => {
    const editions = Object.entries(ids).map(([id, libraries]) =>
      makeEdition(id, targets(libraries)),
    );
    return { ...EMPTY_PROGRAM, editions, stated: { trainingDays: stated, libraries: 25 } };
  };

  it('is compared with the plans of its own editions only', () => {
    const later = '0198f2c0-0000-7000-8000-000000000001';
    const program = programOf(340, { 'edition.pilot': 5, 'edition.main': 20, [later]: 25 });
    expect(statedDifference(program)).toEqual({ stated: 340, target: 325, by: 15 });
    expect(targetOf(program.editions)).toBe(650);
  });

  it('is not mentioned when it agrees, or when nothing is stated', () => {
    expect(statedDifference(programOf(325, { 'edition.pilot': 5, 'edition.main': 20 }))).toBeNull();
    expect(statedDifference(programOf(null, { 'edition.main': 20 }))).toBeNull();
  });
});
