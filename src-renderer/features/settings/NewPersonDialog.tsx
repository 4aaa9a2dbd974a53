import type { ReactNode } from 'react';
import { newDraftId } from '../../../src-main/domain/draft.ts';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { useAdding } from '../../state/useAdding.ts';
import { useNewDraft } from '../../state/useNewDraft.ts';
import { AddDialog } from '../../ui/AddDialog.tsx';
import { PersonFields } from './PersonFields.tsx';
import { EMPTY_PERSON, personForm, personProblem } from './personForm.ts';

export interface NewPersonDialogProps {
  readonly onClose: () => void;
}

/** Somebody new in the programme: a trainer, coach, advisor or coordinator. */
export function NewPersonDialog({ onClose }: NewPersonDialogProps): ReactNode {
  const t = useText();
  const draft = useNewDraft('person', newDraftId(), EMPTY_PERSON);
  const adding = useAdding(
    draft,
    (values) => personProblem(values) === null,
    async (values) => {
      await call('person.save', personForm(values, null));
      onClose();
    },
  );
  if (draft.values === null) return null;
  return (
    <AddDialog
      title={t('settings.people.newTitle')}
      addLabel={t('settings.people.addButton')}
      busy={adding.busy}
      failure={adding.failure}
      onAdd={adding.add}
      onClose={onClose}
    >
      <PersonFields values={draft.values} strict={adding.tried} patch={draft.patch} />
    </AddDialog>
  );
}
