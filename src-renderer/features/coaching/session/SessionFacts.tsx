import type { ReactNode } from 'react';
import { SessionState } from '../../../../src-main/domain/coachingSession.ts';
import { useText } from '../../../i18n/text.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { TimeField } from '../../../ui/TimeField.tsx';
import type { AutosaveForm } from '../../../ui/useAutosave.ts';
import { PersonChips } from '../parts/PersonChips.tsx';
import { SeenBy } from './Part.tsx';
import styles from './Session.module.css';
import type { SessionPageData } from './SessionView.tsx';
import { tookPlace, type SessionValues } from './sessionValues.ts';

interface SessionFactsProps {
  readonly page: SessionPageData;
  readonly form: AutosaveForm<SessionValues>;
}

const USUAL_LENGTHS = [45, 60, 90] as const;

function Length({ form }: Pick<SessionFactsProps, 'form'>): ReactNode {
  const t = useText();
  const { minutes } = form.values;
  const usual = USUAL_LENGTHS.find((length) => length === minutes);
  return (
    <div className={styles['length']}>
      <ChoiceField
        label={t('coaching.session.length')}
        options={USUAL_LENGTHS.map((length) => ({ value: String(length), label: String(length) }))}
        value={usual === undefined ? null : String(usual)}
        onChange={(length) => form.set('minutes', length === null ? minutes : Number(length))}
        onBlur={() => void form.flush()}
      />
      <NumberField
        label={t('coaching.session.minutes')}
        hideLabel
        suffix={t('coaching.session.minutesShort')}
        min={5}
        max={720}
        step={5}
        {...form.field('minutes')}
      />
    </div>
  );
}

function State({ page, form }: SessionFactsProps): ReactNode {
  const t = useText();
  const choose = (state: SessionState): void => {
    const nobodyYet = form.values.presentIds.length === 0;
    form.patch({
      state,
      // Everybody comes more often than not: one takes away who did not.
      ...(tookPlace(state) && nobodyYet ? { presentIds: [...page.engagement.participantIds] } : {}),
    });
  };
  return (
    <ChoiceField
      label={t('coaching.session.state')}
      options={SessionState.options.map((state) => ({
        value: state,
        label: t(`coaching.state.${state}`),
      }))}
      value={form.values.state}
      onChange={(state) => choose(state ?? form.values.state)}
      onBlur={() => void form.flush()}
    />
  );
}

/** When, how long, where, what became of it, and who was there. */
export function SessionFacts({ page, form }: SessionFactsProps): ReactNode {
  const t = useText();
  const { state, mode } = form.values;
  const needsReason = state === 'moved' || state === 'cancelled' || state === 'no-show';
  return (
    <section className={styles['facts']} data-part="" aria-label={t('coaching.session.facts')}>
      <div className={styles['line']}>
        <div className={styles['date']}>
          <DateField label={t('coaching.session.date')} {...form.field('date')} />
        </div>
        <div className={styles['time']}>
          <TimeField label={t('coaching.session.start')} {...form.field('start')} />
        </div>
        <Length form={form} />
        <ChoiceField
          label={t('coaching.session.mode')}
          options={[
            { value: 'in-person', label: t('coaching.session.inPerson') },
            { value: 'remote', label: t('coaching.session.remote') },
          ]}
          value={mode}
          onChange={(next) => form.set('mode', next ?? mode)}
          onBlur={() => void form.flush()}
        />
      </div>
      <div className={styles['line']}>
        <State page={page} form={form} />
        {mode === 'in-person' && (
          <div className={styles['place']}>
            <TextField
              label={t('coaching.session.place')}
              placeholder={page.libraryTown}
              {...form.field('place')}
            />
          </div>
        )}
      </div>
      {needsReason && (
        <TextField
          label={t('coaching.session.reason')}
          hint={t(`coaching.session.reasonHint.${state}`)}
          {...form.field('stateReason')}
        />
      )}
      {state === 'planned' && (
        <TextField
          label={t('coaching.words.topic')}
          placeholder={t('coaching.words.topicAhead')}
          {...form.field('topic')}
        />
      )}
      {tookPlace(state) && (
        <div className={styles['present']}>
          <PersonChips
            label={t('coaching.session.present')}
            people={page.team}
            selected={form.values.presentIds}
            onChange={(presentIds) => form.set('presentIds', presentIds)}
            onBlur={() => void form.flush()}
          />
          <SeenBy agreement={page.agreement} field="attendance" />
        </div>
      )}
    </section>
  );
}
