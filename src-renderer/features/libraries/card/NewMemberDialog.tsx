import type { ReactNode } from 'react';
import { newDraftId } from '../../../../src-main/domain/draft.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { useAdding } from '../../../state/useAdding.ts';
import { useNewDraft } from '../../../state/useNewDraft.ts';
import { AddDialog } from '../../../ui/AddDialog.tsx';
import { EMPTY_MEMBER, memberProblem, type MemberValues } from './member.ts';
import { MemberFields } from './MemberFields.tsx';

export interface NewMemberDialogProps {
  readonly libraryId: string;
  readonly onClose: () => void;
}

/** Somebody new in the library's team. */
export function NewMemberDialog({ libraryId, onClose }: NewMemberDialogProps): ReactNode {
  const t = useText();
  const draft = useNewDraft('participant', newDraftId(libraryId), EMPTY_MEMBER);
  const adding = useAdding(
    draft,
    (values) => memberProblem(values) === null,
    async ({ to: _left, ...member }) => {
      await call('team.add', { ...member, name: member.name.trim(), libraryId });
      onClose();
    },
  );
  const { values } = draft;
  if (values === null) return null;
  const field = <Key extends keyof MemberValues>(key: Key) => ({
    value: values[key],
    onChange: (value: MemberValues[Key]) => {
      const part: Partial<MemberValues> = {};
      draft.patch({ ...part, [key]: value });
    },
    onBlur: () => undefined,
  });
  const nameMissing = adding.tried && memberProblem(values) === 'personName';
  return (
    <AddDialog
      title={t('libraries.team.newTitle')}
      addLabel={t('libraries.team.addButton')}
      busy={adding.busy}
      failure={adding.failure}
      onAdd={adding.add}
      onClose={onClose}
    >
      <MemberFields
        field={field}
        withEnd={false}
        nameError={nameMissing ? t('libraries.check.personName') : undefined}
      />
    </AddDialog>
  );
}
