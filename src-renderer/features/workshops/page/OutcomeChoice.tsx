import { IconCheck, IconCut, IconPencil, IconX } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { Hint } from '../../../ui/Hint.tsx';
import styles from './outcome.module.css';
import type { AgendaItem } from './pageData.ts';

export type Outcome = NonNullable<AgendaItem['outcome']>;

/** What may become of a block, in the order of the buttons. */
const OUTCOMES = ['done', 'shortened', 'changed', 'skipped'] as const satisfies readonly Outcome[];

const ICONS: Readonly<Record<Outcome, ReactNode>> = {
  done: <IconCheck />,
  shortened: <IconCut />,
  changed: <IconPencil />,
  skipped: <IconX />,
};

export interface OutcomeChoiceProps {
  /** The block, read aloud. */
  readonly label: string;
  readonly value: Outcome | null;
  readonly onChange: (value: Outcome | null) => void;
  readonly onLeave: () => void;
  /** Buttons for a finger, with their words beside the icons. */
  readonly large?: boolean | undefined;
}

/** How a block went: as planned, shorter, otherwise, not at all; pressing the chosen one takes it back. */
export function OutcomeChoice(props: OutcomeChoiceProps): ReactNode {
  const { label, value, onChange, onLeave, large = false } = props;
  const t = useText();
  const name = useId();
  return (
    <fieldset className={styles['outcomes']} data-large={large || undefined} onBlur={onLeave}>
      <legend className="visually-hidden">{label}</legend>
      {OUTCOMES.map((outcome) => (
        <Hint key={outcome} label={t(`workshops.outcome.${outcome}`)}>
          <label className={styles['outcome']} data-outcome={outcome}>
            <input
              type="radio"
              name={name}
              aria-label={t(`workshops.outcome.${outcome}`)}
              checked={value === outcome}
              onChange={() => onChange(outcome)}
              onClick={() => {
                if (value === outcome) onChange(null);
              }}
            />
            <span aria-hidden="true">
              {ICONS[outcome]}
              {large && t(`workshops.outcome.${outcome}`)}
            </span>
          </label>
        </Hint>
      ))}
    </fieldset>
  );
}
