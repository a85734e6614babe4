import type { Figure } from './figures.ts';

const findDated = (figure: Figure, group: readonly Figure[]): Figure | undefined =>
  group.find(
    (other) =>
      other.role === 'current' &&
      other.toYear !== null &&
      other.place.documentId === figure.place.documentId &&
      other.value.eq(figure.value),
  );

/**
 * Gives figures without a year the year for which their own document gives the same figure of the same measure elsewhere.
 * Others stay without.
 */
export const dateFigures = (group: readonly Figure[]): readonly Figure[] =>
  group.map((figure) => {
    if (figure.role === 'target' || figure.toYear !== null) return figure;
    const same = findDated(figure, group.toReversed());
    return same ? { ...figure, fromYear: same.fromYear, toYear: same.toYear } : figure;
  });
