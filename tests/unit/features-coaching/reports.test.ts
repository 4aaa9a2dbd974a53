import { describe, expect, test } from 'vitest';
import { ReportRow } from '../../../src-main/contract/reportCalls.ts';
import { mailProblem } from '../../../src-renderer/features/reports/closed/mailDraft.ts';
import {
  countStages,
  filterReports,
  keyOf,
  latestCorrections,
  stageOf,
} from '../../../src-renderer/features/reports/list/reportStages.ts';
import { missingText } from '../../../src-renderer/state/missingText.ts';
import { routeOfSubject, subjectOfRoute } from '../../../src-renderer/state/reportSubject.ts';
import { FIT, nextZoom, zoomToFit } from '../../../src-renderer/ui/pdf/zoom.ts';

const row = (changes: object) =>
  ReportRow.parse({
    kind: 'coaching-session',
    subjectId: 'coachingSession.a',
    reportId: null,
    number: null,
    title: 'Zespół Strefy Łapy',
    detail: 'Łapy',
    on: '2026-11-20',
    closedOn: null,
    correctionNumber: 0,
    dispatch: null,
    agreementMissing: false,
    ...changes,
  });
const open = row({});
const replaced = row({
  subjectId: 'coachingSession.b',
  reportId: 'report.b0',
  number: 'CS/2026/001',
});
const correction = row({
  subjectId: 'coachingSession.b',
  reportId: 'report.b1',
  number: 'CS/2026/002',
  correctionNumber: 1,
  dispatch: 'prepared',
});
const marked = row({ subjectId: 'coachingSession.c', reportId: 'report.c', dispatch: 'marked' });
const rows = [open, replaced, correction, marked];
const latest = latestCorrections(rows);

describe('where a report stands', () => {
  test('prepared is not sent, and what a correction replaced is not to be sent', () => {
    expect(rows.map((one) => stageOf(one, latest))).toEqual(['to-close', null, 'to-send', 'sent']);
    expect(countStages(rows, latest)).toEqual({ 'to-close': 1, 'to-send': 1, sent: 1, all: 4 });
  });

  test('a sent report stays sent when it is corrected later', () => {
    const sent = row({
      subjectId: 'coachingSession.b',
      reportId: 'report.b0',
      dispatch: 'accepted',
    });
    expect(stageOf(sent, latestCorrections([sent, correction]))).toBe('sent');
  });

  test('a tab and words narrow the list together', () => {
    const keys = (tab: 'all' | 'to-send', query: string) =>
      filterReports(rows, latest, { tab, query }).map(keyOf);
    expect(keys('to-send', '')).toEqual(['report.b1']);
    expect(keys('all', 'lapy')).toHaveLength(4);
    expect(keys('all', 'cs/2026/001')).toEqual(['report.b0']);
    expect(keys('to-send', 'Gołdap')).toEqual([]);
  });
});

test('a route names a subject, or a closed report by its id', () => {
  const subject = { kind: 'workshop', subjectId: 'workshop.w-1' } as const;
  expect(subjectOfRoute(routeOfSubject(subject).reportId ?? '')).toEqual(subject);
  expect(subjectOfRoute('01a20375-4003-7685-b862-f101b91f5c9e')).toBeNull();
  expect(subjectOfRoute('other:x')).toBeNull();
});

test('an e-mail needs an address and a subject', () => {
  const mail = { recipient: ' raporty@przyklad.pl ', subject: 'Raport', body: '' };
  expect(mailProblem(mail)).toBeNull();
  expect(mailProblem({ ...mail, recipient: '' })).toBe('noRecipient');
  expect(mailProblem({ ...mail, recipient: 'raporty' })).toBe('badRecipient');
  expect(mailProblem({ ...mail, subject: ' ' })).toBe('noSubject');
});

test('what is missing is said with what it concerns', () => {
  expect(missingText({ field: 'topic', about: null, blocking: false })).toBe('temat sesji');
  expect(missingText({ field: 'goalScores', about: 'Plan', blocking: false })).toBe(
    'ocena celu: Plan',
  );
  expect(missingText({ field: 'attendanceConfirmed', about: '2026-11-03', blocking: true })).toBe(
    'obecność niepotwierdzona: 3 listopada 2026',
  );
});

describe('zoom', () => {
  test('fits the widest page, within reason', () => {
    expect(
      zoomToFit(632, [
        { width: 600, height: 800 },
        { width: 400, height: 900 },
      ]),
    ).toBe(1);
    expect(zoomToFit(10_000, [{ width: 600, height: 800 }])).toBe(1.6);
    expect(zoomToFit(0, [])).toBe(1);
  });

  test('steps to the next round size and stays at the ends', () => {
    expect(nextZoom(0.76, 1)).toBe(0.8);
    expect(nextZoom(0.8, 1)).toBe(0.9);
    expect(nextZoom(0.76, -1)).toBe(0.67);
    expect(nextZoom(3, 1)).toBe(3);
    expect(nextZoom(0.3, -1)).toBe(0.3);
    expect(nextZoom(0.3, 1)).toBe(0.5);
    expect(FIT).toBe('fit');
  });
});
