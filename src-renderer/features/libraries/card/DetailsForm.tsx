import { useEffect, useRef, type ReactNode } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useText } from '../../../i18n/text.ts';
import { draftValues } from '../../../state/draftValues.ts';
import { rereadWhenChanged } from '../../../state/rereadWhenChanged.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { SaveStatus } from '../../../ui/SaveStatus.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextAreaField } from '../../../ui/TextAreaField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useAutosave, type AutosaveForm } from '../../../ui/useAutosave.ts';
import { useLoaded } from '../../../ui/useLoaded.ts';
import {
  libraryForm,
  libraryProblem,
  valuesOf,
  type LibraryValues,
  type StoredLibrary,
} from '../libraryForm.ts';
import { VOIVODESHIPS } from '../voivodeships.ts';
import styles from './card.module.css';
import { YearField } from './YearField.tsx';

const VOIVODESHIP_OPTIONS = VOIVODESHIPS.map((value) => ({ value, label: value }));

function Fields({ form }: { readonly form: AutosaveForm<LibraryValues> }): ReactNode {
  const t = useText();
  const problem = libraryProblem(form.values);
  const voivodeship = form.field('voivodeship');
  return (
    <div className={styles['form']}>
      <TextField
        label={t('libraries.fields.town')}
        error={problem === 'town' ? t('libraries.check.town') : undefined}
        {...form.field('town')}
      />
      <TextField
        label={t('libraries.fields.name')}
        error={problem === 'name' ? t('libraries.check.name') : undefined}
        {...form.field('name')}
      />
      <SelectField
        label={t('libraries.fields.voivodeship')}
        searchable
        clearable
        options={VOIVODESHIP_OPTIONS}
        value={VOIVODESHIPS.find((one) => one === voivodeship.value) ?? null}
        onChange={(next) => voivodeship.onChange(next ?? '')}
        onBlur={voivodeship.onBlur}
      />
      <TextField label={t('libraries.fields.address')} {...form.field('address')} />
      <TextField label={t('libraries.fields.email')} type="email" {...form.field('email')} />
      <TextField label={t('libraries.fields.phone')} type="tel" {...form.field('phone')} />
      <div className={styles['pair']}>
        <NumberField
          label={t('libraries.fields.population')}
          min={0}
          {...form.field('population')}
        />
        <YearField
          label={t('libraries.fields.populationYear')}
          error={problem === 'year' ? t('libraries.check.year') : undefined}
          {...form.field('populationYear')}
        />
      </div>
      <div className={styles['pair']}>
        <NumberField
          label={t('libraries.fields.latitude')}
          min={-90}
          max={90}
          decimals={4}
          {...form.field('latitude')}
        />
        <NumberField
          label={t('libraries.fields.longitude')}
          min={-180}
          max={180}
          decimals={4}
          {...form.field('longitude')}
        />
      </div>
      <TextAreaField label={t('libraries.fields.note')} {...form.field('note')} />
      <SaveStatus status={form.status} onRetry={() => void form.retry()} />
    </div>
  );
}

interface OpenFormProps {
  readonly library: StoredLibrary;
  readonly draft: LibraryValues | null;
}

function OpenForm({ library, draft }: OpenFormProps): ReactNode {
  const t = useText();
  const saved = useRef<Pick<StoredLibrary, 'id' | 'revision'>>(library);
  const form = useAutosave<LibraryValues>({
    initial: draft ?? valuesOf(library),
    initialIsDraft: draft !== null,
    check: (values) => {
      const problem = libraryProblem(values);
      return problem === null ? null : t(`libraries.check.${problem}`);
    },
    commit: (values) =>
      rereadWhenChanged(
        async () => {
          saved.current = await call('library.save', libraryForm(values, saved.current));
        },
        async () => {
          const { library: newest } = await call('library.get', { id: library.id });
          saved.current = newest;
        },
      ),
    keepDraft: async (values) => {
      await call('draft.keep', {
        entity: 'library',
        entityId: saved.current.id,
        baseRevision: saved.current.revision,
        body: JSON.stringify(values),
      });
    },
  });
  const { reset, status } = form;
  const settled = status.kind === 'clean' || status.kind === 'saved';
  useEffect(() => {
    // Changed in another place while nothing here waits to be saved: the form follows.
    if (!settled || library.revision <= saved.current.revision) return;
    saved.current = library;
    reset(valuesOf(library));
  }, [library, settled, reset]);
  return <Fields form={form} />;
}

export interface DetailsFormProps {
  readonly library: StoredLibrary;
}

/** The details of a library, with the words back that were never committed. */
export function DetailsForm({ library }: DetailsFormProps): ReactNode {
  const draft = useLoaded(async () => {
    const kept = await call('draft.get', { entity: 'library', entityId: library.id });
    return kept?.baseRevision === library.revision
      ? draftValues(kept.body, valuesOf(library))
      : null;
  }, []);
  return (
    <LoadedView of={draft}>{(kept) => <OpenForm library={library} draft={kept} />}</LoadedView>
  );
}
