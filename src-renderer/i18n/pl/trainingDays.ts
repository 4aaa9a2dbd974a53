/** Polish texts of a training day: its agenda and its attendance list. */

/** The day block by block. */
export const agenda = {
  hint: 'Wpisz bloki w kolejności, godziny policzą się same. Przesuwaj je uchwytem albo Alt ze strzałką.',
  withOutcomes: 'Pokaż, jak poszło',
  day: 'Dzień {{number}}: {{date}}',
  empty: 'Ten dzień nie ma jeszcze programu. Wpisz pierwszy blok z liczbą minut i naciśnij Enter.',
  addTo: 'Nowy blok, dzień {{number}}',
  addPlaceholder: 'Nowy blok, na przykład: Mapa zasobów 45',
  addBreak: 'Przerwa 15 min',
  breakTitle: 'Przerwa',
  asPlanned: 'Wszystko jak w planie',
  allDone_one: '{{count, number}} blok oznaczony jako zrobiony.',
  allDone_few: '{{count, number}} bloki oznaczone jako zrobione.',
  allDone_many: '{{count, number}} bloków oznaczonych jako zrobione.',
  allDone_other: '{{count, number}} bloku oznaczone jako zrobione.',
  moved: '„{{title}}” jest teraz na miejscu {{place}} z {{count}}.',
  planned: 'W planie',
  breaks: '+ przerwy {{time}}',
  done: 'Odbyło się',
  hours: '(godziny szkoleniowe: {{hours}} po {{unit}} min)',
  dayEnds: 'Dzień do {{time}}',
  fits: 'program wypełnia cały dzień',
  spare: 'zostaje {{time}}',
  over: 'program za długi o {{time}}',
  column: {
    time: 'Godziny',
    title: 'Blok',
    planned: 'Plan',
    outcome: 'Jak poszło',
    done: 'Trwało',
  },
} as const;

/** One block. */
export const block = {
  title: 'Blok {{number}}',
  untitled: 'blok bez nazwy',
  titleMissing: 'wpisz nazwę bloku',
  minutesMissing: 'wpisz, ile minut trwa blok',
  planned: 'Minuty w planie: {{title}}',
  done: 'Ile naprawdę trwało: {{title}}',
  reason: 'Dlaczego inaczej: {{title}}',
  break: 'przerwa',
  move: 'Przesuń blok „{{title}}” strzałkami w górę i w dół',
  moveHint: 'Przeciągnij albo użyj strzałek',
  details: 'Szczegóły bloku „{{title}}”',
  remove: 'Usuń blok „{{title}}”',
  removed: 'Usunięto blok „{{title}}”.',
  aim: 'Cel szkoleniowy',
  method: 'Metoda',
  materials: 'Materiały',
  materialsHint: 'Trafią na listę rzeczy do zabrania',
  content: 'Przebieg',
} as const;

/** What became of a block. */
export const outcome = {
  of: 'Jak poszło: {{title}}',
  done: 'jak w planie',
  shortened: 'krócej',
  changed: 'inaczej',
  skipped: 'pominięte',
  why: {
    shortened: 'Dlaczego krócej?',
    changed: 'Co inaczej i dlaczego?',
    skipped: 'Dlaczego pominięte?',
  },
} as const;

/** Who came. */
export const attendance = {
  emptyTitle: 'Nie ma jeszcze kogo sprawdzać',
  emptyBody: 'Lista składa się z zespołów bibliotek. Dodaj osoby na Karcie Strefy:',
  all: 'Wszyscy obecni',
  rest: 'Pozostali obecni',
  restMarked_one: '{{count, number}} osoba oznaczona jako obecna.',
  restMarked_few: '{{count, number}} osoby oznaczone jako obecne.',
  restMarked_many: '{{count, number}} osób oznaczonych jako obecne.',
  restMarked_other: '{{count, number}} osoby oznaczone jako obecne.',
  confirm: 'Potwierdź obecność',
  confirmed: 'Obecność potwierdzona: {{day}}. Ten dzień już się liczy.',
  confirmedPill: 'potwierdzona',
  confirmedAt: '{{present}} z {{total}} osób, potwierdzono {{at}}.',
  unconfirmed: 'niepotwierdzona',
  unchecked_one:
    '{{count, number}} osoba bez oznaczenia. Dzień liczy się dopiero po potwierdzeniu.',
  unchecked_few:
    '{{count, number}} osoby bez oznaczenia. Dzień liczy się dopiero po potwierdzeniu.',
  unchecked_many:
    '{{count, number}} osób bez oznaczenia. Dzień liczy się dopiero po potwierdzeniu.',
  unchecked_other:
    '{{count, number}} osoby bez oznaczenia. Dzień liczy się dopiero po potwierdzeniu.',
  ready: 'Wszyscy sprawdzeni, obecnych {{present}} z {{total}}. Potwierdź, żeby dzień się liczył.',
  cannotConfirm: 'Najpierw oznacz jeszcze te osoby:',
  reopen: 'Otwórz ponownie',
  reopened:
    'Można znów zmieniać obecność: {{day}}. Dzień nie liczy się do ponownego potwierdzenia.',
  locked: 'Ten dzień jest potwierdzony. Otwórz go ponownie, żeby coś zmienić.',
} as const;

/** Came late, left early. */
export const stay = {
  section: 'Spóźnienia i wcześniejsze wyjścia',
  none: 'Nikt się nie spóźnił i nikt nie wyszedł wcześniej.',
  add: 'Dodaj',
  change: 'Zmień',
  key: 'S na zaznaczonej osobie: spóźnienie albo wcześniejsze wyjście.',
  ofHours: '{{hours}} z {{most}} h',
  title: 'Spóźnienie albo wcześniejsze wyjście',
  who: 'Kto',
  whoMissing: 'Wybierz osobę.',
  day: 'Którego dnia',
  hours: 'Ile godzin na miejscu',
  hoursHint: 'Cały dzień to {{most}} h',
  hoursMissing: 'Wpisz liczbę od 0 do {{most}}.',
  reason: 'Dlaczego',
  reasonPlaceholder: 'na przykład: spóźniony autobus',
  save: 'Zapisz godziny',
} as const;
