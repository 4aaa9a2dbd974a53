import type { Edition, Module } from '../domain/edition.ts';
import { json, number, text } from './columns.ts';
import { nounTable } from './nounTable.ts';

/** Modules of the workshops. */
export const modules = nounTable<Module>({
  entity: 'module',
  table: 'module',
  columns: { name: text(), topic: text() },
});

/** Editions with their phases, curriculum and targets. */
export const editions = nounTable<Edition>({
  entity: 'edition',
  table: 'edition',
  columns: {
    name: text(),
    from: text(),
    to: text(),
    phases: json(),
    curriculum: json(),
    targets: json(),
    hourUnitMinutes: number(),
  },
});
