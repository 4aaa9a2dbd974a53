import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import type { ReactNode } from 'react';
import { cssVariablesResolver, theme } from './theme.ts';
import '@mantine/core/styles.layer.css';
import './fonts.css';
import './tokens.css';
import './base.css';

export interface UiProviderProps {
  /** `system` follows the machine. */
  readonly appearance: 'system' | 'light' | 'dark';
  readonly children: ReactNode;
}

/** The nonce the main process wrote into this page; Mantine's one style element carries it. */
function styleNonce(): string {
  return document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? '';
}

// The choice is kept by the appearance store; Mantine is only told of it.
const unkept = {
  ...localStorageColorSchemeManager(),
  get: () => 'auto' as const,
  set: () => undefined,
  clear: () => undefined,
};

/** Everything the kit needs around it: theme, tokens, fonts, appearance. */
export function UiProvider({ appearance, children }: UiProviderProps): ReactNode {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={unkept}
      defaultColorScheme={appearance === 'system' ? 'auto' : appearance}
      {...(appearance === 'system' ? {} : { forceColorScheme: appearance })}
      getStyleNonce={styleNonce}
    >
      {children}
    </MantineProvider>
  );
}
