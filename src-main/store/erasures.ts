import type { Erasure } from '../domain/erasure.ts';
import { json, text, textOrNull } from './columns.ts';
import { nounTable } from './nounTable.ts';

/** Protocols of erasures. */
export const erasures = nounTable<Erasure>({
  entity: 'erasure',
  table: 'erasure',
  columns: {
    subjectKind: text(),
    subjectId: text(),
    number: text(),
    erasedOn: text(),
    reason: text(),
    counts: json(),
    reports: json(),
    fileId: textOrNull(),
  },
});
