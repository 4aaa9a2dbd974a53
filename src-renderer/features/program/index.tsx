import { IconMap2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { useStored } from '../../state/useStored.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadedView } from '../../ui/LoadedView.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { EditionTimeline } from './EditionTimeline.tsx';
import { Innovations } from './Innovations.tsx';
import { Numbers } from './Numbers.tsx';
import type { Program } from './numbers.ts';
import { TownsMap } from './TownsMap.tsx';

function Parts({ program }: { readonly program: Program }): ReactNode {
  const t = useText();
  const { editions, libraries, innovations } = program;
  if (editions.length === 0 && libraries.length === 0) {
    return (
      <EmptyState icon={<IconMap2 />} title={t('program.emptyTitle')}>
        {t('program.empty')}
      </EmptyState>
    );
  }
  return (
    <>
      <Numbers program={program} />
      <TownsMap libraries={libraries} />
      <EditionTimeline editions={editions} />
      <Innovations innovations={innovations} libraries={libraries} />
    </>
  );
}

/** Program: how far the whole programme is, where it happens, and when. */
export default function ProgramPage(): ReactNode {
  const t = useText();
  const program = useStored('program.get', {});
  return (
    <Page header={<PageHeader title={t('program.title')} />}>
      <LoadedView of={program} failedTitle={t('program.failed')}>
        {(data) => <Parts program={data} />}
      </LoadedView>
    </Page>
  );
}
