import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';
import styles from './mantine.module.css';

const teal: MantineColorsTuple = [
  '#eef6f6',
  '#dcecec',
  '#b9d9da',
  '#8fbfc1',
  '#5f9fa3',
  '#37838a',
  '#1d6e75',
  '#0f5c63',
  '#0a464c',
  '#063136',
];

const amber: MantineColorsTuple = [
  '#fdf6e6',
  '#fbeecf',
  '#f6dda3',
  '#f0ca73',
  '#e8b548',
  '#e0a32e',
  '#bf8519',
  '#976610',
  '#7d5200',
  '#4f3502',
];

const warmGray: MantineColorsTuple = [
  '#fcfbf8',
  '#f4f1eb',
  '#ebe7de',
  '#e4dfd5',
  '#cfc9bd',
  '#aaa498',
  '#8b867b',
  '#666c67',
  '#555d59',
  '#1d2523',
];

const warmDark: MantineColorsTuple = [
  '#ece9e2',
  '#b0b5b0',
  '#9aa09b',
  '#7c827e',
  '#454c49',
  '#303634',
  '#232827',
  '#1a1e1d',
  '#161918',
  '#101312',
];

/** The element that menus, lists, tooltips and dialogs are drawn into; the app makes it. */
export const OVERLAYS_ID = 'overlays';

/** Mantine's parts in our language: fonts, sizes, radii, colours; the rest is in `mantine.module.css`. */
export const theme: MantineThemeOverride = createTheme({
  fontFamily: "Lato, 'Segoe UI', system-ui, sans-serif",
  headings: { fontFamily: "Lato, 'Segoe UI', system-ui, sans-serif", fontWeight: '700' },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '24px' },
  radius: { xs: '4px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'default',
  focusRing: 'never',
  colors: { teal, amber, gray: warmGray, dark: warmDark },
  components: {
    // Inside a landmark, so that what floats belongs to the page for screen readers too.
    Portal: { defaultProps: { target: `#${OVERLAYS_ID}` } },
    Tooltip: {
      defaultProps: { openDelay: 350, transitionProps: { duration: 80 } },
      classNames: { tooltip: styles['tooltip'] },
    },
    Menu: {
      defaultProps: {
        withInitialFocusPlaceholder: false,
        transitionProps: { duration: 80 },
        position: 'bottom-end',
        offset: 4,
      },
      classNames: {
        dropdown: styles['floating'],
        item: styles['menuItem'],
        label: styles['menuLabel'],
        divider: styles['menuDivider'],
      },
    },
    Popover: {
      defaultProps: { transitionProps: { duration: 80 } },
      classNames: { dropdown: styles['floating'] },
    },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 120 },
        centered: false,
        yOffset: '12vh',
        lockScroll: false,
      },
    },
    Tabs: {
      classNames: { list: styles['tabsList'], tab: styles['tab'], tabLabel: styles['tabLabel'] },
    },
    Checkbox: { classNames: { input: styles['checkInput'], label: styles['checkLabel'] } },
    Switch: { classNames: { track: styles['switchTrack'], label: styles['checkLabel'] } },
    SegmentedControl: {
      defaultProps: { transitionDuration: 120 },
      classNames: {
        root: styles['segments'],
        indicator: styles['segmentIndicator'],
        label: styles['segmentLabel'],
      },
    },
  },
});

/** Points Mantine's own colour variables at the tokens, so that both speak of the same colours. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--sheet)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-faint)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--raised)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--ink-faint)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-strong)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-color-teal-filled': 'var(--accent)',
    '--mantine-color-teal-filled-hover': 'var(--accent-strong)',
  };
  return { variables: {}, light: shared, dark: shared };
};
