import type { WordForm } from '../../domain/person.ts';
import type { Random } from './random.ts';

// Invented people: first names and surnames are put together at random.

const FEMININE =
  'Agnieszka Alina Barbara Beata Bożena Celina Danuta Dorota Elżbieta Ewelina Gabriela Grażyna Halina Hanna Iwona Izabela Jadwiga Jolanta Justyna Kamila Karolina Kinga Lidia Lucyna Łucja Magdalena Marzena Monika Natalia Olga Patrycja Renata Róża Sylwia Teresa Urszula Wanda Weronika Zofia Żaneta'.split(
    ' ',
  );
const MASCULINE =
  'Adam Błażej Cezary Dariusz Filip Grzegorz Henryk Jacek Jarosław Krzysztof Łukasz Marek Mateusz Paweł Piotr Radosław Sławomir Tomasz Wojciech Zbigniew'.split(
    ' ',
  );
const SURNAMES: readonly (readonly [feminine: string, masculine: string])[] = [
  ['Bąk', 'Bąk'],
  ['Bielecka', 'Bielecki'],
  ['Brzozowska', 'Brzozowski'],
  ['Chmura', 'Chmura'],
  ['Cieślak', 'Cieślak'],
  ['Czajka', 'Czajka'],
  ['Dąbek', 'Dąbek'],
  ['Drozd', 'Drozd'],
  ['Gawrońska', 'Gawroński'],
  ['Głąb', 'Głąb'],
  ['Gołąb', 'Gołąb'],
  ['Jagoda', 'Jagoda'],
  ['Jaworska', 'Jaworski'],
  ['Jeżewska', 'Jeżewski'],
  ['Kalina', 'Kalina'],
  ['Kłos', 'Kłos'],
  ['Kręcik', 'Kręcik'],
  ['Kwiecień', 'Kwiecień'],
  ['Lipska', 'Lipski'],
  ['Łabędź', 'Łabędź'],
  ['Malinowa', 'Malinowy'],
  ['Modrzew', 'Modrzew'],
  ['Ogórek', 'Ogórek'],
  ['Olszyna', 'Olszyna'],
  ['Paproć', 'Paproć'],
  ['Rzepka', 'Rzepka'],
  ['Skowronek', 'Skowronek'],
  ['Sosnowa', 'Sosnowy'],
  ['Śliwa', 'Śliwa'],
  ['Świerk', 'Świerk'],
  ['Topolska', 'Topolski'],
  ['Wierzba', 'Wierzba'],
  ['Wiśnia', 'Wiśnia'],
  ['Wrzos', 'Wrzos'],
  ['Żurawska', 'Żurawski'],
  ['Źródlana', 'Źródlany'],
];

/** Somebody invented. */
export interface InventedPerson {
  readonly name: string;
  readonly form: WordForm;
}

/** An invented person; most of the teams and trainers of the programme are women. */
export function inventPerson(random: Random): InventedPerson {
  const form = random.chance(0.82) ? 'feminine' : 'masculine';
  const [feminine, masculine] = random.pick(SURNAMES);
  return form === 'feminine'
    ? { name: `${random.pick(FEMININE)} ${feminine}`, form }
    : { name: `${random.pick(MASCULINE)} ${masculine}`, form };
}

/** Different invented people; two of the same name would only confuse. */
export function inventPeople(random: Random, count: number): InventedPerson[] {
  const byName = new Map<string, InventedPerson>();
  // 40 × 36 + 20 × 36 names; a large season has namesakes, as life has.
  for (let tries = 0; byName.size < count && tries < count * 20; tries += 1) {
    const person = inventPerson(random);
    byName.set(person.name, person);
  }
  const people = [...byName.values()];
  while (people.length < count) people.push(inventPerson(random));
  return people;
}
