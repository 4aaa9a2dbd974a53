import type { ReactNode } from 'react';
import { newDraftId } from '../../../../src-main/domain/draft.ts';
import type { ResourceKind } from '../../../../src-main/domain/resource.ts';
import { call } from '../../../bridge/bridge.ts';
import { libraries as words } from '../../../i18n/pl/libraries.ts';
import { useText } from '../../../i18n/text.ts';
import { notify } from '../../../state/notices.ts';
import { useAdding } from '../../../state/useAdding.ts';
import { useNewDraft } from '../../../state/useNewDraft.ts';
import { AddDialog } from '../../../ui/AddDialog.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';

interface ResourceValues {
  readonly direction: 'have' | 'seek';
  readonly kind: ResourceKind;
  readonly name: string;
}

const EMPTY: ResourceValues = { direction: 'have', kind: 'other', name: '' };

function isKind(name: string): name is ResourceKind {
  return Object.hasOwn(words.resources.kind, name);
}

/** The kinds in the order of their texts. */
const KINDS = Object.keys(words.resources.kind).filter(isKind);

export interface NewResourceDialogProps {
  readonly libraryId: string;
  readonly onClose: () => void;
}

/** Something the whole team has or seeks; resources of persons come up in coaching. */
export function NewResourceDialog({ libraryId, onClose }: NewResourceDialogProps): ReactNode {
  const t = useText();
  const draft = useNewDraft('resource', newDraftId(libraryId), EMPTY);
  const adding = useAdding(
    draft,
    (values) => values.name.trim() !== '',
    async (values) => {
      const name = values.name.trim();
      await call('resource.save', {
        ...values,
        name,
        note: '',
        id: null,
        revision: null,
        libraryId,
        engagementId: null,
        sessionId: null,
        ownerParticipantId: null,
        goalIds: [],
      });
      notify(t('libraries.resources.added', { name }));
      onClose();
    },
  );
  const { values } = draft;
  if (values === null) return null;
  const nameMissing = adding.tried && values.name.trim() === '';
  return (
    <AddDialog
      title={t('libraries.resources.add')}
      addLabel={t('libraries.resources.addButton')}
      busy={adding.busy}
      failure={adding.failure}
      onAdd={adding.add}
      onClose={onClose}
    >
      <ChoiceField
        label={t('libraries.resources.direction')}
        options={(['have', 'seek'] as const).map((value) => ({
          value,
          label: t(`libraries.resources.${value}`),
        }))}
        value={values.direction}
        onChange={(direction) => draft.patch({ direction })}
      />
      <TextField
        label={t('libraries.resources.name')}
        placeholder={t('libraries.resources.nameHint')}
        autoFocus
        error={nameMissing ? t('libraries.resources.nameMissing') : undefined}
        value={values.name}
        onChange={(name) => draft.patch({ name })}
      />
      <SelectField
        label={t('libraries.resources.kindLabel')}
        options={KINDS.map((value) => ({ value, label: t(`libraries.resources.kind.${value}`) }))}
        value={values.kind}
        onChange={(kind) => draft.patch({ kind: kind ?? 'other' })}
      />
    </AddDialog>
  );
}
