import { colorScheme, isDark, setThemeSource, themeSource } from '../engine/colorScheme.ts';
import { asElectron, GuardedEmitter, type PartOf } from './guard.ts';

/** The fake `nativeTheme`; its source drives `prefers-color-scheme` in every page. */
export class StandinNativeTheme extends GuardedEmitter implements PartOf<Electron.NativeTheme> {
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  readonly shouldDifferentiateWithoutColor = false;
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;

  constructor() {
    super('nativeTheme');
  }

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return themeSource();
  }

  set themeSource(source: Electron.NativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(source)) {
      throw new TypeError(
        `Error processing argument at index 0, conversion failure from ${source}`,
      );
    }
    const before = colorScheme();
    setThemeSource(source);
    if (colorScheme() !== before) setImmediate(() => this.emit('updated'));
  }

  get shouldUseDarkColors(): boolean {
    return isDark();
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return isDark();
  }
}

/** `nativeTheme` under Electron's type. */
export const nativeTheme = asElectron<Electron.NativeTheme, StandinNativeTheme>(
  new StandinNativeTheme(),
);
