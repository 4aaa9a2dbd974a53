import type { ReactNode } from 'react';
import styles from './Page.module.css';

export interface PageProps {
  /** A {@link PageHeader}. */
  readonly header: ReactNode;
  /** A {@link SidePanel} beside the content. */
  readonly aside?: ReactNode;
  /** Gives the whole height to the content (a table that scrolls itself); else the page scrolls. */
  readonly fill?: boolean | undefined;
  readonly width?: 'full' | 'reading' | undefined;
  readonly children: ReactNode;
}

/** The frame of a place: header above, content that scrolls, a panel at the side. */
export function Page({
  header,
  aside,
  fill = false,
  width = 'full',
  children,
}: PageProps): ReactNode {
  return (
    <div className={styles['page']}>
      <div className={styles['column']} data-fill={fill || undefined} data-width={width}>
        <div className={styles['inner']}>
          {header}
          <div className={styles['content']}>{children}</div>
        </div>
      </div>
      {aside}
    </div>
  );
}
