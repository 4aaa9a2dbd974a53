import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { goTo } from '../../../state/route.ts';
import { LoadedView } from '../../../ui/LoadedView.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import type { Loaded } from '../../../ui/useLoaded.ts';

interface FramedViewProps<T> {
  readonly of: Loaded<T>;
  /** What the page is while it is not known what is on it. */
  readonly title: string;
  readonly failedTitle: string;
  readonly children: (data: T) => ReactNode;
}

/** A page made of loaded data; while it loads, or when it cannot be loaded, it has its head and the way back. */
export function FramedView<T>({ of, title, failedTitle, children }: FramedViewProps<T>): ReactNode {
  const t = useText();
  if (of.kind === 'ready') return children(of.data);
  return (
    <Page
      header={
        <PageHeader
          back={{ label: t('coaching.title'), onBack: () => goTo({ place: 'coaching' }) }}
          title={title}
        />
      }
    >
      <LoadedView of={of} failedTitle={failedTitle}>
        {children}
      </LoadedView>
    </Page>
  );
}
