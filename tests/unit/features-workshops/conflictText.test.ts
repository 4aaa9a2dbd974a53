import { describe, expect, it } from 'vitest';
import { ConflictKind } from '../../../src-main/domain/conflict.ts';
import {
  conflictDay,
  conflictSentence,
  type ConflictToSay,
} from '../../../src-renderer/ui/conflictText.ts';

function conflict(
  kind: ConflictToSay['kind'],
  details: ConflictToSay['details'],
  date: string | null = '2027-03-12',
): ConflictToSay {
  return { key: `${kind}:1`, kind, date, details, reason: null };
}

const clash = { name: 'Anna Nowak', with: 'Diagnoza', start: '09:00', end: '16:00' };

describe('conflictSentence', () => {
  it.each([
    [
      conflict('person-booked', { ...clash, what: 'workshop' }),
      'Anna Nowak ma już wtedy warsztat „Diagnoza” (09:00–16:00).',
    ],
    [
      conflict('person-booked', { ...clash, what: 'session', start: '', end: '' }),
      'Anna Nowak ma już wtedy sesję coachingową „Diagnoza” (cały dzień).',
    ],
    [
      conflict('library-booked', { ...clash, name: 'Łapy', what: 'session' }),
      'Łapy: biblioteka ma już wtedy sesję coachingową „Diagnoza” (09:00–16:00).',
    ],
    [conflict('holiday', { name: 'Boże Ciało' }), 'To święto: Boże Ciało.'],
    [conflict('sunday', {}), 'To niedziela.'],
    [
      conflict('outside-phase', { name: 'Warsztaty', from: '2015-01-01', to: '2015-06-30' }),
      'Poza terminem warsztatów tej edycji: Warsztaty (01.01.2015–30.06.2015).',
    ],
    [
      conflict('too-many-days', { name: 'Łapy', days: 5, planned: 3 }, null),
      'Łapy: z tym warsztatem będzie 5 dni modułu, a plan przewiduje 3 dni.',
    ],
    [
      conflict('travel', { ...clash, town: 'Sopot', minutes: 185, gap: 30 }),
      'Anna Nowak prowadzi tego dnia także „Diagnoza” (09:00–16:00, Sopot). Dojazd zajmie około 3 h 5 min, a przerwy jest 30 min.',
    ],
  ])('%o', (one, sentence) => {
    expect(conflictSentence(one).replaceAll('\u00a0', ' ')).toBe(sentence);
  });

  it('has a sentence for every kind that the domain knows', () => {
    for (const kind of ConflictKind.options) {
      const details = { ...clash, from: '2015-01-01', to: '2015-06-30', days: 1, planned: 1 };
      expect(conflictSentence(conflict(kind, details))).toMatch(/\.$/);
    }
  });

  it('says the day only where there is one', () => {
    expect(conflictDay(conflict('sunday', {}))).toBe('pt. 12.03.2027');
    expect(conflictDay(conflict('too-many-days', {}, null))).toBe('');
  });
});
