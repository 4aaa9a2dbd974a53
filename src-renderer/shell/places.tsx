import {
  IconBooks,
  IconCalendarMonth,
  IconComponents,
  IconFileText,
  IconMap2,
  IconSettings,
  IconSun,
  IconTargetArrow,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Place, Route, SidebarPlace } from '../state/route.ts';
import { assertNever } from '../ui/assertNever.ts';

/** The picture of each place. */
export const PLACE_ICONS: Readonly<Record<Place, ReactNode>> = {
  today: <IconSun />,
  calendar: <IconCalendarMonth />,
  libraries: <IconBooks />,
  workshops: <IconUsersGroup />,
  coaching: <IconTargetArrow />,
  program: <IconMap2 />,
  reports: <IconFileText />,
  settings: <IconSettings />,
  gallery: <IconComponents />,
};

/** The keys that go to each place: G, then the letter of its Polish name. */
export const PLACE_KEYS: Readonly<Record<SidebarPlace, string>> = {
  today: 'g d',
  calendar: 'g k',
  libraries: 'g b',
  workshops: 'g w',
  coaching: 'g c',
  program: 'g p',
  reports: 'g r',
  settings: 'g u',
};

/** A place as one enters it from the sidebar, with nothing open in it. */
export function startOf(place: Place): Route {
  switch (place) {
    case 'today':
    case 'calendar':
    case 'libraries':
    case 'workshops':
    case 'coaching':
    case 'program':
    case 'reports':
    case 'settings':
    case 'gallery':
      return { place };
    default:
      return assertNever(place);
  }
}
