/** Working room for so many places: the bucket of each, and where the next place of each bucket goes. */
export interface Buckets {
  readonly own: Uint32Array;
  readonly heads: Uint32Array;
}

/** Two buckets a place, so that most of those that are taken hold one place or two. */
export const makeBuckets = (count: number): Buckets => ({
  own: new Uint32Array(count),
  heads: new Uint32Array(2 * count + 1),
});

const chooseBuckets = (keys: Float64Array, { own, heads }: Buckets): void => {
  const count = own.length;
  let least = keys[0] ?? 0;
  let most = least;
  for (let place = 1; place < count; place += 1) {
    const key = keys[place] ?? 0;
    if (key < least) least = key;
    else if (key > most) most = key;
  }
  const perKey = (heads.length - 1) / (most - least);
  // The array cuts off what is behind the point, and makes 0 of what is no number, as where all keys are equal.
  for (let place = 0; place < count; place += 1) own[place] = (most - (keys[place] ?? 0)) * perKey;
};

const findHeads = ({ own, heads }: Buckets): void => {
  const length = heads.length;
  heads.fill(0);
  for (const bucket of own) heads[bucket] = (heads[bucket] ?? 0) + 1;
  let before = 0;
  for (let bucket = 0; bucket < length; bucket += 1) {
    const held = heads[bucket] ?? 0;
    heads[bucket] = before;
    before += held;
  }
};

/**
 * Writes all places in roughly falling order of their keys: into buckets of equal width, by counting and without comparing
 * one with another. Within a bucket they keep the order of `start`. What is left to put in order is near where it belongs.
 */
export const bucketPlaces = (
  keys: Float64Array,
  start: Uint32Array,
  places: Uint32Array,
  buckets: Buckets,
): void => {
  const { own, heads } = buckets;
  chooseBuckets(keys, buckets);
  findHeads(buckets);
  for (const place of start) {
    const bucket = own[place] ?? 0;
    const head = heads[bucket] ?? 0;
    places[head] = place;
    heads[bucket] = head + 1;
  }
};
