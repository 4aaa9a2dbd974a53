import type { CallInput, CallOutput } from '../../../../src-main/contract/contract.ts';

/** A process as it is saved back, with the revision it was read at. */
export function engagementForm(
  engagement: CallOutput<'engagement.get'>['engagement'],
): CallInput<'engagement.save'> {
  const { id, revision, libraryId, editionId, coachId, form, participantIds, title } = engagement;
  const { startedOn, endedOn } = engagement;
  return {
    id,
    revision,
    libraryId,
    editionId,
    coachId,
    form,
    participantIds,
    title,
    startedOn,
    endedOn,
  };
}
