import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { setAppearance, useAppearanceStore } from '../../state/appearance.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Count } from '../../ui/Count.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { ButtonSamples } from './ButtonSamples.tsx';
import { FieldSamples } from './FieldSamples.tsx';
import { ROWS, type SampleRow } from './samples.ts';
import {
  AttendanceSamples,
  ChartSamples,
  LedgerSamples,
  MapSamples,
  TimelineSamples,
} from './SightSamples.tsx';
import { PlaceStateSamples, StatusSamples } from './StateSamples.tsx';
import { TableSamples } from './TableSamples.tsx';
import { TypeSamples } from './TypeSamples.tsx';

type View = 'parts' | 'table';

/** The whole kit on one page, in every state, and its table at full length. */
export default function Gallery(): ReactNode {
  const t = useText();
  const [view, setView] = useState<View>('parts');
  const [selected, setSelected] = useState<SampleRow | null>(null);
  const appearance = useAppearanceStore((state) => state.appearance);
  const switches = (
    <>
      <ChoiceField
        label={t('gallery.views')}
        hideLabel
        options={[
          { value: 'parts', label: t('gallery.parts') },
          { value: 'table', label: t('gallery.table') },
        ]}
        value={view}
        onChange={setView}
      />
      <ChoiceField
        label={t('gallery.appearance')}
        hideLabel
        options={[
          { value: 'light', label: t('gallery.light') },
          { value: 'dark', label: t('gallery.dark') },
        ]}
        value={appearance === 'system' ? null : appearance}
        onChange={setAppearance}
      />
    </>
  );
  const header = (
    <PageHeader title={t('gallery.title')} subtitle={t('gallery.subtitle')} actions={switches} />
  );
  if (view === 'parts') {
    return (
      <Page header={header}>
        <TypeSamples />
        <ButtonSamples />
        <StatusSamples />
        <LedgerSamples />
        <ChartSamples />
        <FieldSamples />
        <AttendanceSamples />
        <TimelineSamples />
        <PlaceStateSamples />
        <MapSamples />
      </Page>
    );
  }
  const panel = selected !== null && (
    <SidePanel
      title={selected.town}
      subtitle={selected.voivodeship}
      onClose={() => setSelected(null)}
    >
      <p>{t('gallery.rows.panel')}</p>
    </SidePanel>
  );
  return (
    <Page header={header} aside={panel} fill>
      <Toolbar label={t('gallery.table')} end={<Count n={ROWS.length} of="row" />}>
        <span>{t('gallery.rows.library', { town: selected?.town ?? '…' })}</span>
      </Toolbar>
      <TableSamples selected={selected} onSelect={setSelected} />
    </Page>
  );
}
