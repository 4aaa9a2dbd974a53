import { IconCoffee } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { SaveStatus } from '../../../ui/SaveStatus.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import {
  deviates,
  minutesShown,
  useBlockForm,
  withOutcome,
  type BlockForm,
} from '../page/blockForm.ts';
import { OutcomeChoice } from '../page/OutcomeChoice.tsx';
import styles from './room.module.css';

export interface RoomBlockProps extends BlockForm {
  /** When the block begins and ends by the plan, `HH:mm`. */
  readonly from: string;
  readonly to: string;
  /** It is on now. */
  readonly current: boolean;
}

/** A block in the room: its time, what it is, and how it went, for a finger and for the last row. */
export function RoomBlock(props: RoomBlockProps): ReactNode {
  const t = useText();
  const { item, from, to, current } = props;
  const form = useBlockForm(props);
  const { values, status } = form;
  const { title } = item;
  return (
    <li
      className={styles['block']}
      aria-current={current ? 'time' : undefined}
      data-break={item.isBreak || undefined}
    >
      <span className={styles['time']}>
        <b>{from}</b>–{to}
      </span>
      <span className={styles['what']}>
        {item.isBreak && <IconCoffee aria-hidden="true" />}
        {title}
      </span>
      {!item.isBreak && (
        <OutcomeChoice
          large
          label={t('workshops.outcome.of', { title })}
          value={values.outcome}
          onChange={(outcome) => form.patch(withOutcome(values, outcome))}
          onLeave={() => void form.flush()}
        />
      )}
      {deviates(values.outcome) && (
        <span className={styles['otherwise']}>
          <TextField
            label={t('workshops.block.reason', { title })}
            hideLabel
            placeholder={t(`workshops.outcome.why.${values.outcome}`)}
            {...form.field('reason')}
          />
          {values.outcome !== 'skipped' && (
            <NumberField
              label={t('workshops.block.done', { title })}
              hideLabel
              min={0}
              max={600}
              step={5}
              suffix=" min"
              value={minutesShown(values)}
              onChange={(minutes) =>
                form.patch({ doneMinutes: minutes === values.plannedMinutes ? null : minutes })
              }
              onBlur={() => void form.flush()}
            />
          )}
        </span>
      )}
      {(status.kind === 'unsaved' || status.kind === 'failed') && (
        <span className={styles['otherwise']}>
          <SaveStatus status={status} onRetry={() => void form.retry()} />
        </span>
      )}
    </li>
  );
}
