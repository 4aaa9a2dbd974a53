import type { ReactNode } from 'react';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import {
  APPEARANCES,
  setAppearance,
  useAppearanceStore,
  type Appearance,
} from '../../state/appearance.ts';
import { reportFailure } from '../../state/notices.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Section } from '../../ui/Section.tsx';

/** The colours of the window: at once here, and kept with the workspace. */
export function AppearanceSection(): ReactNode {
  const t = useText();
  const chosen = useAppearanceStore(({ appearance }) => appearance);
  const choose = async (appearance: Appearance): Promise<void> => {
    setAppearance(appearance);
    try {
      await call('settings.save', { appearance });
    } catch (error) {
      reportFailure(error, () => choose(appearance));
    }
  };
  return (
    <Section title={t('settings.appearance.title')}>
      <ChoiceField
        label={t('settings.appearance.label')}
        hideLabel
        options={APPEARANCES.map((value) => ({
          value,
          label: t(`settings.appearance.${value}`),
        }))}
        value={chosen}
        onChange={(appearance) => void choose(appearance)}
      />
    </Section>
  );
}
