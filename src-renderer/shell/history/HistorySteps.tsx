import { IconArrowBackUp, IconArrowForwardUp, IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import {
  fieldText,
  isToldInLine,
  sentencesOf,
  thingText,
  valueText,
  type ChangedThing,
  type HistoryStep,
  type RecordPlace,
} from '../../state/historyText.ts';
import { inWarsaw, today } from '../../ui/calendarDate.ts';
import { formatDateNear } from '../../ui/format.ts';
import { StatusPill } from '../../ui/StatusPill.tsx';
import styles from './history.module.css';

interface ValueProps {
  readonly said: string;
  readonly value: string;
}

function Value({ said, value }: ValueProps): ReactNode {
  const t = useText();
  return (
    <span className={styles['value']} data-empty={value === '' || undefined}>
      <span className="visually-hidden">{said}: </span>
      {value === '' ? t('history.nothing') : value}
    </span>
  );
}

interface DetailsProps {
  readonly things: readonly ChangedThing[];
  /** Name the things: there is more than one, or it is not the record itself. */
  readonly named: boolean;
}

function Details({ things, named }: DetailsProps): ReactNode {
  const t = useText();
  return (
    <details className={styles['details']}>
      <summary>{t('history.details')}</summary>
      {things.map((thing) => (
        <div key={`${thing.entity} ${thing.id}`} className={styles['thing']}>
          {named && <p className={styles['name']}>{thingText(thing)}</p>}
          <dl className={styles['fields']}>
            {thing.fields.map(({ field, before, after }) => (
              <div key={field} className={styles['field']}>
                <dt>{fieldText(thing.entity, field)}</dt>
                <dd>
                  <Value
                    said={t('history.before')}
                    value={valueText(thing.entity, field, before)}
                  />
                  <IconArrowRight className={styles['arrow']} size={14} aria-hidden="true" />
                  <Value said={t('history.after')} value={valueText(thing.entity, field, after)} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </details>
  );
}

function Kind({ step }: { readonly step: HistoryStep }): ReactNode {
  const t = useText();
  if (step.undone) {
    return (
      <StatusPill tone="neutral" icon={<IconArrowBackUp />}>
        {t('history.undone')}
      </StatusPill>
    );
  }
  if (step.kind === 'work') return null;
  const icon = step.kind === 'undo' ? <IconArrowBackUp /> : <IconArrowForwardUp />;
  return (
    <StatusPill tone="info" icon={icon}>
      {t(`history.kind.${step.kind}`)}
    </StatusPill>
  );
}

interface StepProps {
  readonly step: HistoryStep;
  readonly next: boolean;
  readonly place: RecordPlace;
}

function Step({ step, next, place }: StepProps): ReactNode {
  const changed = step.things.filter(({ fields }) => fields.length > 0);
  const [only] = changed;
  const itself = changed.length === 1 && only?.entity === place.entity && only.id === place.id;
  const Said = step.undone ? 's' : 'span';
  return (
    <li
      className={styles['step']}
      data-next={next || undefined}
      data-undone={step.undone || undefined}
    >
      <span className={styles['time']}>{inWarsaw(new Date(step.at)).time}</span>
      <div className={styles['words']}>
        {sentencesOf(step, place).map((sentence) => (
          <p key={sentence}>
            <Said>{sentence}</Said>
          </p>
        ))}
        {changed.length > 0 && !isToldInLine(step) && <Details things={changed} named={!itself} />}
      </div>
      <Kind step={step} />
    </li>
  );
}

export interface HistoryStepsProps {
  readonly steps: readonly HistoryStep[];
  /** The step that undo takes back next. */
  readonly next: number | null;
  readonly place: RecordPlace;
}

/** The steps by day, newest first. */
export function HistorySteps({ steps, next, place }: HistoryStepsProps): ReactNode {
  const now = today();
  const days = Map.groupBy(steps, ({ at }) => inWarsaw(new Date(at)).date);
  return [...days].map(([date, ofDay]) => (
    <section key={date} className={styles['day']}>
      <h3 className={styles['date']}>{formatDateNear(date, now)}</h3>
      <ol className={styles['steps']}>
        {ofDay.map((step) => (
          <Step key={step.batch} step={step} next={step.batch === next} place={place} />
        ))}
      </ol>
    </section>
  ));
}
