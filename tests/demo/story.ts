import { addDays, today, weekdayOf } from '../../src-renderer/ui/calendarDate.ts';

/** A member of a library's team in the story. */
export interface Member {
  readonly name: string;
  readonly position: string;
}

/** A library of the programme with its invented team. */
export interface Team {
  readonly town: string;
  /** How somebody without a Polish keyboard looks for it. */
  readonly typed: string;
  readonly members: readonly Member[];
}

/** Whose workspace it is; nobody here exists. */
export const me = {
  name: 'Helena Wzorcowa',
  passphrase: 'cztery mokre rowery nad rzeką',
} as const;

export const secondTrainer = 'Marek Przykładny';
export const recipient = 'raporty@frsi.invalid';

export const teams: readonly [Team, Team, Team] = [
  {
    town: 'Łapy',
    typed: 'lapy',
    members: [
      { name: 'Danuta Zielna', position: 'dyrektorka' },
      { name: 'Iwona Brzoza', position: 'bibliotekarka' },
      { name: 'Rafał Kładka', position: 'animator' },
    ],
  },
  {
    town: 'Gołdap',
    typed: 'goldap',
    members: [
      { name: 'Lucyna Wrzos', position: 'dyrektorka' },
      { name: 'Paweł Źródło', position: 'bibliotekarz' },
      { name: 'Żaneta Mech', position: 'wolontariuszka' },
    ],
  },
  {
    town: 'Morąg',
    typed: 'morag',
    members: [
      { name: 'Ewelina Sójka', position: 'kierowniczka filii' },
      { name: 'Grażyna Olcha', position: 'bibliotekarka' },
      { name: 'Tomasz Ćma', position: 'nauczyciel' },
    ],
  },
];

export const people = teams.flatMap(({ members }) => members);

/** Monday is 1. */
const isWorkday = (date: string): boolean => weekdayOf(date) <= 5;

/** The last two working days in a row that are not after a day. */
function lastTwoWorkdays(upTo: string): readonly [string, string] {
  let last = upTo;
  while (!isWorkday(last) || !isWorkday(addDays(last, -1))) last = addDays(last, -1);
  return [addDays(last, -1), last];
}

/** A working day at least so many days later. */
function workdayAfter(date: string, days: number): string {
  let later = addDays(date, days);
  while (!isWorkday(later)) later = addDays(later, 1);
  return later;
}

const now = today();

/** The days of the story, around today, all `YYYY-MM-DD`. */
export const dates = {
  now,
  teamSince: addDays(now, -120),
  /** The workshop that was just held. */
  workshop: lastTwoWorkdays(now),
  /** To where the clashing one is moved. */
  movedTo: workdayAfter(now, 9),
  homeSteps: workdayAfter(now, 20),
  processSince: addDays(now, -30),
  firstSession: addDays(now, -14),
  secondSession: now,
  steps: addDays(now, -3),
} as const;

/** A block of the agenda. */
export interface Block {
  readonly title: string;
  readonly minutes: number;
}

/** What was planned for each of the two days. */
export const agenda: readonly [readonly Block[], readonly Block[]] = [
  [
    { title: 'Powitanie i oczekiwania', minutes: 30 },
    { title: 'Po co nam diagnoza społeczna', minutes: 90 },
    { title: 'Mapa mieszkańców i ich spraw', minutes: 120 },
    { title: 'Jak pytać, żeby usłyszeć', minutes: 90 },
  ],
  [
    { title: 'Kreatywna Kawiarenka: próba', minutes: 120 },
    { title: 'Od wypowiedzi do problemu', minutes: 120 },
    { title: 'Plan własnej diagnozy', minutes: 90 },
  ],
];

export const shortened = {
  title: 'Jak pytać, żeby usłyszeć',
  minutes: '60',
  reason: 'Zespoły potrzebowały więcej czasu na mapę mieszkańców.',
} as const;

export const homeTask = 'Pięć rozmów z mieszkańcami, którzy nie przychodzą do biblioteki';

export const workshopWords = {
  summary:
    'Trzy zespoły narysowały mapy mieszkańców i wybrały po dwie grupy, o których biblioteka wie najmniej. Drugiego dnia przećwiczyły Kreatywną Kawiarenkę na prawdziwych pytaniach.',
  conclusions:
    'Najwięcej kłopotu sprawia pytanie bez podpowiadania odpowiedzi. Na następnym module zaczniemy od odsłuchania notatek z rozmów.',
} as const;

export const coaching = {
  goal: 'Do wiosny młodzież sama prowadzi jedno popołudnie w miesiącu',
  measure: 'Trzy popołudnia z programem, który ułożyli nastolatkowie',
  topic: 'Młodzież w Strefie: od publiczności do gospodarzy',
  notes:
    'Zespół zaczął od pytania, czego młodzi potrzebują, a nie czego biblioteka od nich chce. Z rozmowy wyszły dwa pierwsze kroki.',
  secondNotes:
    'Oba kroki są zrobione. Grupa czterech osób z liceum chce przygotować wieczór gier w styczniu.',
  have: { kind: 'miejsce', name: 'sala na parterze z osobnym wejściem' },
  seek: { kind: 'wiedza', name: 'ktoś, kto poprowadzi warsztat z podcastów' },
  steps: [
    { what: 'Zaprosić samorząd uczniowski na rozmowę', who: 'Iwona Brzoza' },
    { what: 'Sprawdzić, kto może otwierać salę w piątki', who: 'Danuta Zielna' },
  ],
  nextStep: 'Spisać z młodzieżą program pierwszego popołudnia',
  /** Must be found nowhere outside the encrypted database. */
  privateNote: 'Lękam się, że Danuta niesie to wszystko sama; wrócić do tego delikatnie.',
} as const;

/** `14.12.2026`, as people type it. */
export function typedDate(date: string): string {
  return date.split('-').toReversed().map(Number).join('.');
}
