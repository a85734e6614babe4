import type { PlainDate } from '#core/kernel/plain-date.ts';
import { findPlanPeriod } from '#core/plan-reading/language/periods.ts';
import type { DocumentHead, PlanReading } from '#core/plan-reading/reading.ts';
import { isPlanKind } from './wording.ts';

/** The plan that a document is or carries, with the first and last day that it is for; null where it does not say. */
export interface PlanOfDocument {
  readonly name: string;
  readonly periodStart: PlainDate | null;
  readonly periodEnd: PlainDate | null;
}

interface Span {
  readonly start: string | null;
  readonly end: string | null;
}

// A title without a year ("Action plan for the programme …") leaves the span to the targets; the year of issue says nothing.
const spanOfTargets = ({ targets }: Pick<PlanReading, 'targets'>): Span | undefined => {
  const own = targets.filter(({ embedded }) => !embedded).map(({ period }) => period);
  const starts = own.map((period) => period?.start ?? '').filter((day) => day !== '');
  const ends = own.map((period) => period?.end ?? '').filter((day) => day !== '');
  if (starts.length === 0 || ends.length === 0) return undefined;
  return { start: starts.toSorted()[0] ?? null, end: ends.toSorted().at(-1) ?? null };
};

const nameOf = ({ subjectLine, attachedDocType, docType }: DocumentHead): string =>
  subjectLine ?? attachedDocType ?? docType ?? '';

/** Finds the plan of a document by its kind or the kind of what is attached to it; a report or a letter carries none. */
export const findPlanOfDocument = (
  reading: Pick<PlanReading, 'document' | 'targets'>,
): PlanOfDocument | undefined => {
  const { document } = reading;
  if (!isPlanKind(document.attachedDocType) && !isPlanKind(document.docType)) return undefined;
  const name = nameOf(document);
  const span: Span | undefined = findPlanPeriod(name) ?? spanOfTargets(reading);
  return {
    name,
    periodStart: (span?.start ?? null) as PlainDate | null,
    periodEnd: (span?.end ?? null) as PlainDate | null,
  };
};
