import {
  IconArrowLeft,
  IconArrowRight,
  IconHelp,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconSearch,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { toggleSidebar } from '../state/appearance.ts';
import { useBadgeStore } from '../state/badges.ts';
import { showPalette } from '../state/palette.ts';
import {
  goBack,
  goForward,
  goTo,
  SIDEBAR_PLACES,
  useRouteStore,
  type SidebarPlace,
} from '../state/route.ts';
import { useMe } from '../state/who.ts';
import { Hint } from '../ui/Hint.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { PersonAvatar } from '../ui/PersonAvatar.tsx';
import { AppearanceButton } from './AppearanceButton.tsx';
import { Mark } from './Mark.tsx';
import { PLACE_ICONS, PLACE_KEYS, startOf } from './places.tsx';
import styles from './Sidebar.module.css';

export interface SidebarProps {
  readonly narrow: boolean;
  readonly onHelp: () => void;
}

interface NavItemProps {
  readonly place: SidebarPlace;
  readonly narrow: boolean;
  readonly current: boolean;
}

function NavItem({ place, narrow, current }: NavItemProps): ReactNode {
  const t = useText();
  const badge = useBadgeStore(({ badges }) => badges[place] ?? 0);
  const name = t(`shell.nav.${place}`);
  const waiting = badge > 0 ? t('shell.nav.waiting', { count: badge }) : null;
  return (
    <li>
      <Hint
        label={waiting === null ? name : `${name}, ${waiting}`}
        shortcut={PLACE_KEYS[place]}
        position="right"
      >
        <button
          type="button"
          className={styles['item']}
          aria-current={current ? 'page' : undefined}
          aria-label={waiting === null ? name : `${name}, ${waiting}`}
          onClick={() => goTo(startOf(place))}
        >
          <span className={styles['icon']} aria-hidden="true">
            {PLACE_ICONS[place]}
          </span>
          {!narrow && <span className={styles['name']}>{name}</span>}
          {badge > 0 && (
            // Drawn by the style sheet: as text it would have to be part of the name that is read aloud.
            <span
              className={styles['badge']}
              aria-hidden="true"
              data-count={badge > 99 ? '99+' : badge}
            />
          )}
        </button>
      </Hint>
    </li>
  );
}

function SearchButton({ narrow }: { readonly narrow: boolean }): ReactNode {
  const t = useText();
  if (narrow) {
    return (
      <IconButton
        label={t('shell.top.search')}
        icon={<IconSearch />}
        shortcut="mod+k"
        onClick={() => showPalette(true)}
      />
    );
  }
  return (
    <button type="button" className={styles['search']} onClick={() => showPalette(true)}>
      <IconSearch size={16} aria-hidden="true" />
      <span className={styles['name']}>{t('shell.top.search')}</span>
      <KeyHint keys="mod+k" />
    </button>
  );
}

/** The places in the order of the work, search above them, the person below them. */
export function Sidebar({ narrow, onHelp }: SidebarProps): ReactNode {
  const t = useText();
  const me = useMe();
  const { route, behind, ahead } = useRouteStore();
  const item = (place: SidebarPlace): ReactNode => (
    <NavItem key={place} place={place} narrow={narrow} current={route.place === place} />
  );
  return (
    <nav
      className={styles['sidebar']}
      data-narrow={narrow || undefined}
      aria-label={t('shell.nav.label')}
    >
      <div className={styles['head']}>
        <span className={styles['brand']}>
          <Mark />
          {!narrow && <span className={styles['product']}>{t('shell.product')}</span>}
        </span>
        <span className={styles['steps']}>
          <IconButton
            small
            label={t('shell.top.back')}
            icon={<IconArrowLeft />}
            shortcut="alt+arrowleft"
            disabled={behind === 0}
            onClick={goBack}
          />
          <IconButton
            small
            label={t('shell.top.forward')}
            icon={<IconArrowRight />}
            shortcut="alt+arrowright"
            disabled={ahead === 0}
            onClick={goForward}
          />
        </span>
      </div>
      <SearchButton narrow={narrow} />
      <div className={styles['nav']}>
        <ul className={styles['list']}>
          {SIDEBAR_PLACES.filter((place) => place !== 'settings').map(item)}
        </ul>
        <ul className={styles['list']}>{item('settings')}</ul>
      </div>
      <div className={styles['foot']}>
        {me !== null && (
          <span className={styles['me']}>
            <PersonAvatar name={me.name} size={24} />
            {!narrow && <span className={styles['myName']}>{me.name}</span>}
          </span>
        )}
        <span className={styles['tools']}>
          <AppearanceButton />
          <IconButton
            label={t('shell.top.help')}
            icon={<IconHelp />}
            shortcut="?"
            onClick={onHelp}
          />
          <IconButton
            label={narrow ? t('shell.nav.expand') : t('shell.nav.collapse')}
            icon={narrow ? <IconLayoutSidebarLeftExpand /> : <IconLayoutSidebarLeftCollapse />}
            onClick={toggleSidebar}
          />
        </span>
      </div>
    </nav>
  );
}
