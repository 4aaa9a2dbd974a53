import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { call } from '../../../bridge/bridge.ts';
import { useWhenChanged } from '../../../state/useStored.ts';
import { compareText } from '../../../ui/collation.ts';
import type { Option } from '../../../ui/field.ts';
import { useLoaded, type Loaded } from '../../../ui/useLoaded.ts';

/** What the planning form chooses from. */
export interface PlanChoices {
  readonly editions: CallOutput<'edition.list'>['editions'];
  readonly modules: CallOutput<'edition.list'>['modules'];
  readonly libraries: CallOutput<'library.list'>;
  readonly persons: CallOutput<'person.list'>;
}

async function read(): Promise<PlanChoices> {
  const [{ editions, modules }, libraries, persons] = await Promise.all([
    call('edition.list', {}),
    call('library.list', {}),
    call('person.list', {}),
  ]);
  return { editions, modules, libraries, persons };
}

/** Reads editions, modules, libraries and people for the planning form. */
export function usePlanChoices(): Loaded<PlanChoices> {
  const choices = useLoaded(read, []);
  useWhenChanged(choices.reload);
  return choices;
}

/** Libraries to choose from by town: first those taking part in the edition, then all others, in Polish order. */
export function libraryOptions(
  libraries: PlanChoices['libraries'],
  editionId: string | null,
): readonly Option[] {
  const takesPart = (row: PlanChoices['libraries'][number]): boolean =>
    row.editions.some(({ id, state }) => id === editionId && state === 'accepted');
  const sameTown = (town: string): number => libraries.filter((row) => row.town === town).length;
  return libraries
    .toSorted((a, b) => Number(takesPart(b)) - Number(takesPart(a)) || compareText(a.town, b.town))
    .map(({ id, town, name }) => ({
      value: id,
      label: sameTown(town) > 1 ? `${town}, ${name}` : town,
    }));
}

/** People to choose from: trainers first, then everybody else. */
export function personOptions(persons: PlanChoices['persons']): readonly Option[] {
  return persons
    .toSorted(
      (a, b) =>
        Number(b.roles.includes('trainer')) - Number(a.roles.includes('trainer')) ||
        compareText(a.name, b.name),
    )
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** Days that an edition plans for a module in one library, or null when it plans none. */
export function plannedDays(
  editions: PlanChoices['editions'],
  editionId: string | null,
  moduleId: string | null,
): number | null {
  const edition = editions.find(({ id }) => id === editionId);
  return edition?.curriculum.find((part) => part.moduleId === moduleId)?.plannedDays ?? null;
}
