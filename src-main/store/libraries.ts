import type { Innovation } from '../domain/innovation.ts';
import type { Library, Participation } from '../domain/library.ts';
import { json, numberOrNull, text, textOrNull } from './columns.ts';
import { nounTable } from './nounTable.ts';

/** Libraries of the programme. */
export const libraries = nounTable<Library>({
  entity: 'library',
  table: 'library',
  columns: {
    name: text(),
    town: text(),
    voivodeship: text(),
    latitude: numberOrNull(),
    longitude: numberOrNull(),
    population: numberOrNull(),
    populationYear: numberOrNull(),
    address: text(),
    email: text(),
    phone: text(),
    note: text(),
  },
  search: {
    entity: 'library',
    words: (library) => `${library.town} ${library.name} ${library.voivodeship} ${library.note}`,
  },
});

/** Libraries' parts in editions. */
export const participations = nounTable<Participation>({
  entity: 'participation',
  table: 'participation',
  columns: {
    libraryId: text(),
    editionId: text(),
    state: text(),
    from: textOrNull(),
    to: textOrNull(),
  },
});

/** Ideas of the network. */
export const innovations = nounTable<Innovation>({
  entity: 'innovation',
  table: 'innovation',
  columns: { title: text(), problem: text(), towns: json() },
});
