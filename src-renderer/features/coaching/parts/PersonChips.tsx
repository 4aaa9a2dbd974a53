import { IconCheck } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import styles from './PersonChips.module.css';

interface PersonChipsProps {
  readonly label: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly selected: readonly string[];
  readonly onChange: (selected: string[]) => void;
  /** One person only. */
  readonly single?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly onBlur?: (() => void) | undefined;
}

/** People as chips to press; the order of the list is kept whatever is pressed first. */
export function PersonChips(props: PersonChipsProps): ReactNode {
  const { label, people, selected, onChange, single = false, hint, onBlur } = props;
  const name = useId();
  const toggle = (id: string, on: boolean): void => {
    if (single) onChange(on ? [id] : []);
    else
      onChange(
        people.map((one) => one.id).filter((one) => (one === id ? on : selected.includes(one))),
      );
  };
  return (
    <fieldset className={styles['field']} onBlur={onBlur}>
      <legend className={styles['label']}>{label}</legend>
      <div className={styles['chips']}>
        {people.map((person) => (
          <label key={person.id} className={styles['chip']}>
            <input
              type={single ? 'radio' : 'checkbox'}
              name={name}
              checked={selected.includes(person.id)}
              onChange={(event) => toggle(person.id, event.currentTarget.checked)}
            />
            <IconCheck className={styles['check']} aria-hidden="true" />
            {person.name}
          </label>
        ))}
      </div>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
    </fieldset>
  );
}
