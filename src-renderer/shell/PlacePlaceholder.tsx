import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** Stands in for a place that is not written yet. */
export function PlacePlaceholder(): ReactNode {
  const t = useText();
  return (
    <Page header={<PageHeader title={t('shell.product')} />}>
      <EmptyState title={t('shell.placeholder.title')}>{t('shell.placeholder.body')}</EmptyState>
    </Page>
  );
}
