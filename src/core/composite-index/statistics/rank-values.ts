import type { Run } from './moments.ts';
import { type KeyedPlaces, makeKeyedPlaces, orderPlaces } from './order-places.ts';

/** How equal numbers share a rank: the best of their places, the next whole rank after the one before, or the mean place. */
export type Ties = 'minimum' | 'dense' | 'average';

const rankOfGroup = (ties: Ties, first: number, last: number, distinct: number): number => {
  if (ties === 'dense') return distinct;
  return ties === 'minimum' ? first : (first + last) / 2;
};

interface Ordered extends KeyedPlaces {
  /** Number of those that are there: the first ones, best first. */
  readonly count: number;
}

/** Orders the numbers that are there; the keys that fall are the numbers or their opposites. */
const orderPresent = ({ data, from, length }: Run, sign: number): Ordered => {
  const { keys, places } = makeKeyedPlaces(length);
  let count = 0;
  for (let place = 0; place < length; place += 1) {
    const key = sign * (data[from + place] ?? Number.NaN);
    if (Number.isNaN(key)) continue;
    keys[count] = key;
    places[count] = place;
    count += 1;
  }
  orderPlaces({ keys, places }, count, makeKeyedPlaces(count));
  return { keys, places, count };
};

/** Ranks a run; missing numbers have no rank (NaN). `order` says whether rank 1 is the highest or the lowest. */
export const rankValues = (run: Run, order: 'highest-first' | 'lowest-first', ties: Ties): Float64Array => {
  const { keys, places, count } = orderPresent(run, order === 'highest-first' ? 1 : -1);
  const ranks = new Float64Array(run.length).fill(Number.NaN);
  let first = 0;
  for (let distinct = 1; first < count; distinct += 1) {
    const key = keys[first];
    let last = first;
    while (last + 1 < count && keys[last + 1] === key) last += 1;
    const rank = rankOfGroup(ties, first + 1, last + 1, distinct);
    for (let index = first; index <= last; index += 1) ranks[places[index] ?? 0] = rank;
    first = last + 1;
  }
  return ranks;
};
