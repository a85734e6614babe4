import type { Figure } from './figures.ts';
import type { ConsistencyInput } from './records.ts';
import { groupBy } from '#core/kernel/group-by.ts';

/** When documents begin to plan and for whom they speak: what decides whether one replaces another. */
export interface Horizon {
  /** First year for which a document sets targets; its own year when it sets none. */
  readonly firstYear: (documentId: string) => number;
  /** Last year for which a document sets targets; undefined when it sets none. */
  readonly findLastYear: (documentId: string) => number | undefined;
  /** Whether `a` plans for the same time as `b`, so that neither replaces the other. */
  readonly concurrent: (a: Figure, b: Figure) => boolean;
  /** Whether the plan of `a` was issued after that of `b`; by the years they plan for while one is not dated. */
  readonly later: (a: Figure, b: Figure) => boolean;
  /** Whether both speak for the same province: a merged province is not its predecessor. */
  readonly sameSubject: (a: Figure, b: Figure) => boolean;
}

/** Reads from the figures themselves for which years each document plans. */
export const buildHorizon = (input: ConsistencyInput, figures: readonly Figure[]): Horizon => {
  const documents = new Map(input.documents.map((document) => [document.id, document]));
  const targets = groupBy(
    figures.filter((figure) => figure.role === 'target'),
    (figure) => figure.place.documentId,
  );
  const bounds = new Map(
    [...targets].map(([id, some]) => [
      id,
      {
        first: Math.min(...some.map((figure) => figure.fromYear ?? Infinity)),
        last: Math.max(...some.map((figure) => figure.toYear ?? -Infinity)),
      },
    ]),
  );
  const firstYear = (documentId: string): number => {
    const first = bounds.get(documentId)?.first;
    return first !== undefined && Number.isFinite(first) ? first : (documents.get(documentId)?.year ?? 0);
  };
  const yearOf = (figure: Figure): number => firstYear(figure.place.documentId);
  const subjectOf = (figure: Figure): string | undefined => documents.get(figure.place.documentId)?.subject;
  return {
    firstYear,
    findLastYear: (documentId) => {
      const last = bounds.get(documentId)?.last;
      return last !== undefined && Number.isFinite(last) ? last : undefined;
    },
    concurrent: (a, b) => yearOf(a) === yearOf(b),
    later: (a, b) => {
      const [issuedA, issuedB] = [a, b].map((figure) => documents.get(figure.place.documentId)?.issuedOn);
      return issuedA && issuedB ? issuedA > issuedB : yearOf(a) > yearOf(b);
    },
    sameSubject: (a, b) => subjectOf(a) === subjectOf(b),
  };
};
