import { z } from 'zod';
import type { CallInput } from '../../../../src-main/contract/contract.ts';
import { Resource, ResourceKind } from '../../../../src-main/domain/resource.ts';

/** A resource on the line where it is written. */
export const ResourceLine = z.object({
  direction: Resource.shape.direction,
  kind: ResourceKind,
  name: z.string(),
  ownerParticipantId: z.string().nullable(),
});
export type ResourceLine = z.infer<typeof ResourceLine>;

export const EMPTY_RESOURCE: ResourceLine = {
  direction: 'have',
  kind: 'people',
  name: '',
  ownerParticipantId: null,
};

/** The line for the next resource: the words are gone, where one was in the list stays. */
export function nextLine(line: ResourceLine): ResourceLine {
  return { ...line, name: '' };
}

/** Where a new resource belongs. */
export interface ResourcePlace {
  readonly libraryId: string;
  readonly engagementId: string;
  /** Null: noted on the process's page, outside a session. */
  readonly sessionId: string | null;
}

/** The resource as it is saved. */
export function resourceForm(line: ResourceLine, place: ResourcePlace): CallInput<'resource.save'> {
  return { id: null, revision: null, ...place, ...line, note: '', goalIds: [] };
}
