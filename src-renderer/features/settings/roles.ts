import type { Role, WordForm } from '../../../src-main/domain/person.ts';

/** The roles in the order they are offered. */
export const ROLES: readonly Role[] = ['trainer', 'coach', 'advisor', 'coordinator'];

/** The grammatical forms in the order they are offered. */
export const FORMS: readonly WordForm[] = ['feminine', 'masculine'];
