import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../tools/build/hash.mjs';
import { secondsOfHands, type Minute } from './hand.ts';
import { me } from './story.ts';

const whole = (value: number): string => value.toFixed(0);

function minuteLine(minute: Minute): string {
  const { title, clicks, keys, characters, seconds } = minute;
  const effort = `mysz: ${clicks}, klawisze: ${keys}, litery: ${characters}`;
  return `  ${title}\n    ${effort}; ręce: ok. ${whole(secondsOfHands(minute))} s; robot: ${seconds.toFixed(1)} s`;
}

/** What the README tells of one run. */
export interface DayFacts {
  readonly minutes: readonly Minute[];
  /** What the application ran on. */
  readonly runtime: string;
  /** Seconds from start to end. */
  readonly seconds: number;
}

/** README.txt: what is what in the folder, and how much work each part of the day was. */
export function writeReadme(folder: string, { minutes, runtime, seconds }: DayFacts): void {
  const pictures = filesBelow(join(folder, 'ekrany')).length;
  const lines = [
    'Dzień z programem Strefownik',
    '============================',
    '',
    `Zrobiony w zbudowanej aplikacji przez robota, klawiszami i myszą, w ${whole(seconds)} s.`,
    `Działało na: ${runtime}`,
    'Wszystkie osoby i zdarzenia są wymyślone.',
    '',
    'Co tu jest',
    '  raport-z-warsztatu.pdf, raport-z-coachingu.pdf   zamknięte raporty (z danymi w środku)',
    '  *.eml                                            szkice wiadomości z raportem w załączniku',
    `  ekrany/                                          ${pictures} obrazów ekranu, jasnych i ciemnych`,
    '  workspace/                                       zaszyfrowany folder z danymi',
    `      hasło: ${me.passphrase}`,
    '      otwarcie: npm start -- --workspace=<ten folder>/workspace',
    '  profil/                                          ustawienia okna i dziennik programu',
    '  figures.json                                     te same liczby dla programów',
    '',
    'Ile to pracy',
    '  „Ręce” to czas wprawnej osoby według modelu KLM (0,28 s na klawisz, 1,3 s na wskazanie',
    '  i naciśnięcie, 1,35 s namysłu przed każdym); do tego dochodzi to, co trzeba przemyśleć.',
    '',
    ...minutes.map(minuteLine),
    '',
  ];
  writeFileSync(join(folder, 'README.txt'), lines.join('\n'));
}
