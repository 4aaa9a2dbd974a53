import { z } from 'zod';
import { idOf } from './id.ts';
import { Line, OptionalLine } from './noun.ts';

export const PersonId = idOf('person');
export type PersonId = z.infer<typeof PersonId>;

/** What a person does in the programme; one person may have several roles. */
export const Role = z.enum(['trainer', 'coach', 'advisor', 'coordinator']);
export type Role = z.infer<typeof Role>;

/** Which grammatical form the interface and reports use for a person (trenerka / trener). */
export const WordForm = z.enum(['feminine', 'masculine']);
export type WordForm = z.infer<typeof WordForm>;

/** A trainer, coach, advisor or coordinator. */
export const Person = z.object({
  id: PersonId,
  name: Line,
  form: WordForm,
  roles: z.array(Role).min(1, { message: 'no-role' }),
  email: OptionalLine,
  phone: OptionalLine,
});
export type Person = z.infer<typeof Person>;
