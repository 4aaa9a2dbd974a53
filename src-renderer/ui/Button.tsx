import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Hint } from './Hint.tsx';
import { ariaKeys, type Keys } from './keys.ts';
import styles from './Button.module.css';

type ButtonAttributes = Omit<ComponentPropsWithRef<'button'>, 'className' | 'children' | 'type'>;

/** Takes a button's own attributes too, so that a menu or a popover can make it its target. */
export interface ButtonProps extends ButtonAttributes {
  /** `primary` is the one main decision of a view; `quiet` has no frame. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger' | undefined;
  readonly icon?: ReactNode;
  /** Works on it: says so and takes no further press. */
  readonly busy?: boolean | undefined;
  /** Shown in the tooltip; register it with `useShortcut` as well. */
  readonly shortcut?: Keys | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly children: ReactNode;
}

/** A button for a decision; forms save by themselves and need none. */
export function Button(props: ButtonProps): ReactNode {
  const {
    kind = 'plain',
    icon,
    busy = false,
    shortcut,
    type = 'button',
    children,
    ...rest
  } = props;
  const button = (
    <button
      {...rest}
      type={type}
      className={styles['button']}
      data-kind={kind}
      data-busy={busy || undefined}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-keyshortcuts={ariaKeys(shortcut)}
      onClick={busy ? undefined : rest.onClick}
    >
      {icon !== undefined && (
        <span className={styles['icon']} aria-hidden="true">
          {icon}
        </span>
      )}
      <span className={styles['words']}>{children}</span>
    </button>
  );
  if (shortcut === undefined) return button;
  return (
    <Hint label={children} shortcut={shortcut}>
      {button}
    </Hint>
  );
}
