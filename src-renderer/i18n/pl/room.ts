/** Polish texts of a workshop's room view. */
export const room = {
  title: 'Widok sali',
  end: 'Zakończ widok sali',
  failed: 'Nie udało się otworzyć widoku sali',
  locked: 'Reszta programu jest zablokowana',
  lockedHint:
    'Program dnia i obecność działają dalej. Po zakończeniu widoku sali okno poprosi o hasło.',
  parts: 'Części widoku sali',
  days: 'Dzień warsztatu',
  day: 'Dzień {{number}}',
  clock: 'Godzina',
  now: 'Teraz',
  left: 'zostało {{time}}',
  next: 'Potem: {{title}} o {{time}}',
  last: 'To ostatni blok tego dnia.',
  before: 'Zaczynamy o {{time}}',
  first: 'Najpierw: {{title}}',
  after: 'Program tego dnia dobiegł końca',
  afterHint: 'Potwierdź jeszcze obecność, żeby dzień się liczył.',
  noAgenda: 'Ten dzień nie ma jeszcze programu. Wpiszesz go na stronie warsztatu.',
} as const;
