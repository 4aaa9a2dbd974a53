import { AgreementId, type Agreement, type EngagementId } from '../domain/engagement.ts';
import type { Recorded } from '../domain/noun.ts';
import { AgreementField } from '../domain/reportLayer.ts';
import { agreements, engagements } from '../store/coaching.ts';
import { textIn, type ReadableDb } from '../store/db.ts';
import { stampOf, type Tools } from './tools.ts';
import { discardDraft } from '../store/drafts.ts';

/** The agreement in force for a process: the latest by date, or null. */
export function agreementInForce(
  db: ReadableDb,
  engagementId: EngagementId,
): Recorded<Agreement> | null {
  return (
    agreements.list(
      db,
      'engagement_id = ? order by agreed_on desc, created_at desc limit 1',
      engagementId,
    )[0] ?? null
  );
}

/** Records an agreement; earlier ones stay in history. Throws not-found for an unknown process. */
export function recordAgreement(tools: Tools, input: Omit<Agreement, 'id'>): Recorded<Agreement> {
  return tools.store.inTransaction((db) => {
    engagements.get(db, input.engagementId);
    discardDraft(db, 'agreement', input.engagementId);
    return agreements.insert(db, stampOf(tools), {
      ...input,
      // In the order of the one list, each once, whatever the form sent.
      shared: AgreementField.options.filter((field) => input.shared.includes(field)),
      id: AgreementId.parse(tools.newId()),
    });
  });
}

/** What a process's agreement lets be seen outside coaching; nothing without one (domain rule 4). */
export function sharedFieldsOf(
  db: ReadableDb,
  engagementId: EngagementId,
): ReadonlySet<AgreementField> {
  return new Set(agreementInForce(db, engagementId)?.shared ?? []);
}

/** Processes whose agreement in force shares a field, for sums over all of them. */
export function processesSharing(db: ReadableDb, field: AgreementField): ReadonlySet<string> {
  const rows = db.all(
    'select engagement_id from (select engagement_id, shared, row_number() over ' +
      '(partition by engagement_id order by agreed_on desc, created_at desc) as place ' +
      'from agreement where deleted_at is null) ' +
      'where place = 1 and exists (select 1 from json_each(shared) where value = ?)',
    field,
  );
  return new Set(rows.map((row) => textIn(row, 'engagement_id')));
}
