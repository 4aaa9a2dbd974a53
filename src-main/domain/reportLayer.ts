import { z } from 'zod';
import { assertNever } from './assertNever.ts';
import { coachingFieldsMissing, CoachingLayer, type CoachingMissing } from './coachingLayer.ts';
import { REDACTED_SCHEMA_VERSION } from './reportLayerBase.ts';
import { WorkshopLayer, workshopFieldsMissing, type WorkshopMissing } from './workshopLayer.ts';

export { AgreementField, CoachingContent, keepShared, SharedContent } from './coachingLayer.ts';
export { fieldsWithheld, type CoachingLayer, type LayerScore } from './coachingLayer.ts';
export { type WorkshopLayer } from './workshopLayer.ts';
export { REDACTED_SCHEMA_VERSION, REPORT_SCHEMA_VERSION } from './reportLayerBase.ts';

/**
 * The report layer: all that a report prints, and the JSON that travels inside its PDF, from which
 * another copy of the application imports it (domain rule 7). Nothing private is in it (rule 4).
 */
export const ReportLayer = z
  .discriminatedUnion('kind', [CoachingLayer, WorkshopLayer])
  .check((context) => {
    const { state, number, closedOn, schemaVersion, redaction } = context.value;
    if ((schemaVersion === REDACTED_SCHEMA_VERSION) !== (redaction !== undefined)) {
      context.issues.push({
        code: 'custom',
        message: 'redaction-and-version-do-not-match',
        input: context.value,
        path: ['redaction'],
      });
    }
    if (state === 'closed' && (number === null || closedOn === null)) {
      context.issues.push({
        code: 'custom',
        message: 'closed-without-number-or-day',
        input: context.value,
        path: ['number'],
      });
    }
  });
export type ReportLayer = z.infer<typeof ReportLayer>;

/** The layer before it is checked: dates and times as plain text. */
export type ReportLayerInput = z.input<typeof ReportLayer>;

/** Something missing in a report of either kind; its `field` is the key of its text in the interface. */
export type ReportMissing = CoachingMissing | WorkshopMissing;

/** What is missing before the report can be closed (`blocking`) or should be looked at again. */
export function fieldsMissing(layer: ReportLayer): ReportMissing[] {
  switch (layer.kind) {
    case 'coaching-session':
      return coachingFieldsMissing(layer);
    case 'workshop':
      return workshopFieldsMissing(layer);
    default:
      return assertNever(layer);
  }
}
