import { listLibraries, takesPartInTraining } from './libraries.ts';
import { libraries, innovations, participations } from '../store/libraries.ts';
import { editions, modules } from '../store/modules.ts';
import { readStated } from './seedProgramme.ts';
import { totalsOfAll } from './totals.ts';
import type { Tools } from './tools.ts';

/** Editions and modules. */
export function listEditions(tools: Tools) {
  return {
    editions: editions.list(tools.store, 'true order by "from"'),
    modules: modules.list(tools.store),
  };
}

/** The programme as a whole: time line, numbers, map, innovations. */
export function readProgram(tools: Tools) {
  const db = tools.store;
  const { editions: all, modules: modulesOfAll } = listEditions(tools);
  const parts = Map.groupBy(participations.list(db), (part) => part.editionId);
  const { whole, each } = totalsOfAll(db, all);
  const lines = new Map(listLibraries(tools).map((line) => [line.id, line]));
  return {
    editions: all.map((edition) => ({
      ...edition,
      totals: each.get(edition.id) ?? whole,
      acceptedLibraries: (parts.get(edition.id) ?? [])
        .filter((part) => takesPartInTraining(part.state))
        .map((part) => part.libraryId),
    })),
    modules: modulesOfAll,
    whole,
    stated: readStated(db),
    libraries: libraries.list(db).map((library) => ({
      id: library.id,
      town: library.town,
      latitude: library.latitude,
      longitude: library.longitude,
      delivered: lines.get(library.id)?.delivered ?? 0,
      target: lines.get(library.id)?.target ?? 0,
    })),
    innovations: innovations.list(db, 'true order by id'),
  };
}
