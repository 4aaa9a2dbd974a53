/** Polish texts of warnings about a plan: what clashes, and the reason for going against it. */
export const conflicts = {
  'person-booked': {
    workshop: '{{name}} ma już wtedy warsztat „{{with}}” ({{hours}}).',
    session: '{{name}} ma już wtedy sesję coachingową „{{with}}” ({{hours}}).',
  },
  'library-booked': {
    workshop: '{{name}}: biblioteka ma już wtedy warsztat „{{with}}” ({{hours}}).',
    session: '{{name}}: biblioteka ma już wtedy sesję coachingową „{{with}}” ({{hours}}).',
  },
  holiday: 'To święto: {{name}}.',
  sunday: 'To niedziela.',
  'outside-phase': 'Poza terminem warsztatów tej edycji: {{name}} ({{range}}).',
  'too-many-days':
    '{{name}}: z tym warsztatem będzie {{days}} modułu, a plan przewiduje {{planned}}.',
  travel:
    '{{name}} prowadzi tego dnia także „{{with}}” ({{hours}}, {{town}}). Dojazd zajmie około {{needed}}, a przerwy jest {{gap}}.',
  wholeDay: 'cały dzień',
  noGap: '0 min',
  days_one: '{{count, number}} dzień',
  days_few: '{{count, number}} dni',
  days_many: '{{count, number}} dni',
  days_other: '{{count, number}} dnia',
  reason: 'Mimo to, bo…',
  sharedReason: 'Jeden powód dla wszystkich ostrzeżeń',
  reasonOf: 'Mimo to, bo… ({{sentence}})',
  reasonMissing: 'Napisz jednym zdaniem, dlaczego mimo to.',
} as const;
