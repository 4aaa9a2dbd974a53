import type { ReactNode } from 'react';
import { NEW_WORKSHOP } from '../../state/newWorkshop.ts';
import { isRoomView } from '../../state/roomView.ts';
import { useRoute, useRouteOf } from '../../state/route.ts';
import { WorkshopList } from './list/WorkshopList.tsx';
import { WorkshopPage } from './page/WorkshopPage.tsx';
import { NewWorkshop } from './plan/NewWorkshop.tsx';
import { RoomView } from './room/RoomView.tsx';

/** Warsztaty: the list, the form of a new one, the page of one, or its room view. */
export default function Workshops(): ReactNode {
  const inRoom = isRoomView(useRoute());
  const workshopId = useRouteOf('workshops')?.workshopId;
  if (workshopId === undefined) return <WorkshopList />;
  if (workshopId === NEW_WORKSHOP) return <NewWorkshop />;
  if (inRoom) return <RoomView key={workshopId} workshopId={workshopId} />;
  return <WorkshopPage key={workshopId} workshopId={workshopId} />;
}
