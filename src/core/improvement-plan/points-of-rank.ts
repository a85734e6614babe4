import type { Decimal } from '#core/kernel/decimal.ts';

/**
 * The points that a rank takes while the others stand still: as many as the one who holds it, so that no more than
 * rank − 1 are above. Undefined when fewer others than the rank are known: then nobody can tell.
 */
export const findPointsOfRank = (others: readonly Decimal[], rank: number): Decimal | undefined =>
  [...others].sort((a, b) => b.comparedTo(a))[rank - 1];
