import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Place } from '../state/route.ts';

/** The place that nearly every start opens with; asked for early, it is there when the workspace answers. */
export const readToday = () => import('./today/index.tsx');

/** What each place shows. Every place is a chunk of its own, read when it is first opened. */
export const PLACE_PAGES: Readonly<Record<Place, LazyExoticComponent<ComponentType>>> = {
  today: lazy(readToday),
  calendar: lazy(() => import('./calendar/index.tsx')),
  libraries: lazy(() => import('./libraries/index.tsx')),
  workshops: lazy(() => import('./workshops/index.tsx')),
  coaching: lazy(() => import('./coaching/index.tsx')),
  program: lazy(() => import('./program/index.tsx')),
  reports: lazy(() => import('./reports/index.tsx')),
  settings: lazy(() => import('./settings/index.tsx')),
  gallery: lazy(() => import('./gallery/index.tsx')),
};

/** First run and unlocking: the whole window, without the frame. */
export const WelcomePage = lazy(() => import('./welcome/index.tsx'));
