import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { ChipsField } from '../../ui/ChipsField.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { MultiSelectField } from '../../ui/MultiSelectField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { SaveStatus } from '../../ui/SaveStatus.tsx';
import { ScoreField } from '../../ui/ScoreField.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextAreaField } from '../../ui/TextAreaField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { useAutosave } from '../../ui/useAutosave.ts';
import styles from './Gallery.module.css';
import { PEOPLE, TOWNS } from './samples.ts';

type Form = 'individual' | 'group';

interface Values {
  place: string;
  notes: string;
  date: string | null;
  from: string | null;
  minutes: number | null;
  amount: number | null;
  library: string | null;
  trainers: readonly string[];
  form: Form | null;
  strengths: readonly string[];
  agreed: boolean;
  projector: boolean;
  score: number | null;
}

const INITIAL: Values = {
  place: 'Sala konferencyjna, I piętro',
  notes: '',
  date: '2027-03-12',
  from: '09:00',
  minutes: 90,
  amount: 1_000_000,
  library: 'lapy',
  trainers: ['person-4', 'person-5'],
  form: 'group',
  strengths: ['znają mieszkańców', 'świetna kronika'],
  agreed: true,
  projector: false,
  score: 6,
};

const LIBRARIES = TOWNS.map(({ id, town }) => ({ value: id, label: town }));
const TRAINERS = PEOPLE.map(({ id, name }) => ({ value: id, label: name }));

const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250));

/** Every field, in a form that really saves by itself. */
export function FieldSamples(): ReactNode {
  const t = useText();
  const form = useAutosave<Values>({
    initial: INITIAL,
    check: ({ place }) => (place.trim() === '' ? t('gallery.fields.placeMissing') : null),
    commit: wait,
  });
  const forms = [
    { value: 'individual' as const, label: t('gallery.fields.individual') },
    { value: 'group' as const, label: t('gallery.fields.group') },
  ];
  return (
    <Section
      title={t('gallery.fields.title')}
      hint={t('gallery.fields.hint')}
      actions={<SaveStatus status={form.status} onRetry={() => void form.retry()} />}
    >
      <div className={styles['fields']}>
        <TextField
          label={t('gallery.fields.place')}
          hint={t('gallery.fields.placeHint')}
          {...form.field('place')}
        />
        <DateField label={t('gallery.fields.date')} {...form.field('date')} />
        <TimeField label={t('gallery.fields.from')} {...form.field('from')} />
        <NumberField
          label={t('gallery.fields.minutes')}
          suffix={t('gallery.fields.minutesSuffix')}
          min={0}
          step={15}
          {...form.field('minutes')}
        />
        <SelectField
          label={t('gallery.fields.library')}
          searchable
          options={LIBRARIES}
          {...form.field('library')}
        />
        <MultiSelectField
          label={t('gallery.fields.trainers')}
          options={TRAINERS}
          {...form.field('trainers')}
        />
        <ChipsField label={t('gallery.fields.strengths')} {...form.field('strengths')} />
        <MoneyField label={t('gallery.fields.amount')} {...form.field('amount')} />
        <ChoiceField label={t('gallery.fields.form')} options={forms} {...form.field('form')} />
        <ScoreField label={t('gallery.fields.score')} {...form.field('score')} />
        <TextField
          label={t('gallery.fields.email')}
          type="email"
          error={t('gallery.fields.emailWrong')}
          value="biblioteka.lapy.example"
          onChange={() => undefined}
        />
        <TextField
          label={t('gallery.fields.passphrase')}
          type="password"
          value="cztery krótkie słowa tu"
          onChange={() => undefined}
        />
        <TextField
          label={t('gallery.fields.locked')}
          disabled
          value="2027-03-12"
          onChange={() => undefined}
        />
        <CheckField label={t('gallery.fields.agreed')} {...form.field('agreed')} />
        <CheckField
          kind="switch"
          label={t('gallery.fields.projector')}
          {...form.field('projector')}
        />
        <div className={styles['wide']}>
          <TextAreaField label={t('gallery.fields.notes')} {...form.field('notes')} />
        </div>
      </div>
    </Section>
  );
}
