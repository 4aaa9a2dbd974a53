import type { LedgerModule } from '../../ui/Ledger.tsx';
import type { AttendanceMark } from '../../ui/AttendanceGrid.tsx';

/** A town of the programme, as the gallery shows it. */
export interface SampleTown {
  readonly id: string;
  readonly town: string;
  readonly voivodeship: string;
  readonly lat: number;
  readonly lon: number;
}

/** The towns of the programme. */
export const TOWNS: readonly SampleTown[] = [
  {
    id: 'grodzisk-mazowiecki',
    town: 'Grodzisk Mazowiecki',
    voivodeship: 'mazowieckie',
    lat: 52.104,
    lon: 20.634,
  },
  { id: 'jarocin', town: 'Jarocin', voivodeship: 'wielkopolskie', lat: 51.973, lon: 17.503 },
  { id: 'oswiecim', town: 'Oświęcim', voivodeship: 'małopolskie', lat: 50.034, lon: 19.21 },
  {
    id: 'piekary-slaskie',
    town: 'Piekary Śląskie',
    voivodeship: 'śląskie',
    lat: 50.38,
    lon: 18.947,
  },
  { id: 'wieliczka', town: 'Wieliczka', voivodeship: 'małopolskie', lat: 49.987, lon: 20.065 },
  { id: 'cieszyn', town: 'Cieszyn', voivodeship: 'śląskie', lat: 49.751, lon: 18.632 },
  {
    id: 'dabrowa-gornicza',
    town: 'Dąbrowa Górnicza',
    voivodeship: 'śląskie',
    lat: 50.322,
    lon: 19.195,
  },
  { id: 'glogow', town: 'Głogów', voivodeship: 'dolnośląskie', lat: 51.664, lon: 16.085 },
  { id: 'goldap', town: 'Gołdap', voivodeship: 'warmińsko-mazurskie', lat: 54.307, lon: 22.304 },
  { id: 'jaslo', town: 'Jasło', voivodeship: 'podkarpackie', lat: 49.745, lon: 21.473 },
  { id: 'krosno', town: 'Krosno', voivodeship: 'podkarpackie', lat: 49.682, lon: 21.766 },
  { id: 'krotoszyn', town: 'Krotoszyn', voivodeship: 'wielkopolskie', lat: 51.697, lon: 17.435 },
  { id: 'kwidzyn', town: 'Kwidzyn', voivodeship: 'pomorskie', lat: 53.733, lon: 18.931 },
  { id: 'lapy', town: 'Łapy', voivodeship: 'podlaskie', lat: 52.991, lon: 22.884 },
  { id: 'morag', town: 'Morąg', voivodeship: 'warmińsko-mazurskie', lat: 53.916, lon: 19.927 },
  {
    id: 'nowy-tomysl',
    town: 'Nowy Tomyśl',
    voivodeship: 'wielkopolskie',
    lat: 52.317,
    lon: 16.128,
  },
  { id: 'olawa', town: 'Oława', voivodeship: 'dolnośląskie', lat: 50.947, lon: 17.293 },
  { id: 'piaseczno', town: 'Piaseczno', voivodeship: 'mazowieckie', lat: 52.081, lon: 21.024 },
  {
    id: 'piotrkow-trybunalski',
    town: 'Piotrków Trybunalski',
    voivodeship: 'łódzkie',
    lat: 51.405,
    lon: 19.703,
  },
  { id: 'przasnysz', town: 'Przasnysz', voivodeship: 'mazowieckie', lat: 53.019, lon: 20.88 },
  {
    id: 'sepolno-krajenskie',
    town: 'Sępólno Krajeńskie',
    voivodeship: 'kujawsko-pomorskie',
    lat: 53.452,
    lon: 17.531,
  },
  { id: 'slupsk', town: 'Słupsk', voivodeship: 'pomorskie', lat: 54.464, lon: 17.029 },
  { id: 'sopot', town: 'Sopot', voivodeship: 'pomorskie', lat: 54.442, lon: 18.56 },
  {
    id: 'sucha-beskidzka',
    town: 'Sucha Beskidzka',
    voivodeship: 'małopolskie',
    lat: 49.74,
    lon: 19.589,
  },
  { id: 'wolomin', town: 'Wołomin', voivodeship: 'mazowieckie', lat: 52.34, lon: 21.242 },
];

/** A line of the gallery's table. */
export interface SampleRow extends SampleTown {
  readonly population: number | null;
  readonly days: number;
  readonly accepted: boolean;
}

/** As many lines as ten years may bring, so that the table is shown at its full length. */
export const ROWS: readonly SampleRow[] = Array.from({ length: 6_000 }, (_, index) => {
  const town = TOWNS[index % TOWNS.length];
  if (town === undefined) throw new RangeError('no towns');
  return {
    ...town,
    id: `${town.id}-${index}`,
    population: index % 11 === 0 ? null : 7_000 + ((index * 7_919) % 113_000),
    days: index % 14,
    accepted: index % 9 !== 0,
  };
});

const done = { state: 'delivered', note: '12 marca 2027, Łapy' } as const;
const planned = { state: 'planned', note: '16 kwietnia 2027, Gołdap' } as const;
const missing = { state: 'missing' } as const;

/** The four modules of the curriculum in the middle of a season. */
export const LEDGER: readonly LedgerModule[] = [
  { key: 'interpersonal', name: 'Interpersonalny', cells: [done, done, { ...done, half: true }] },
  { key: 'diagnosis', name: 'Diagnoza', cells: [done, done, done, { ...done, state: 'extra' }] },
  { key: 'planning', name: 'Planowanie strategiczne', cells: [done, planned, planned, missing] },
  {
    key: 'change',
    name: 'Zarządzanie zmianą i komunikacją z otoczeniem',
    cells: [missing, missing, missing],
  },
];

const GROUPS = ['Łapy', 'Gołdap', 'Jarocin'];

/** Invented people, six from each of three libraries. */
export const PEOPLE = [
  'Anna Żak',
  'Beata Cichoń',
  'Celina Łoś',
  'Daniel Wrona',
  'Ewa Śliwa',
  'Filip Gąska',
  'Grażyna Źródłowska',
  'Halina Bąk',
  'Irena Ćwik',
  'Jakub Rogal',
  'Kamila Dąb',
  'Lena Sójka',
  'Maria Jeż',
  'Norbert Kłos',
  'Olga Pień',
  'Paweł Ósmy',
  'Renata Wąsik',
  'Sylwia Głaz',
].map((name, index) => ({ id: `person-${index}`, name, group: GROUPS[Math.floor(index / 6)] }));

/** The two days of the gallery's workshop. */
export const DAYS = [
  { id: 'day-1', label: 'pt. 12 mar', detail: '9:00–16:00' },
  { id: 'day-2', label: 'sob. 13 mar', detail: '9:00–14:00' },
];

const MARKS: readonly AttendanceMark[] = [
  'present',
  'present',
  'absent',
  'present',
  'excused',
  'unchecked',
];

/** Marks to begin with: the first day nearly done, the second not begun. */
export const FIRST_MARKS: Readonly<Record<string, AttendanceMark>> = Object.fromEntries(
  PEOPLE.map(({ id }, index) => [`${id} day-1`, MARKS[index % MARKS.length] ?? 'unchecked']),
);
