import { Fragment, type ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { keyCaps, type Keys } from './keys.ts';
import styles from './KeyHint.module.css';

export interface KeyHintProps {
  readonly keys: Keys;
  /** On a dark tooltip the caps are drawn lighter. */
  readonly inverse?: boolean | undefined;
}

/** A shortcut as caps: `mod+k` is Ctrl K, or ⌘ K on a Mac; `g t` is "G potem T". */
export function KeyHint({ keys, inverse = false }: KeyHintProps): ReactNode {
  const t = useText();
  return (
    <span className={styles['keys']} data-inverse={inverse || undefined}>
      {keyCaps(keys).map((caps, index) => (
        <Fragment key={caps.join('+')}>
          {index > 0 && <span className={styles['then']}>{t('shell.help.then')}</span>}
          {caps.map((cap) => (
            <kbd key={cap} className={styles['cap']}>
              {cap}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
