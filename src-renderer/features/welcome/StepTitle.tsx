import { useEffect, useRef, type ReactNode } from 'react';
import styles from './welcome.module.css';

export interface StepTitleProps {
  readonly children: ReactNode;
}

/** The heading of a step that replaced another: takes the focus, so that it is read and Tab goes on from it. */
export function StepTitle({ children }: StepTitleProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles['title']}>
      {children}
    </h1>
  );
}
