import type { WritableDb } from '../store/db.ts';
import { innovations, libraries, participations } from '../store/libraries.ts';
import { editions, modules } from '../store/modules.ts';
import type { Stamp } from '../store/nounTable.ts';
import { readSetting, saveSetting } from '../store/settings.ts';
import type { ReadableDb } from '../store/db.ts';
import { z } from 'zod';
import type { ProgrammeData } from './programmeData.ts';

const STATED_KEY = 'programme.stated';
const Stated = z.object({ trainingDays: z.number().nullable(), libraries: z.number().nullable() });

/** Fills a new workspace with the programme's facts. */
export function seedProgramme(db: WritableDb, stamp: Stamp, data: ProgrammeData): void {
  for (const module of data.modules) modules.insert(db, stamp, module);
  for (const edition of data.editions) editions.insert(db, stamp, edition);
  for (const library of data.libraries) libraries.insert(db, stamp, library);
  for (const participation of data.participations) participations.insert(db, stamp, participation);
  for (const innovation of data.innovations) innovations.insert(db, stamp, innovation);
  saveSetting(db, STATED_KEY, data.stated);
}

/** What the source states for the whole programme; nulls in a workspace without it. */
export function readStated(db: ReadableDb): z.infer<typeof Stated> {
  return Stated.parse(readSetting(db, STATED_KEY) ?? { trainingDays: null, libraries: null });
}
