import { text, textIfAny } from '../i18n/text.ts';
import { isDate } from '../ui/calendarDate.ts';
import { formatDate } from '../ui/format.ts';

/** Something a report lacks, as `report.preview` and the pages of its subjects name it. */
export interface Missing {
  readonly field: string;
  /** The day or the title it concerns, where there may be several. */
  readonly about: string | null;
  readonly blocking: boolean;
}

/** What is missing, in words: "ocena celu: Kontakt ze szkołami". A field without words is named by itself. */
export function missingText({ field, about }: Missing): string {
  const what = textIfAny(`reports.missing.${field}`) ?? field;
  if (about === null) return what;
  return text('reports.missingAbout', { what, about: isDate(about) ? formatDate(about) : about });
}
