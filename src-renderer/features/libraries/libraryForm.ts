import type { CallInput, CallOutput } from '../../../src-main/contract/contract.ts';

export type LibraryCard = CallOutput<'library.get'>;
export type StoredLibrary = LibraryCard['library'];

/** What the form of a library holds. */
export interface LibraryValues {
  readonly name: string;
  readonly town: string;
  readonly voivodeship: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  readonly population: number | null;
  readonly populationYear: number | null;
  /** Degrees north and east. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly note: string;
}

export const EMPTY_LIBRARY: LibraryValues = {
  name: '',
  town: '',
  voivodeship: '',
  address: '',
  email: '',
  phone: '',
  population: null,
  populationYear: null,
  latitude: null,
  longitude: null,
  note: '',
};

/** A stored library as its form holds it. */
export function valuesOf(library: StoredLibrary): LibraryValues {
  const { name, town, voivodeship, address, email, phone, note } = library;
  const { population, populationYear, latitude, longitude } = library;
  return {
    name,
    town,
    voivodeship,
    address,
    email,
    phone,
    population,
    populationYear,
    latitude,
    longitude,
    note,
  };
}

/** What keeps a library from being saved; null when nothing does. */
export function libraryProblem(values: LibraryValues): 'town' | 'name' | 'year' | null {
  if (values.town.trim() === '') return 'town';
  if (values.name.trim() === '') return 'name';
  const { populationYear: year } = values;
  return year !== null && (year < 1900 || year > 2200) ? 'year' : null;
}

/** A form as the store takes it; `saved` is null for a new library. */
export function libraryForm(
  values: LibraryValues,
  saved: Pick<StoredLibrary, 'id' | 'revision'> | null,
): CallInput<'library.save'> {
  return {
    ...values,
    name: values.name.trim(),
    town: values.town.trim(),
    id: saved?.id ?? null,
    revision: saved?.revision ?? null,
  };
}
