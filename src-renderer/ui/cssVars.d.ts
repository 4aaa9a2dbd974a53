import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Our own custom properties may be set from code. */
    [name: `--${string}`]: string | number | undefined;
  }
}
