import type { ReportLayerInput } from '../../../src-main/domain/reportLayer.ts';

type WorkshopInput = Extract<ReportLayerInput, { kind: 'workshop' }>;
type Participant = WorkshopInput['participants'][number];
type Mark = Participant['marks'][number];

const names = [
  'Anna Brzoza',
  'Barbara Cichosz',
  'Celina Dąbek',
  'Dorota Ewart',
  'Elżbieta Frączak',
  'Filip Gęsior',
  'Grażyna Hołub',
  'Halina Iwan',
  'Irena Jałowiec',
  'Janina Kłos',
  'Katarzyna Łęcka-Świątkowska',
  'Lidia Miłek',
  'Małgorzata Niziołek',
  'Natalia Ośko',
  'Olga Piórkowska',
  'Paweł Rzepka',
  'Renata Śliwa',
  'Sylwia Żółtko',
];
const towns = ['Jasło', 'Krosno', 'Sucha Beskidzka', 'Nowy Tomyśl', 'Sępólno Krajeńskie', 'Gołdap'];
const dayIds = ['day.1', 'day.2', 'day.3'];

const present = (dayId: string, hours: number): Mark => ({
  dayId,
  mark: 'present',
  hours,
  reason: '',
  substituteName: '',
});

const exceptions: Readonly<Record<string, Partial<Mark>>> = {
  '3 day.1': { hours: 5.5, reason: 'spóźniony pociąg' },
  '5 day.2': { mark: 'excused', hours: null },
  '10 day.3': { mark: 'absent', hours: null, substituteName: 'Wanda Łęcka' },
  '14 day.3': { hours: 4, reason: 'wcześniejszy powrót, ostatni autobus' },
};

const participants: Participant[] = names.map((name, index) => ({
  id: `participant.${index + 1}`,
  name,
  libraryTown: towns[Math.floor(index / 3)] ?? '',
  marks: dayIds.map((dayId) => ({
    ...present(dayId, dayId === 'day.3' ? 5.5 : 7),
    ...exceptions[`${index} ${dayId}`],
  })),
}));

type AgendaItem = WorkshopInput['days'][number]['agenda'][number];

const block = (
  id: string,
  start: string,
  plannedMinutes: number,
  title: string,
  more: Partial<AgendaItem> = {},
): AgendaItem => ({
  id,
  start,
  plannedMinutes,
  title,
  isBreak: false,
  aim: '',
  method: '',
  outcome: 'done',
  doneMinutes: null,
  reason: '',
  ...more,
});

const pause = (id: string, start: string, plannedMinutes: number, title: string): AgendaItem =>
  block(id, start, plannedMinutes, title, { isBreak: true, outcome: null });

