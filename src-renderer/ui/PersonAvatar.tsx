import type { ReactNode } from 'react';
import { initialsOf } from './format.ts';
import styles from './PersonAvatar.module.css';

export interface PersonAvatarProps {
  readonly name: string;
  /** Pixels. */
  readonly size?: number | undefined;
}

const HUES = 6;

function hueOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % HUES;
}

/** A person's initials in a quiet colour of their own; beside a written name it is only a picture. */
export function PersonAvatar({ name, size = 24 }: PersonAvatarProps): ReactNode {
  return (
    <span
      className={styles['avatar']}
      data-hue={hueOf(name)}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.42) }}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}
