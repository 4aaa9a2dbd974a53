// Invented agendas of the four modules, in the words of the people who would have written them.

/** A block of a training day. */
export interface BlockText {
  readonly title: string;
  readonly minutes: number;
  readonly isBreak?: boolean;
  readonly aim: string;
  readonly method: string;
  readonly materials: string;
}

const BREAK: BlockText = {
  title: 'Przerwa',
  minutes: 15,
  isBreak: true,
  aim: '',
  method: '',
  materials: '',
};
const LUNCH: BlockText = { ...BREAK, title: 'Obiad', minutes: 60 };

/** Days of blocks for each module, by the module's key. */
export const AGENDAS: Readonly<Record<string, readonly (readonly BlockText[])[]>> = {
  interpersonal: [
    [
      {
        title: 'Powitanie i kontrakt grupy',
        minutes: 45,
        aim: 'Poznajemy się i ustalamy zasady',
        method: 'runda',
        materials: 'flipchart, markery',
      },
      {
        title: 'Jak mówimy o swojej bibliotece',
        minutes: 90,
        aim: 'Każdy zespół umie opowiedzieć o Strefie w dwie minuty',
        method: 'ćwiczenie w trójkach',
        materials: 'karty z rolami rozmówców',
      },
      BREAK,
      {
        title: 'Aktywne słuchanie',
        minutes: 90,
        aim: 'Rozróżniamy pytania otwarte i zamknięte',
        method: 'mini-wykład i praca w parach',
        materials: 'karty pytań',
      },
      LUNCH,
      {
        title: 'Rozmowa z partnerem',
        minutes: 120,
        aim: 'Przygotowanie prawdziwej rozmowy z urzędem lub NGO',
        method: 'scenki z informacją zwrotną',
        materials: 'kamera, arkusz obserwatora',
      },
    ],
    [
      {
        title: 'Co zostało po wczoraj',
        minutes: 30,
        aim: 'Powtórka',
        method: 'runda',
        materials: '',
      },
      {
        title: 'Role w zespole',
        minutes: 105,
        aim: 'Zespół nazywa mocne strony każdej osoby',
        method: 'kwestionariusz i rozmowa',
        materials: 'kwestionariusze',
      },
      BREAK,
      {
        title: 'Trudne sytuacje we współpracy',
        minutes: 120,
        aim: 'Komunikat „ja” w praktyce',
        method: 'studium przypadku',
        materials: 'opisy sytuacji',
      },
      LUNCH,
      {
        title: 'Plan współpracy zespołu',
        minutes: 90,
        aim: 'Zadanie wdrożeniowe do następnego modułu',
        method: 'praca zespołowa',
        materials: 'arkusz zadania',
      },
    ],
  ],
  diagnosis: [
    [
      {
        title: 'Po co nam diagnoza',
        minutes: 60,
        aim: 'Różnica między opinią a rozpoznaniem',
        method: 'dyskusja',
        materials: 'flipchart',
      },
      {
        title: 'Metody pytania mieszkańców',
        minutes: 105,
        aim: 'Poznajemy wywiad, ankietę, spacer badawczy, kawiarenkę',
        method: 'stacje zadaniowe',
        materials: 'karty metod, naklejki',
      },
      BREAK,
      {
        title: 'Dobre pytania',
        minutes: 75,
        aim: 'Zespoły piszą swoje pytania',
        method: 'praca w zespołach',
        materials: 'kartki A3, markery',
      },
      LUNCH,
      {
        title: 'Próba: Kreatywna Kawiarenka',
        minutes: 120,
        aim: 'Prowadzimy kawiarenkę na sobie',
        method: 'symulacja',
        materials: 'obrusy papierowe, kawa, instrukcje gospodarzy stolików',
      },
    ],
    [
      {
        title: 'Spacer badawczy',
        minutes: 120,
        aim: 'Patrzymy na miasto oczami mieszkańców',
        method: 'wyjście w teren',
        materials: 'mapy miasta, podkładki',
      },
      BREAK,
      {
        title: 'Co z tego wynika',
        minutes: 90,
        aim: 'Od notatek do wniosków',
        method: 'grupowanie karteczek',
        materials: 'karteczki samoprzylepne',
      },
      LUNCH,
      {
        title: 'Plan diagnozy w moim mieście',
        minutes: 105,
        aim: 'Terminy, metody, osoby',
        method: 'praca zespołowa',
        materials: 'arkusz planu diagnozy',
      },
    ],
  ],
  planning: [
    [
      {
        title: 'Od diagnozy do celu',
        minutes: 90,
        aim: 'Jeden problem, jeden cel',
        method: 'drzewo problemów',
        materials: 'brystol, karteczki',
      },
      BREAK,
      {
        title: 'Pomysły ponad miarę',
        minutes: 90,
        aim: 'Wiele rozwiązań, zanim wybierzemy jedno',
        method: 'burza mózgów z ograniczeniami',
        materials: 'kostki z ograniczeniami',
      },
      LUNCH,
      {
        title: 'Działania i zasoby',
        minutes: 120,
        aim: 'Kto, co, kiedy, za ile',
        method: 'praca w zespołach',
        materials: 'arkusz planu Strefy',
      },
    ],
    [
      {
        title: 'Budżet bez strachu',
        minutes: 90,
        aim: 'Kosztorys do 10 000 zł',
        method: 'ćwiczenie z kalkulatorem',
        materials: 'arkusz budżetu, kalkulatory',
      },
      BREAK,
      {
        title: 'Ryzyko i plan B',
        minutes: 75,
        aim: 'Co może pójść nie tak',
        method: 'pre-mortem',
        materials: 'karteczki',
      },
      LUNCH,
      {
        title: 'Prezentacje planów',
        minutes: 120,
        aim: 'Informacja zwrotna od innych Stref',
        method: 'galeria i głosy',
        materials: 'plansze, naklejki',
      },
    ],
  ],
  change: [
    [
      {
        title: 'Jak ludzie przeżywają zmianę',
        minutes: 90,
        aim: 'Krzywa zmiany na własnych przykładach',
        method: 'mini-wykład, rozmowa',
        materials: 'plansza z krzywą',
      },
      BREAK,
      {
        title: 'Sojusznicy i sceptycy',
        minutes: 90,
        aim: 'Mapa otoczenia Strefy',
        method: 'mapa interesariuszy',
        materials: 'flipchart, figurki',
      },
      LUNCH,
      {
        title: 'Opowieść o Strefie',
        minutes: 120,
        aim: 'Notatka prasowa i wpis',
        method: 'warsztat pisania',
        materials: 'laptopy, przykłady notatek',
      },
    ],
    [
      {
        title: 'Rozmowa z burmistrzem',
        minutes: 120,
        aim: 'Próba rozmowy o pieniądzach',
        method: 'symulacja z gościem',
        materials: 'scenariusz, arkusz obserwatora',
      },
      BREAK,
      {
        title: 'Dzielenie się wiedzą w powiecie',
        minutes: 75,
        aim: 'Co przekażemy bibliotekom gminnym',
        method: 'praca zespołowa',
        materials: 'arkusz',
      },
      LUNCH,
      {
        title: 'Zakończenie cyklu',
        minutes: 90,
        aim: 'Co zabieram, co zostawiam',
        method: 'runda',
        materials: 'pocztówki',
      },
    ],
  ],
};

/** Blocks for modules that the lists above do not know. */
export const ANY_AGENDA: readonly BlockText[] = [
  {
    title: 'Część pierwsza',
    minutes: 120,
    aim: 'Wprowadzenie',
    method: 'mini-wykład',
    materials: 'flipchart',
  },
  LUNCH,
  {
    title: 'Część druga',
    minutes: 120,
    aim: 'Ćwiczenia',
    method: 'praca w grupach',
    materials: 'arkusze',
  },
];
