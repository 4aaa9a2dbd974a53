import { Menu } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import {
  APPEARANCES,
  setAppearance,
  useAppearanceStore,
  type Appearance,
} from '../state/appearance.ts';
import { IconButton } from '../ui/IconButton.tsx';

const ICONS: Readonly<Record<Appearance, ReactNode>> = {
  system: <IconDeviceDesktop size={16} />,
  light: <IconSun size={16} />,
  dark: <IconMoon size={16} />,
};

/** Chooses how the window looks: as the system, light, dark. */
export function AppearanceButton(): ReactNode {
  const t = useText();
  const chosen = useAppearanceStore(({ appearance }) => appearance);
  return (
    <Menu position="top-start">
      <Menu.Target>
        <IconButton label={t('shell.top.appearance')} icon={ICONS[chosen]} />
      </Menu.Target>
      <Menu.Dropdown>
        {APPEARANCES.map((appearance) => (
          <Menu.Item
            key={appearance}
            leftSection={ICONS[appearance]}
            rightSection={appearance === chosen ? <IconCheck size={16} /> : null}
            onClick={() => setAppearance(appearance)}
          >
            {t(`shell.appearance.${appearance}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
