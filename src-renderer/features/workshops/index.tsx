import type { ReactNode } from 'react';
import { NEW_WORKSHOP } from '../../state/newWorkshop.ts';
import { useRouteOf } from '../../state/route.ts';
import { WorkshopList } from './list/WorkshopList.tsx';
import { WorkshopPage } from './page/WorkshopPage.tsx';
import { NewWorkshop } from './plan/NewWorkshop.tsx';

/** Warsztaty: the list, the form of a new one, or the page of one. */
export default function Workshops(): ReactNode {
  const workshopId = useRouteOf('workshops')?.workshopId;
  if (workshopId === undefined) return <WorkshopList />;
  if (workshopId === NEW_WORKSHOP) return <NewWorkshop />;
  return <WorkshopPage key={workshopId} workshopId={workshopId} />;
}
