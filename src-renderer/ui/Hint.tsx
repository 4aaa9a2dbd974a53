import { Tooltip, type FloatingPosition } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { KeyHint } from './KeyHint.tsx';
import type { Keys } from './keys.ts';
import styles from './Hint.module.css';

export interface HintProps {
  readonly label: ReactNode;
  readonly shortcut?: Keys | undefined;
  readonly position?: FloatingPosition | undefined;
  readonly disabled?: boolean | undefined;
  /** One element that takes a ref: a button, a link, a cell. */
  readonly children: ReactElement;
}

/** A tooltip on hover and focus, with the shortcut beside the words. */
export function Hint({
  label,
  shortcut,
  position = 'bottom',
  disabled,
  children,
}: HintProps): ReactNode {
  const content = (
    <span className={styles['hint']}>
      {label}
      {shortcut !== undefined && <KeyHint keys={shortcut} inverse />}
    </span>
  );
  return (
    <Tooltip
      label={content}
      position={position}
      disabled={disabled ?? false}
      events={{ hover: true, focus: true, touch: false }}
      multiline
      maw={320}
    >
      {children}
    </Tooltip>
  );
}
