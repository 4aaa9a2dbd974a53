import type { ReactNode } from 'react';
import { newDraftId } from '../../../../src-main/domain/draft.ts';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { goTo } from '../../../state/route.ts';
import { useAdding } from '../../../state/useAdding.ts';
import { useNewDraft } from '../../../state/useNewDraft.ts';
import { AddDialog } from '../../../ui/AddDialog.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { EMPTY_LIBRARY, libraryForm } from '../libraryForm.ts';
import { VOIVODESHIPS } from '../voivodeships.ts';
import styles from './LibraryList.module.css';

const VOIVODESHIP_OPTIONS = VOIVODESHIPS.map((value) => ({ value, label: value }));

export interface NewLibraryDialogProps {
  readonly onClose: () => void;
}

/** A new library: town, name, voivodeship; the rest is filled in on its card. */
export function NewLibraryDialog({ onClose }: NewLibraryDialogProps): ReactNode {
  const t = useText();
  const draft = useNewDraft('library', newDraftId(), EMPTY_LIBRARY);
  const adding = useAdding(
    draft,
    ({ town, name }) => town.trim() !== '' && name.trim() !== '',
    async (filled) => {
      const { id } = await call('library.save', libraryForm(filled, null));
      onClose();
      goTo({ place: 'libraries', libraryId: id });
    },
  );
  const { values } = draft;
  if (values === null) return null;
  const missing = (words: string): boolean => adding.tried && words.trim() === '';
  return (
    <AddDialog
      title={t('libraries.new.title')}
      addLabel={t('libraries.new.add')}
      busy={adding.busy}
      failure={adding.failure}
      onAdd={adding.add}
      onClose={onClose}
    >
      <TextField
        label={t('libraries.fields.town')}
        autoFocus
        error={missing(values.town) ? t('libraries.check.town') : undefined}
        value={values.town}
        onChange={(town) => draft.patch({ town })}
      />
      <TextField
        label={t('libraries.fields.name')}
        error={missing(values.name) ? t('libraries.check.name') : undefined}
        value={values.name}
        onChange={(name) => draft.patch({ name })}
      />
      <SelectField
        label={t('libraries.fields.voivodeship')}
        searchable
        clearable
        options={VOIVODESHIP_OPTIONS}
        value={VOIVODESHIPS.find((one) => one === values.voivodeship) ?? null}
        onChange={(voivodeship) => draft.patch({ voivodeship: voivodeship ?? '' })}
      />
      <p className={styles['hint']}>{t('libraries.new.hint')}</p>
    </AddDialog>
  );
}