/** A full workshop report: six libraries, 18 participants, three days; all people are invented. */
export const workshopSample = {
  kind: 'workshop',
  schemaVersion: 1,
  producer: { name: 'Strefownik', version: '0.1.0' },
  language: 'pl',
  reportId: '0195a1b0-2222-7000-8000-000000000001',
  number: 'W/2026/001',
  state: 'closed',
  closedOn: '2026-03-08',
  correction: null,
  author: {
    personId: 'person.jagoda',
    name: 'Jagoda Niemiec',
    role: 'trainer',
    form: 'feminine',
  },
  edition: { id: 'edition.2026', name: 'Edycja 2026' },
  workshop: {
    id: 'workshop.1',
    title: 'Diagnoza: jak pytać i jak słuchać',
    moduleName: 'Diagnoza',
    topic: 'Diagnoza problemów społecznych z udziałem mieszkańców',
  },
  libraries: [
    {
      id: 'library.1',
      name: 'Miejska Biblioteka Publiczna w Jaśle',
      town: 'Jasło',
    },
    {
      id: 'library.2',
      name: 'Krośnieńska Biblioteka Publiczna',
      town: 'Krosno',
    },
    {
      id: 'library.3',
      name: 'Biblioteka Suska w Suchej Beskidzkiej',
      town: 'Sucha Beskidzka',
    },
    {
      id: 'library.4',
      name: 'Miejska i Powiatowa Biblioteka Publiczna w Nowym Tomyślu',
      town: 'Nowy Tomyśl',
    },
    {
      id: 'library.5',
      name: 'Biblioteka Publiczna w Sępólnie Krajeńskim',
      town: 'Sępólno Krajeńskie',
    },
    { id: 'library.6', name: 'Biblioteka Publiczna w Gołdapi', town: 'Gołdap' },
  ],
  trainers: {
    lead: { id: 'person.jagoda', name: 'Jagoda Niemiec', form: 'feminine' },
    others: [{ id: 'person.tomasz', name: 'Tomasz Wróblik', form: 'masculine' }],
  },
  days: [
    {
      id: 'day.1',
      date: '2026-03-05',
      start: '09:00',
      end: '17:00',
      value: 1,
      venue: 'Jasło, sala konferencyjna biblioteki, ul. Kołłątaja 1',
      attendanceConfirmed: true,
      agenda: [
        block('a1', '09:00', 45, 'Powitanie, oczekiwania i umowa grupy', {
          aim: 'bezpieczny start pracy',
          method: 'rundka, praca na plakacie',
        }),
        block('a2', '09:45', 90, 'Czym jest diagnoza społeczna, a czym nie jest', {
          aim: 'wspólny język zespołów',
          method: 'mini-wykład, studium przypadku',
        }),
        pause('a3', '11:15', 15, 'Przerwa'),
        block('a4', '11:30', 90, 'Pytania, które otwierają rozmowę', {
          method: 'ćwiczenie w trójkach',
          outcome: 'shortened',
          doneMinutes: 70,
          reason: 'grupa z Gołdapi dojechała później',
        }),
        pause('a5', '13:00', 60, 'Obiad'),
        block('a6', '14:00', 90, 'Mapa grup mieszkańców', {
          aim: 'kogo nie widzimy w bibliotece',
        }),
        block('a7', '15:30', 75, 'Podsumowanie i praca w zespołach'),
      ],
    },
    {
      id: 'day.2',
      date: '2026-03-06',
      start: '09:00',
      end: '17:00',
      value: 1,
      venue: 'Jasło, sala konferencyjna biblioteki, ul. Kołłątaja 1',
      attendanceConfirmed: true,
      agenda: [
        block('b1', '09:00', 120, 'Kreatywna Kawiarenka: scenariusz i prowadzenie', {
          aim: 'każdy zespół umie ją poprowadzić u siebie',
          method: 'symulacja w dwóch turach',
        }),
        pause('b2', '11:00', 15, 'Przerwa'),
        block('b3', '11:15', 105, 'Ankieta, wywiad, spacer badawczy', {
          method: 'stacje zadaniowe',
          outcome: 'changed',
          doneMinutes: 105,
          reason: 'zamiast spaceru (deszcz) analiza zdjęć miejscowości',
        }),
        pause('b4', '13:00', 60, 'Obiad'),
        block('b5', '14:00', 90, 'Od notatek do wniosków', {
          method: 'grupowanie na kartkach',
        }),
        block('b6', '15:30', 60, 'Etyka rozmowy i dane osobowe', {
          outcome: 'skipped',
          doneMinutes: 0,
          reason: 'przesunięte na dzień trzeci',
        }),
      ],
    },
    {
      id: 'day.3',
      date: '2026-03-07',
      start: '09:00',
      end: '15:00',
      value: 1,
      venue: 'Jasło, sala konferencyjna biblioteki, ul. Kołłątaja 1',
      attendanceConfirmed: true,
      agenda: [
        block('c1', '09:00', 60, 'Etyka rozmowy i dane osobowe'),
        block('c2', '10:00', 120, 'Plan diagnozy zespołu', {
          aim: 'kto, kogo, jak i kiedy zapyta',
          method: 'praca zespołów z konsultacją',
        }),
        pause('c3', '12:00', 45, 'Obiad'),
        block('c4', '12:45', 90, 'Prezentacje planów i informacja zwrotna'),
        block('c5', '14:15', 45, 'Zadania do domu i ankieta'),
      ],
    },
  ],
  participants,
  overriddenWarnings: [
    {
      about: 'day-count',
      text: 'Moduł Diagnoza przewiduje 3 dni, a z tym warsztatem biblioteka w Jaśle ma ich 4.',
      reason: 'Zespół z Jasła ma nową osobę i powtarza pierwszy dzień.',
    },
    {
      about: 'phase',
      text: 'Warsztaty edycji 2026 zaplanowano do 28 lutego, a ten kończy się 7 marca.',
      reason: 'Pierwszy termin odwołano z powodu śnieżycy, FRSI zgodziła się na nowy.',
    },
  ],
  homeSteps: [
    {
      id: 'h1',
      what: 'Przeprowadzić co najmniej 10 rozmów z mieszkańcami',
      who: '',
      libraryTown: '',
      dueOn: '2026-04-15',
    },
    {
      id: 'h2',
      what: 'Zorganizować jedną Kreatywną Kawiarenkę',
      who: '',
      libraryTown: 'Krosno',
      dueOn: '2026-05-10',
    },
    {
      id: 'h3',
      what: 'Zebrać dane o dojazdach z gminy',
      who: 'Natalia Ośko',
      libraryTown: 'Sępólno Krajeńskie',
      dueOn: null,
    },
  ],
  evaluation: {
    answers: 17,
    questions: [
      {
        label: 'Warsztat odpowiadał na moje potrzeby',
        counts: [0, 0, 2, 6, 9],
      },
      {
        label: 'Wiem, jak przeprowadzić diagnozę u siebie',
        counts: [0, 1, 3, 8, 5],
      },
      {
        label: 'Sposób prowadzenia pomagał mi się uczyć',
        counts: [0, 0, 1, 5, 11],
      },
      { label: 'Miejsce i warunki pracy', counts: [1, 2, 5, 6, 3] },
    ],
    comments: [
      'Najwięcej dała mi symulacja kawiarenki – widać, gdzie rozmowa się urywa.',
      'Więcej czasu na pracę we własnym zespole.',
    ],
  },
  summary:
    'Wszystkie sześć zespołów wyjechało z planem własnej diagnozy: wiedzą, kogo zapytają, jak i do kiedy. Najmocniejszą częścią była symulacja Kreatywnej Kawiarenki, którą w obu turach prowadziły uczestniczki.\n\nZ powodu pogody spacer badawczy zastąpiła praca na zdjęciach. Blok o etyce rozmowy przeniesiono na trzeci dzień, więc program zrealizowano w całości.',
  conclusions:
    'Zespoły potrzebują wsparcia przy spisywaniu wniosków: warto, żeby pierwsza sesja coachingowa po warsztacie zaczęła się od notatek z rozmów.\n\nNa kolejny moduł proszę przyjechać z wynikami co najmniej pięciu rozmów; od nich zacznie się planowanie.',
  totals: {
    days: 3,
    libraryDays: 18,
    trainerDays: 6,
    trainingHours: 16.7,
    hourUnitMinutes: 60,
    presentPeople: 18,
  },
} satisfies WorkshopInput;
