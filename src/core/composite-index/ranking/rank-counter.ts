import { makeKeyedPlaces, orderPlaces } from '#core/composite-index/statistics/order-places.ts';

/** Orders the rows of a draw and counts their ranks in a table of rows × rows: row after row, a cell a rank. */
export interface RankCounter {
  /**
   * `start` holds the rows in an order that is nearly right, which decides how quick this is and nothing else. There may be more
   * scores than rows. Equal scores share the best of their ranks.
   */
  readonly count: (scores: Float64Array, start: Int32Array, counts: Uint32Array) => void;
}

/**
 * Makes a counter for up to so many rows. Rows go into buckets of equal width first, by counting and without comparing one
 * score with another: what is left to put in order is near where it belongs. Two buckets a row, so that most of those that
 * are taken hold one row or two. The working room belongs to the counter instead of being handed to it: arrays that are
 * always the same are reached in half the time.
 */
export const createRankCounter = (capacity: number): RankCounter => {
  const buckets = new Int32Array(capacity);
  const heads = new Int32Array(2 * capacity + 1);
  const ordered = makeKeyedPlaces(capacity);
  const { keys, places } = ordered;
  const spare = makeKeyedPlaces(capacity);

  const chooseBuckets = (scores: Float64Array, height: number): void => {
    let least = scores[0] ?? 0;
    let most = least;
    for (let row = 1; row < height; row += 1) {
      const score = scores[row] ?? 0;
      if (score < least) least = score;
      else if (score > most) most = score;
    }
    const perPoint = (2 * height) / (most - least);
    for (let bucket = 0; bucket <= 2 * height; bucket += 1) heads[bucket] = 0;
    for (let row = 0; row < height; row += 1) {
      // Cuts off what is behind the point, and makes 0 of what is no number, as where all scores are equal.
      const bucket = ((most - (scores[row] ?? 0)) * perPoint) | 0;
      buckets[row] = bucket;
      heads[bucket] = (heads[bucket] ?? 0) + 1;
    }
  };

  /** From how many rows each bucket holds to where its first one goes. */
  const findHeads = (height: number): void => {
    let before = 0;
    for (let bucket = 0; bucket <= 2 * height; bucket += 1) {
      const held = heads[bucket] ?? 0;
      heads[bucket] = before;
      before += held;
    }
  };

  const fillBuckets = (scores: Float64Array, start: Int32Array, height: number): void => {
    for (let index = 0; index < height; index += 1) {
      const row = start[index] ?? 0;
      const bucket = buckets[row] ?? 0;
      const head = heads[bucket] ?? 0;
      heads[bucket] = head + 1;
      keys[head] = scores[row] ?? 0;
      places[head] = row;
    }
  };

  const countOrdered = (counts: Uint32Array, height: number): void => {
    let rank = 0;
    let before = Number.NaN;
    for (let index = 0; index < height; index += 1) {
      const score = keys[index] ?? 0;
      if (score !== before) rank = index;
      before = score;
      const cell = (places[index] ?? 0) * height + rank;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  };

  const count: RankCounter['count'] = (scores, start, counts) => {
    const height = start.length;
    chooseBuckets(scores, height);
    findHeads(height);
    fillBuckets(scores, start, height);
    orderPlaces(ordered, height, spare);
    countOrdered(counts, height);
  };
  return { count };
};
