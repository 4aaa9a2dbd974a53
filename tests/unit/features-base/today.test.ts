import { describe, expect, it } from 'vitest';
import { PlainDate } from '../../../src-main/domain/calendar.ts';
import {
  routeOfNext,
  routeOfUnfinished,
  type UnfinishedKind,
} from '../../../src-renderer/features/today/waiting.ts';
import type { Route } from '../../../src-renderer/state/route.ts';

function opened(kind: UnfinishedKind, openId: string, title = ''): Route {
  return routeOfUnfinished({ kind, id: openId, openId, title, detail: '', on: null });
}

describe('what is unfinished opens where it is finished', () => {
  it('for meetings and reports', () => {
    expect(opened('attendance-to-confirm', 'w1')).toEqual({
      place: 'workshops',
      workshopId: 'w1',
      tab: 'attendance',
    });
    expect(opened('session-without-note', 's1')).toEqual({ place: 'coaching', sessionId: 's1' });
    expect(opened('report-to-send', 'r1')).toEqual({ place: 'reports', reportId: 'r1' });
  });

  it('for drafts of things that exist', () => {
    expect(opened('draft', 'w1', 'workshop')).toEqual({ place: 'workshops', workshopId: 'w1' });
    expect(opened('draft', 'l1', 'library')).toEqual({ place: 'libraries', libraryId: 'l1' });
    expect(opened('draft', 's1', 'privateNote')).toEqual({ place: 'coaching', sessionId: 's1' });
  });

  it('for drafts of things that do not exist yet', () => {
    expect(opened('draft', 'new', 'library')).toEqual({ place: 'libraries' });
    expect(opened('draft', 'new:l1', 'participant')).toEqual({
      place: 'libraries',
      libraryId: 'l1',
    });
    expect(opened('draft', 'new:e1', 'coachingSession')).toEqual({ place: 'coaching' });
  });
});

describe('what is next', () => {
  it('opens the workshop or the session', () => {
    expect(
      routeOfNext({
        kind: 'session',
        id: 's1',
        openId: 's1',
        date: PlainDate.parse('2026-11-27'),
        start: null,
        end: null,
        title: '',
        place: '',
        remote: true,
        libraries: [],
        people: [],
        packing: [],
      }),
    ).toEqual({ place: 'coaching', sessionId: 's1' });
  });
});
