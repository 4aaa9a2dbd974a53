import type { ResourceKind } from '../../domain/resource.ts';

// Invented texts of an invented season, in the words of the people who would have written them.

/** One-line reasons for a block that went otherwise than planned. */
export const REASONS = {
  shortened: [
    'grupa miała już to doświadczenie',
    'spóźniony dojazd uczestniczek',
    'dłuższa dyskusja we wcześniejszym bloku',
  ],
  skipped: ['brak czasu, materiał wysłany mailem', 'awaria prądu w budynku'],
  changed: [
    'na prośbę grupy więcej ćwiczeń, mniej wykładu',
    'deszcz: zamiast wyjścia praca na mapach',
  ],
} as const;

/** What trainers write after a workshop. */
export const SUMMARIES: readonly string[] = [
  'Grupa pracowała z dużą energią. Zespoły przywiozły przykłady ze swoich bibliotek, dzięki czemu ćwiczenia szybko stały się rozmową o prawdziwych partnerach.\n\nNajwięcej czasu zajęły pytania o to, jak rozmawiać z osobami, które do biblioteki nie przychodzą.',
  'Pierwszego dnia uczestniczki były ostrożne, drugiego same proponowały przykłady. Bardzo dobrze zadziałała praca w mieszanych zespołach: każda Strefa wyjechała z kontaktem do innej.',
  'Zespoły przećwiczyły Kreatywną Kawiarenkę na sobie i od razu poprawiły swoje pytania. Dwie Strefy umówiły się na wspólną diagnozę w sąsiednich gminach.',
];

/** What trainers conclude for the next module. */
export const CONCLUSIONS: readonly string[] = [
  'Na następny moduł warto przygotować więcej przykładów z małych miast. Dwa zespoły potrzebują wsparcia przy rozmowie z urzędem.',
  'Zadanie wdrożeniowe: każda Strefa przeprowadza trzy rozmowy z mieszkańcami i przynosi notatki. Proszę o kontakt z trenerką, jeśli zabraknie rozmówców.',
  'Grupa jest gotowa do samodzielnej pracy. Proponuję skrócić powtórkę na początku kolejnego modułu.',
];

/** Tasks to do at home. */
export const HOME_TASKS: readonly string[] = [
  'Trzy rozmowy z mieszkańcami, którzy nie korzystają z biblioteki',
  'Lista pięciu partnerów z danymi kontaktowymi',
  'Termin i miejsce Kreatywnej Kawiarenki',
  'Notatka o Strefie na stronę biblioteki',
  'Szkic planu działań na jedną stronę',
];

/** What coaching goals are about: title, measure, sense. */
export const GOALS: readonly (readonly [title: string, measure: string, sense: string])[] = [
  [
    'Zespół spotyka się co tydzień na 30 minut',
    'cztery spotkania w miesiącu',
    'Bez stałego rytmu ustalenia giną między dyżurami.',
  ],
  [
    'Trzy nowe organizacje w Strefie',
    'trzy podpisane porozumienia',
    'Organizacje mają ludzi, my mamy miejsce.',
  ],
  [
    'Kreatywna Kawiarenka z mieszkańcami osiedla',
    'co najmniej 25 osób i spisane pomysły',
    'Diagnoza ma wyjść poza stałych czytelników.',
  ],
  [
    'Pewność w rozmowach z urzędem',
    'dwie rozmowy odbyte według planu',
    'Od tych rozmów zależy lokal i remont sali.',
  ],
  [
    'Młodzież współprowadzi zajęcia',
    'pięć spotkań prowadzonych przez młodych',
    'Młodzi przychodzą tam, gdzie mają wpływ.',
  ],
  [
    'Plan Strefy na jednej stronie',
    'plan zaakceptowany przez dyrekcję',
    'Krótki plan da się pokazać każdemu.',
  ],
  ['Podział zadań w zespole', 'każdy zna swoje trzy zadania', 'Dziś wszystko robi jedna osoba.'],
];

/** What sessions are about. */
export const TOPICS: readonly string[] = [
  'Od pomysłu do pierwszego kroku',
  'Podział ról w zespole',
  'Rozmowa z dyrekcją',
  'Przygotowanie Kreatywnej Kawiarenki',
  'Co dała diagnoza',
  'Plan Strefy: wybór celu',
  'Jak prosić o pomoc',
  'Podsumowanie półrocza',
];

/** What coaches write for the report. */
export const NOTES: readonly string[] = [
  'Zespół opowiedział o przebiegu ostatnich tygodni. Największą trudnością jest czas: dyżury nie pozwalają spotkać się w trójkę.\n\nUstalono stałą porę krótkich spotkań i jedną osobę, która pilnuje listy spraw.',
  'Rozmowa skupiła się na pierwszym kroku wobec partnerów. Zespół przećwiczył rozpoczęcie rozmowy i wybrał trzy organizacje.\n\nNa kolejną sesję zespół przyniesie notatki z rozmów.',
  'Omówiono wyniki diagnozy. Mieszkańcy najczęściej mówili o braku miejsca dla młodzieży po południu. Zespół wybrał z tego jeden cel do planu.',
  'Sesja podsumowująca: co się udało, co zaskoczyło, co dalej. Zespół docenił to, że ustalenia są krótkie i mają termin.',
];

/** What a coach keeps to herself; invented, and private even so. */
export const PRIVATE_NOTES: readonly string[] = [
  'Widać zmęczenie. Zapytać następnym razem o to, co daje energię.',
  'Uwaga na moje tempo: za szybko przeszłam do rozwiązań.',
  'Sprawdzić na superwizji, jak wracać do trudnego tematu relacji z przełożoną.',
];

/** Resources: kind, name, note. */
export const RESOURCES: readonly (readonly [kind: ResourceKind, name: string, note: string])[] = [
  ['place', 'Sala na piętrze, 40 miejsc', 'wolna po 16:00'],
  ['people', 'Klub seniora, 12 osób', 'chętni do pomocy przy kawiarence'],
  ['relations', 'Przychylna sekretarz gminy', ''],
  ['equipment', 'Rzutnik i nagłośnienie', 'z domu kultury'],
  ['knowledge', 'Doświadczenie w nagraniach mówionej historii', ''],
  ['strengths', 'Spokój w trudnych rozmowach', ''],
  ['money', 'Budżet obywatelski', 'nabór wiosną'],
  ['time', 'Dwie godziny w piątki', ''],
];

/** What is sought: kind, name. */
export const SOUGHT: readonly (readonly [kind: ResourceKind, name: string])[] = [
  ['people', 'Wolontariusze do obsługi spotkań'],
  ['equipment', 'Drukarka 3D na dwa tygodnie'],
  ['knowledge', 'Ktoś, kto prowadził budżet obywatelski'],
  ['relations', 'Kontakt do szkoły średniej'],
  ['money', 'Wkład na materiały plastyczne'],
];

/** Steps agreed at sessions. */
export const STEPS: readonly string[] = [
  'Umówić spotkanie z kierowniczką domu kultury',
  'Spisać pytania do kawiarenki',
  'Zadzwonić do trzech organizacji',
  'Ustalić stałą porę spotkań zespołu',
  'Przygotować notatkę dla dyrekcji',
  'Zrobić listę sprzętu, którego brakuje',
  'Zaprosić młodzież z liceum na próbę',
  'Opisać jeden pomysł na pół strony',
];
