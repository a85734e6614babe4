import { type CompositeIndex, listScores } from './build-index.ts';
import type { Dataset } from './dataset.ts';
import { runOf } from './statistics/moments.ts';
import { rankValues, type Ties } from './statistics/rank-values.ts';

/** A subject in two indices of one dataset. Null where an index leaves it out. */
export interface ComparedSubject {
  readonly subject: string;
  readonly scores: readonly [number | null, number | null];
  readonly ranks: readonly [number | null, number | null];
  /** Places won from the first to the second. */
  readonly rankChange: number | null;
  readonly scoreChange: number | null;
}

const numbersOf = (scores: readonly (number | null)[]): Float64Array =>
  Float64Array.from(scores, (score) => score ?? Number.NaN);

const presentOf = (ranks: Float64Array): readonly (number | null)[] =>
  [...ranks].map((rank) => (Number.isNaN(rank) ? null : rank));

const difference = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one - other;

/** Sets two indices side by side, subject by subject, by the whole or by one of its indicators or aggregates. */
export const compareIndices = (
  dataset: Dataset,
  indices: readonly [CompositeIndex, CompositeIndex],
  { code, ties }: { readonly code: string; readonly ties: Ties },
): readonly ComparedSubject[] => {
  const [first, second] = indices.map((index) => listScores(dataset, index, code));
  const [before, after] = [first ?? [], second ?? []].map((scores) =>
    presentOf(rankValues(runOf(numbersOf(scores)), 'highest-first', ties)),
  );
  return dataset.subjects.map((subject, row) => {
    const scores = [first?.[row] ?? null, second?.[row] ?? null] as const;
    const ranks = [before?.[row] ?? null, after?.[row] ?? null] as const;
    return {
      ...{ subject, scores, ranks },
      rankChange: difference(ranks[0], ranks[1]),
      scoreChange: difference(scores[1], scores[0]),
    };
  });
};

/** Ranks of scores within the groups of a grouping of the dataset; null without a score. */
export const rankWithinGroups = (
  scores: readonly (number | null)[],
  groups: readonly string[],
  ties: Ties,
): readonly (number | null)[] => {
  const numbers = numbersOf(scores);
  const ranks = new Float64Array(scores.length).fill(Number.NaN);
  for (const group of new Set(groups)) {
    const own = numbers.map((score, row) => (groups[row] === group ? score : Number.NaN));
    rankValues(runOf(own), 'highest-first', ties).forEach((rank, row) => {
      if (!Number.isNaN(rank)) ranks[row] = rank;
    });
  }
  return presentOf(ranks);
};
