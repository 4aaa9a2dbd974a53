import type { ReactNode } from 'react';
import { useRouteOf } from '../../state/route.ts';
import { LibraryCardPage } from './card/LibraryCardPage.tsx';
import { LibraryList } from './list/LibraryList.tsx';

/** Biblioteki: the list, or the Karta Strefy of the one that is open. */
export default function LibrariesPage(): ReactNode {
  const libraryId = useRouteOf('libraries')?.libraryId;
  return libraryId === undefined ? (
    <LibraryList />
  ) : (
    <LibraryCardPage key={libraryId} libraryId={libraryId} />
  );
}
