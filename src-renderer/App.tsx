import { Suspense, useEffect, type ReactNode } from 'react';
import { WelcomePage } from './features/registry.ts';
import { useText } from './i18n/text.ts';
import { Notices } from './shell/Notices.tsx';
import { PlaceBoundary } from './shell/PlaceBoundary.tsx';
import { QuestionHost } from './shell/QuestionHost.tsx';
import { Shell } from './shell/Shell.tsx';
import { useAppearanceStore } from './state/appearance.ts';
import { useWorkHeld, useWorkspaceGate } from './state/workspaceGate.ts';
import { startShortcuts } from './state/shortcuts.ts';
import { assertNever } from './ui/assertNever.ts';
import { OVERLAYS_ID } from './ui/theme.ts';
import { UiProvider } from './ui/UiProvider.tsx';

function Gate(): ReactNode {
  const gate = useWorkspaceGate();
  const held = useWorkHeld();
  // One element wherever it is shown: a page that holds the work keeps what was typed in it.
  const welcome = (
    <PlaceBoundary>
      <Suspense fallback={null}>
        <WelcomePage />
      </Suspense>
    </PlaceBoundary>
  );
  switch (gate.kind) {
    case 'checking':
      return null;
    // The welcome pages tell what is wrong with a workspace too, and what to do about it.
    case 'none':
    case 'locked':
    case 'broken':
      return welcome;
    case 'open':
      return held ? welcome : <Shell />;
    default:
      return assertNever(gate);
  }
}

function Overlays(): ReactNode {
  const t = useText();
  return <section id={OVERLAYS_ID} aria-label={t('shell.overlays')} />;
}

/** The window: first run or unlocking, then the work; toasts and questions over either. */
export function App(): ReactNode {
  const appearance = useAppearanceStore((state) => state.appearance);
  useEffect(() => startShortcuts(), []);
  return (
    <UiProvider appearance={appearance}>
      <Gate />
      <Overlays />
      <Notices />
      <QuestionHost />
    </UiProvider>
  );
}
