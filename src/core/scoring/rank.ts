import type { Decimal } from '#core/kernel/decimal.ts';
import type { TiePolicy } from './policies.ts';

/** A place among others. */
export interface Rank {
  readonly code: string;
  /** 1 is the best; with the tie policy `average` it may end in .5. */
  readonly rank: number;
  /** As it is printed: `=3` for a place that several share. */
  readonly label: string;
}

const rankOfTie = (first: number, count: number, dense: number, ties: TiePolicy): number => {
  switch (ties) {
    case 'minimum':
      return first;
    case 'dense':
      return dense;
    case 'average':
      return first + (count - 1) / 2;
  }
};

/**
 * Ranks by falling score. Equal scores share a place as the policy says; what counts as equal is up to the caller,
 * who passes published scores where ranks are published. Those who share a place stay in the order given.
 */
export const rankScores = (
  scores: readonly { readonly code: string; readonly score: Decimal }[],
  ties: TiePolicy,
): readonly Rank[] => {
  const sorted = scores
    .map((entry, place) => ({ ...entry, place }))
    .sort((a, b) => b.score.comparedTo(a.score) || a.place - b.place);
  const ranks: Rank[] = [];
  let dense = 0;
  for (let first = 0; first < sorted.length;) {
    const score = sorted[first]?.score;
    let end = first + 1;
    while (score !== undefined && sorted[end]?.score.equals(score)) end += 1;
    const tied = sorted.slice(first, end);
    dense += 1;
    const rank = rankOfTie(first + 1, tied.length, dense, ties);
    const label = `${tied.length > 1 ? '=' : ''}${String(rank)}`;
    ranks.push(...tied.map(({ code }) => ({ code, rank, label })));
    first += tied.length;
  }
  return ranks;
};

/** Places won since an earlier ranking: positive is better. Only for those who stand in both. */
export const listRankChanges = (
  earlier: readonly Rank[],
  later: readonly Rank[],
): ReadonlyMap<string, number> => {
  const before = new Map(earlier.map(({ code, rank }) => [code, rank]));
  return new Map(
    later.flatMap(({ code, rank }) => {
      const old = before.get(code);
      return old === undefined ? [] : [[code, old - rank] as const];
    }),
  );
};
