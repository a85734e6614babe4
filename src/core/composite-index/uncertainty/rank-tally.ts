import { quantileOfTally } from '#core/composite-index/statistics/quantile.ts';

/** How a subject's rank spreads over many runs. Quantiles are of type 7. */
export interface RankStatistics {
  readonly subject: string;
  /** Rank by the recipe as it stands; null for a subject that it leaves out. */
  readonly nominal: number | null;
  readonly mean: number | null;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Counts the ranks of many runs, so that no run need be kept. */
export interface RankTally {
  /** Adds the ranks of one run; `rows` says which subject each belongs to. NaN is passed over. */
  readonly add: (ranks: Float64Array, rows: readonly number[]) => void;
  /** Statistics by subject, with the quantiles that bound the middle `coverage` (0–1) of the runs. */
  readonly summarise: (nominal: readonly (number | null)[], coverage: number) => readonly RankStatistics[];
}

/** Makes an empty tally. Ranks may be halves, as the mean place of equals: they are counted twice their size. */
export const createRankTally = (subjects: readonly string[]): RankTally => {
  const length = 2 * subjects.length;
  const counts = new Uint32Array(subjects.length * length);
  const totals = new Float64Array(subjects.length);
  const runs = new Uint32Array(subjects.length);
  const add = (ranks: Float64Array, rows: readonly number[]): void => {
    rows.forEach((subject, row) => {
      const rank = ranks[row] ?? Number.NaN;
      if (Number.isNaN(rank)) return;
      const place = subject * length + 2 * rank - 1;
      counts[place] = (counts[place] ?? 0) + 1;
      totals[subject] = (totals[subject] ?? 0) + rank;
      runs[subject] = (runs[subject] ?? 0) + 1;
    });
  };
  const summarise = (nominal: readonly (number | null)[], coverage: number): readonly RankStatistics[] =>
    subjects.map((subject, place) => {
      const total = runs[place] ?? 0;
      const tally = { counts, from: place * length, length };
      const at = (share: number): number | null =>
        total === 0 ? null : quantileOfTally(tally, total, share) / 2;
      return {
        ...{ subject, nominal: nominal[place] ?? null },
        mean: total === 0 ? null : (totals[place] ?? 0) / total,
        ...{ median: at(0.5), low: at((1 - coverage) / 2), high: at((1 + coverage) / 2) },
      };
    });
  return { add, summarise };
};
