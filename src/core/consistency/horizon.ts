import type { Figure } from './figures.ts';
import type { ConsistencyInput } from './records.ts';

/** When documents begin to plan and for whom they speak: what decides whether one replaces another. */
export interface Horizon {
  /** First year for which a document sets targets; its own year when it sets none. */
  readonly firstYear: (documentId: string) => number;
  /** Whether `a` plans for the same time as `b`, so that neither replaces the other. */
  readonly concurrent: (a: Figure, b: Figure) => boolean;
  /** Whether `a` belongs to a plan that begins after the plan of `b`. */
  readonly later: (a: Figure, b: Figure) => boolean;
  /** Whether both speak for the same province: a merged province is not its predecessor. */
  readonly sameSubject: (a: Figure, b: Figure) => boolean;
}

/** Reads from the figures themselves for which years each document plans. */
export const buildHorizon = (input: ConsistencyInput, figures: readonly Figure[]): Horizon => {
  const documents = new Map(input.documents.map((document) => [document.id, document]));
  const years = new Map<string, number>();
  for (const figure of figures) {
    if (figure.role !== 'target' || figure.fromYear === null) continue;
    const known = years.get(figure.place.documentId);
    years.set(figure.place.documentId, Math.min(known ?? figure.fromYear, figure.fromYear));
  }
  const firstYear = (documentId: string): number =>
    years.get(documentId) ?? documents.get(documentId)?.year ?? 0;
  const yearOf = (figure: Figure): number => firstYear(figure.place.documentId);
  const subjectOf = (figure: Figure): string | undefined => documents.get(figure.place.documentId)?.subject;
  return {
    firstYear,
    concurrent: (a, b) => yearOf(a) === yearOf(b),
    later: (a, b) => yearOf(a) > yearOf(b),
    sameSubject: (a, b) => subjectOf(a) === subjectOf(b),
  };
};
