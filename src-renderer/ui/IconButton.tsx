import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Hint } from './Hint.tsx';
import { ariaKeys, type Keys } from './keys.ts';
import styles from './IconButton.module.css';

type ButtonAttributes = Omit<ComponentPropsWithRef<'button'>, 'children' | 'className' | 'type'>;

/** Takes a button's own attributes too, so that a menu or a popover can make it its target. */
export interface IconButtonProps extends ButtonAttributes {
  /** What it does: read aloud, and shown in the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly shortcut?: Keys | undefined;
  /** Given for a button that stays pressed (a toggle). */
  readonly pressed?: boolean | undefined;
  readonly small?: boolean | undefined;
}

/** A button with only a picture on it; its name is in the tooltip. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { label, icon, shortcut, pressed, small = false, ...attributes } = props;
  return (
    <Hint label={label} shortcut={shortcut}>
      <button
        {...attributes}
        type="button"
        className={styles['button']}
        data-small={small || undefined}
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={ariaKeys(shortcut)}
      >
        {icon}
      </button>
    </Hint>
  );
}
