import { findPlainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { findPlanPeriod } from '#core/plan-reading/language/periods.ts';
import type { DocumentHead } from '#core/plan-reading/reading.ts';
import { isPlanKind } from './wording.ts';

/** The plan that a document is or carries, with the first and last day that its title speaks of. */
export interface PlanOfDocument {
  readonly name: string;
  readonly periodStart: PlainDate | null;
  readonly periodEnd: PlainDate | null;
}

/** Finds the plan of a document by its kind or the kind of what is attached to it; a report or a letter carries none. */
export const findPlanOfDocument = (head: DocumentHead): PlanOfDocument | undefined => {
  if (!isPlanKind(head.attachedDocType) && !isPlanKind(head.docType)) return undefined;
  const name = head.subjectLine ?? head.attachedDocType ?? head.docType ?? '';
  const period = findPlanPeriod(name);
  const year = head.year ?? 0;
  return {
    name,
    periodStart: (period?.start as PlainDate | null | undefined) ?? findPlainDate(year, 1, 1) ?? null,
    periodEnd: (period?.end as PlainDate | null | undefined) ?? findPlainDate(year, 12, 31) ?? null,
  };
};
