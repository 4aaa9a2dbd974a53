import { fieldsWithheld, type AgreementField } from '../../../src-main/domain/reportLayer.ts';
import { call } from '../../bridge/bridge.ts';
import { text } from '../../i18n/text.ts';
import type { ReportSubject } from '../../state/reportSubject.ts';
import type { Route } from '../../state/route.ts';
import { assertNever } from '../../ui/assertNever.ts';
import { formatDate } from '../../ui/format.ts';

/** What a report is about, as its page needs it. */
export interface SubjectView {
  readonly title: string;
  readonly detail: string;
  /** Where the words of the report are written. */
  readonly route: Route;
  /** Where its agreement is recorded; `null` where none is needed. */
  readonly agreementRoute: Route | null;
  /** What the agreement keeps out of the report; `null` where there is none. */
  readonly withheld: readonly AgreementField[] | null;
  /** The report closed of it, if one was. */
  readonly closed: { readonly id: string; readonly number: string } | null;
}

/** Reads a workshop or a session for its report's page. Rejects with `not-found`. */
export async function readSubject({ kind, subjectId }: ReportSubject): Promise<SubjectView> {
  switch (kind) {
    case 'coaching-session': {
      const page = await call('session.get', { id: subjectId });
      const engagementId = page.engagement.id;
      return {
        title:
          page.number === null
            ? page.engagement.title
            : text('reports.subject.session', {
                title: page.engagement.title,
                number: page.number,
              }),
        detail: `${page.libraryTown} · ${formatDate(page.session.date)}`,
        route: { place: 'coaching', engagementId, sessionId: subjectId },
        agreementRoute: { place: 'coaching', engagementId },
        withheld:
          page.agreement === null ? null : fieldsWithheld({ shared: page.agreement.shared }),
        closed: page.report,
      };
    }
    case 'workshop': {
      const page = await call('workshop.get', { id: subjectId });
      return {
        title: page.workshop.title,
        detail: page.libraries.map((library) => library.town).join(', '),
        route: { place: 'workshops', workshopId: subjectId },
        agreementRoute: null,
        withheld: null,
        closed: page.report,
      };
    }
    default:
      return assertNever(kind);
  }
}
