import { makeKeyedPlaces, orderPlaces } from '#core/composite-index/statistics/order-places.ts';
import { type DrawTable, makeDraw, scoreDraws, scoresOf } from './draw-table.ts';
import { createRankCounter } from './rank-counter.ts';

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
  const known = new Float64Array(height);
  const { count } = height <= USUAL_HEIGHT ? usualCounter : createRankCounter(height);
  const turns = tables.map((table) => ({
    ...{ table, start: orderBy(scoresOf(table, nominal)) },
    ...{ one: makeDraw(table), other: makeDraw(table) },
  }));
  // Two draws of each table are made together: the first of all tables, then the second.
  const batch = [
    ...turns.map(({ one, start }) => ({ draw: one, start })),
    ...turns.map(({ other, start }) => ({ draw: other, start })),
  ];
  for (let first = 0; first < draws; first += batch.length) {
    const made = first + batch.length > draws ? batch.slice(0, draws - first) : batch;
    made.forEach(({ draw }, place) => fillWeights(draw.weights, first + place));
    turns.forEach(({ table, one, other }) => scoreDraws(table, one, other, known));
    made.forEach(({ draw, start }) => count(draw.scores, start, counts));
  }
  return { counts, height, draws };
};
