import { z } from 'zod';
import { PersonId } from '../domain/person.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { persons } from '../store/people.ts';
import { readSetting, saveSetting } from '../store/settings.ts';
import type { Recorded } from '../domain/noun.ts';
import type { Person } from '../domain/person.ts';
import type { Tools } from './tools.ts';

const SettingsSchema = z.object({
  reportRecipient: z.string().catch(''),
  appearance: z.enum(['system', 'light', 'dark']).catch('system'),
});
/** The person's choices. */
export type WorkspaceSettings = z.infer<typeof SettingsSchema>;

const SETTINGS_KEY = 'settings';
const ME_KEY = 'me';

/** The person's choices; what was never chosen has its default. */
export function readSettings(db: ReadableDb): WorkspaceSettings {
  return SettingsSchema.parse(readSetting(db, SETTINGS_KEY) ?? {});
}

/** Changes some of the choices; answers all. */
export function changeSettings(
  tools: Tools,
  patch: { readonly [Key in keyof WorkspaceSettings]?: WorkspaceSettings[Key] | undefined },
): WorkspaceSettings {
  return tools.store.inTransaction((db) => {
    const next = SettingsSchema.parse({ ...readSettings(db), ...patch });
    saveSetting(db, SETTINGS_KEY, next);
    db.touched('settings');
    return next;
  });
}

/** Notes whose workspace this is. */
export function saveMe(db: WritableDb, id: PersonId): void {
  saveSetting(db, ME_KEY, id);
}

/** Whose workspace this is. */
export function readMe(db: ReadableDb): Recorded<Person> {
  // In the bin or not: a workspace opens for its owner whatever was tidied away.
  const me = persons.find(db, PersonId.parse(readSetting(db, ME_KEY)));
  if (me === undefined) throw new Error('The owner of the workspace is not in it');
  return me;
}
