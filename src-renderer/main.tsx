import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { call } from './bridge/bridge.ts';
import { readToday } from './features/registry.ts';
import { connectSearch } from './connectSearch.ts';
import { reportFailure } from './state/notices.ts';
import { useAppearanceStore } from './state/appearance.ts';
import { startRouter } from './state/route.ts';
import { startGate } from './state/workspaceGate.ts';
import { keepZodFromCompiling } from './state/zodWithoutEval.ts';
import { workspacePort } from './workspacePort.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// The scheme is set before the first paint, so that a dark window does not flash light.
const { appearance } = useAppearanceStore.getState();
const dark =
  appearance === 'dark' ||
  (appearance === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.dataset['mantineColorScheme'] = dark ? 'dark' : 'light';

keepZodFromCompiling();
startRouter();
startGate(workspacePort);
// While the workspace opens: a failure is told when the place itself is shown.
readToday().catch(() => undefined);
connectSearch();
useAppearanceStore.subscribe((now, before) => {
  if (now.appearance === before.appearance) return;
  call('appearance.apply', { appearance: now.appearance }).catch(reportFailure);
});

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
