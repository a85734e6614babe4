import { bucketPlaces, makeBuckets } from '#core/composite-index/statistics/bucket-places.ts';
import { orderPlaces } from '#core/composite-index/statistics/order-places.ts';
import { type Draw, type DrawTable, makeDraw, scoreDraws, scoresOf } from './draw-table.ts';

/** How often each row had each rank: row after row, `counts[row · height + rank − 1]`. */
export interface RankCounts {
  readonly counts: Uint32Array;
  readonly height: number;
  readonly draws: number;
}

/** Where the weights of a draw come from: writes them into the array that it is given. */
export type WeightSource = (weights: Float64Array, draw: number) => void;

/** Orders the rows of a draw and counts their ranks. */
type RankCounter = (draw: Draw, start: Uint32Array) => void;

/** Counts one draw: equal scores share the best of their ranks. */
const countRanks = (counts: Uint32Array, scores: Float64Array, places: Uint32Array): void => {
  const height = places.length;
  let rank = 0;
  let before = Number.NaN;
  for (let index = 0; index < height; index += 1) {
    const row = places[index] ?? 0;
    const score = scores[row] ?? 0;
    if (score !== before) rank = index;
    before = score;
    const cell = row * height + rank;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
};

const createRankCounter = (counts: Uint32Array, height: number): RankCounter => {
  const buckets = makeBuckets(height);
  const places = new Uint32Array(height);
  const spare = new Uint32Array(height);
  return ({ scores }, start) => {
    bucketPlaces(scores, start, places, buckets);
    orderPlaces(scores, places, spare);
    countRanks(counts, scores, places);
  };
};

const orderBy = (scores: Float64Array): Uint32Array => {
  const places = Uint32Array.from(scores, (_, row) => row);
  orderPlaces(scores, places, new Uint32Array(places.length));
  return places;
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
  const count = createRankCounter(counts, height);
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
    made.forEach(({ draw, start }) => count(draw, start));
  }
  return { counts, height, draws };
};
