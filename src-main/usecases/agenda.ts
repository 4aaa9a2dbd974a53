import { AgendaItemId, type AgendaItem } from '../domain/agendaItem.ts';
import type { Recorded } from '../domain/noun.ts';
import type { TrainingDayId } from '../domain/workshop.ts';
import { numberIn } from '../store/db.ts';
import { StoreFailure } from '../store/failures.ts';
import { agendaItems, trainingDays } from '../store/workshops.ts';
import { discardDraft } from '../store/drafts.ts';
import { newDraftId } from '../domain/draft.ts';
import { stampOf, type FormOf, type Tools } from './tools.ts';

/** Adds a block at the end of its day, or changes one of that workshop. Throws not-found or changed-meanwhile. */
export function saveAgendaItem(
  tools: Tools,
  form: FormOf<Omit<AgendaItem, 'position'>>,
): Recorded<AgendaItem> {
  const { id, revision, ...fields } = form;
  return tools.store.inTransaction((db) => {
    const day = trainingDays.get(db, fields.dayId);
    discardDraft(db, 'agendaItem', id ?? newDraftId(day.id));
    if (id !== null && revision !== null) {
      const { position, workshopId } = agendaItems.get(db, id);
      if (workshopId !== day.workshopId)
        throw new StoreFailure('not-found', { entity: 'agendaItem' });
      return agendaItems.update(
        db,
        stampOf(tools),
        { ...fields, workshopId, id, position },
        revision,
      );
    }
    const last = db.get(
      'select coalesce(max(position), -1) as position from agenda_item where day_id = ? and deleted_at is null',
      day.id,
    );
    return agendaItems.insert(db, stampOf(tools), {
      ...fields,
      workshopId: day.workshopId,
      id: AgendaItemId.parse(tools.newId()),
      position: last === undefined ? 0 : numberIn(last, 'position') + 1,
    });
  });
}

/** Puts the blocks of a day into another order; ids of other days are passed over, blocks not named come last. */
export function reorderAgenda(
  tools: Tools,
  input: { dayId: TrainingDayId; ids: readonly AgendaItemId[] },
): Recorded<AgendaItem>[] {
  return tools.store.inTransaction((db) => {
    const items = agendaItems.list(db, 'day_id = ? order by position', input.dayId);
    const place = new Map(input.ids.map((id, index) => [id, index]));
    const ordered = items.toSorted(
      (a, b) => (place.get(a.id) ?? items.length) - (place.get(b.id) ?? items.length),
    );
    return ordered.map((item, position) =>
      agendaItems.update(db, stampOf(tools), { ...item, position }, item.revision),
    );
  });
}
