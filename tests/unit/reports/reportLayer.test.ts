import { describe, expect, it } from 'vitest';
import { AgendaOutcome } from '../../../src-main/domain/agendaItem.ts';
import { ActionStep } from '../../../src-main/domain/actionStep.ts';
import { AttendanceMark } from '../../../src-main/domain/attendance.ts';
import {
  CoachingContent,
  LayerResource,
  LayerStep,
} from '../../../src-main/domain/coachingLayer.ts';
import { GoalScale } from '../../../src-main/domain/coachingGoal.ts';
import { Role, WordForm } from '../../../src-main/domain/person.ts';
import { ReportKind } from '../../../src-main/domain/report.ts';
import {
  AgreementField,
  fieldsMissing,
  fieldsWithheld,
  keepShared,
  ReportLayer,
} from '../../../src-main/domain/reportLayer.ts';
import { layerBaseShape, LayerWorker } from '../../../src-main/domain/reportLayerBase.ts';
import { ResourceKind } from '../../../src-main/domain/resource.ts';
import { LayerAgendaItem, LayerMark } from '../../../src-main/domain/workshopLayer.ts';
import {
  allSamples,
  coachingSamples,
  makeCoachingLayer,
  makeWorkshopLayer,
  workshopSamples,
} from '../../helpers/sampleReports.ts';
import { coachingSample } from '../../helpers/sampleReports/coaching.ts';
import { workshopSample } from '../../helpers/sampleReports/workshop.ts';

const unscored = coachingSample.content.goals.slice(0, 1).map((goal) => ({ ...goal, score: null }));

describe('the report layer', () => {
  it.each(allSamples)('keeps every value of the sample "%s" through JSON', (_name, layer) => {
    expect(ReportLayer.parse(JSON.parse(JSON.stringify(layer)))).toEqual(layer);
  });

  it('has the lists of the nouns it stands for; a value they gain needs a new schema version', () => {
    const { author } = layerBaseShape;
    expect({
      role: author.shape.role.options,
      form: author.shape.form.options,
      workerForm: LayerWorker.shape.form.options,
      outcome: LayerAgendaItem.shape.outcome.unwrap().options,
      mark: LayerMark.shape.mark.options,
      resource: LayerResource.shape.kind.options,
      step: LayerStep.shape.state.options,
    }).toEqual({
      role: Role.options,
      form: WordForm.options,
      workerForm: WordForm.options,
      outcome: AgendaOutcome.options,
      mark: AttendanceMark.options,
      resource: ResourceKind.options,
      step: ActionStep.shape.state.options,
    });
    expect(ReportLayer.options.map((option) => option.shape.kind.value)).toEqual(
      ReportKind.options,
    );
    expect(GoalScale.options).toEqual(['0-10', 'gas']);
  });

  it('refuses a closed report without a number', () => {
    expect(() => makeCoachingLayer({ number: null })).toThrow(/closed-without-number-or-day/);
  });

  it('refuses keys it does not know, so that nothing private can ride along', () => {
    expect(() => ReportLayer.parse({ ...coachingSamples.rich, privateNote: 'x' })).toThrow(
      /privateNote/,
    );
  });

  it('refuses a day or time that does not exist', () => {
    const session = { ...coachingSample.session, date: '2026-02-30' };
    expect(() => makeCoachingLayer({ session })).toThrow(/date-does-not-exist/);
  });

  it('refuses marks that do not follow the days, and a breakdown of fewer than five answers', () => {
    expect(() => makeWorkshopLayer({ days: workshopSample.days.slice(0, 2) })).toThrow(
      /marks-do-not-match-days/,
    );
    const evaluation = { ...workshopSample.evaluation, answers: 4 };
    expect(() => makeWorkshopLayer({ evaluation })).toThrow(/too-few-answers/);
  });
});

describe('the agreement gate', () => {
  const content = CoachingContent.parse({
    ...coachingSample.content,
    grrow: { goal: 'a', reality: 'b', resources: 'c', options: 'd', will: 'e' },
  });

  it.each(AgreementField.options)('keeps nothing of "%s" when it is not shared', (withheld) => {
    const shared = AgreementField.options.filter((field) => field !== withheld);
    const kept = keepShared(content, shared);
    const expected: Partial<CoachingContent> = { ...content };
    if (withheld === 'goalScores') {
      expected.goals = content.goals.map(({ score: _score, ...goal }) => goal);
    } else {
      delete expected[withheld];
    }
    expect(kept).toEqual(expected);
  });

  it('shares nothing when nothing is shared, and scores only with their goals', () => {
    expect(keepShared(content, [])).toEqual({});
    expect(keepShared(content, ['goalScores'])).toEqual({});
  });

  it.each(AgreementField.options)('refuses a layer that carries "%s" unshared', (field) => {
    const shared = AgreementField.options.filter((other) => other !== field);
    expect(() => makeCoachingLayer({ shared, content })).toThrow(/not-shared-by-agreement/);
  });

  it('refuses any content without an agreement', () => {
    const engagement = { ...coachingSample.engagement, agreedOn: null };
    expect(() => makeCoachingLayer({ engagement })).toThrow(/not-shared-by-agreement/);
  });

  it('names what is withheld', () => {
    expect(fieldsWithheld({ shared: ['goals', 'steps'] })).toEqual([
      'parties',
      'attendance',
      'topic',
      'goalScores',
      'resources',
      'reportNotes',
      'grrow',
      'nextSession',
    ]);
  });
});

describe('what is missing before closing', () => {
  it('is nothing in a full report', () => {
    expect(fieldsMissing(coachingSamples.rich)).toEqual([]);
    expect(fieldsMissing(workshopSamples.rich)).toEqual([]);
  });

  it('is the agreement in a coaching report without one', () => {
    expect(fieldsMissing(coachingSamples.withoutAgreement)).toEqual([
      { field: 'agreement', about: null, blocking: true },
    ]);
  });

  it('lists shared fields in which nothing was written, and goals without a score', () => {
    expect(
      fieldsMissing(
        makeCoachingLayer({
          session: { ...coachingSample.session, numberInProcess: null },
          content: { attendance: [], topic: ' ', goals: unscored, steps: [], reportNotes: '' },
        }),
      ),
    ).toEqual([
      { field: 'notHeld', about: null, blocking: true },
      { field: 'attendance', about: null, blocking: true },
      { field: 'topic', about: null, blocking: false },
      {
        field: 'goalScores',
        about: 'Porozmawiać o potrzebach z mieszkańcami trzech osiedli',
        blocking: false,
      },
      { field: 'steps', about: null, blocking: false },
      { field: 'reportNotes', about: null, blocking: false },
    ]);
  });

  it('names the days of a workshop whose attendance is not confirmed', () => {
    expect(fieldsMissing(workshopSamples.unconfirmed)).toEqual([
      { field: 'attendanceConfirmed', about: '2026-03-06', blocking: true },
      { field: 'attendanceConfirmed', about: '2026-03-07', blocking: true },
    ]);
  });

  it('lists everything in an empty workshop', () => {
    expect(fieldsMissing(workshopSamples.empty).map(({ field }) => field)).toEqual([
      'libraries',
      'days',
      'participants',
      'summary',
      'conclusions',
    ]);
  });
});
