import { makeKeyedPlaces, orderPlaces } from '#core/composite-index/statistics/order-places.ts';
import type { DrawTable } from './draw-table.ts';
import { createRankCounter } from './rank-counter.ts';
import { createDrawScorer, DRAWS_AT_ONCE, scoresOf } from './score-draws.ts';

/** How often each row had each rank: row after row, `counts[row · height + rank − 1]`. */
export interface RankCounts {
  readonly counts: Uint32Array;
  readonly height: number;
  readonly draws: number;
}

/** Where the weights of a draw come from: writes them into the array that it is given. */
export type WeightSource = (weights: Float64Array, draw: number) => void;

// As many rows as there are communes in the country, and more. Whoever ranks more waits for a counter of their own.
const USUAL_HEIGHT = 4096;
const usualCounter = createRankCounter(USUAL_HEIGHT);

const orderBy = (scores: Float64Array): Int32Array => {
  const count = scores.length;
  const ordered = { keys: scores.slice(), places: Int32Array.from(scores, (_, row) => row) };
  orderPlaces(ordered, count, makeKeyedPlaces(count));
  return ordered.places;
};

/**
 * Scores and ranks all rows once for each draw, the tables in turn. Nothing is allocated within the loop. Rows that come close
 * to each other start in the order that the nominal weights give, which other weights disturb little.
 */
export const countRankDraws = (
  tables: readonly DrawTable[],
  nominal: Float64Array,
  settings: { readonly draws: number; readonly fillWeights: WeightSource },
): RankCounts => {
  const { draws, fillWeights } = settings;
  const height = tables[0]?.height ?? 0;
  const counts = new Uint32Array(height * height);
  const weights = new Float64Array(tables[0]?.width ?? 0);
  const { count } = height <= USUAL_HEIGHT ? usualCounter : createRankCounter(height);
  const turns = tables.map((table) => ({
    start: orderBy(scoresOf(table, nominal)),
    scorer: createDrawScorer(table),
  }));
  // Draws of each table are made together: the first of all tables, then the second, and so on.
  const batch = Array.from({ length: DRAWS_AT_ONCE }, (_, place) =>
    turns.map((turn) => ({ ...turn, place })),
  ).flat();
  for (let first = 0; first < draws; first += batch.length) {
    const made = first + batch.length > draws ? batch.slice(0, draws - first) : batch;
    made.forEach(({ scorer, place }, index) => {
      fillWeights(weights, first + index);
      scorer.setWeights(place, weights);
    });
    for (const { scorer } of turns) scorer.score();
    for (const { scorer, place, start } of made) {
      const scores = scorer.scores[place];
      if (scores) count(scores, start, counts);
    }
  }
  return { counts, height, draws };
};
