const BLOCK = 24;
// Up to this many places insertion alone is quicker, as long as few of them are far from where they belong.
const FEW = 192;

/** Places with their keys beside them: who orders both together reads them one after another instead of all over. */
export interface KeyedPlaces {
  readonly keys: Float64Array;
  readonly places: Int32Array;
}

/** Room for so many places. */
export const makeKeyedPlaces = (count: number): KeyedPlaces => ({
  keys: new Float64Array(count),
  places: new Int32Array(count),
});

const insert = ({ keys, places }: KeyedPlaces, from: number, to: number): void => {
  let last = keys[from] ?? 0;
  for (let index = from + 1; index < to; index += 1) {
    const key = keys[index] ?? 0;
    if (key <= last) {
      last = key;
      continue;
    }
    const place = places[index] ?? 0;
    let hole = index;
    do {
      keys[hole] = keys[hole - 1] ?? 0;
      places[hole] = places[hole - 1] ?? 0;
      hole -= 1;
    } while (hole > from && (keys[hole - 1] ?? 0) < key);
    keys[hole] = key;
    places[hole] = place;
  }
};

interface Bounds {
  readonly from: number;
  readonly middle: number;
  readonly to: number;
}

const merge = ({ keys, places }: KeyedPlaces, spare: KeyedPlaces, { from, middle, to }: Bounds): void => {
  for (let index = from; index < middle; index += 1) {
    spare.keys[index] = keys[index] ?? 0;
    spare.places[index] = places[index] ?? 0;
  }
  let [left, right] = [from, middle];
  for (let into = from; left < middle; into += 1) {
    const takesRight = right < to && (keys[right] ?? 0) > (spare.keys[left] ?? 0);
    keys[into] = (takesRight ? keys[right] : spare.keys[left]) ?? 0;
    places[into] = (takesRight ? places[right] : spare.places[left]) ?? 0;
    if (takesRight) right += 1;
    else left += 1;
  }
};

/**
 * Puts the first `count` places in falling order of their keys, equal keys in the order in which they stood. Insertion within
 * blocks and merging of blocks that are not in order yet: an order that is nearly right is quick to mend. `spare` is working
 * room of the same length. Keys must be numbers.
 */
export const orderPlaces = (run: KeyedPlaces, count: number, spare: KeyedPlaces): void => {
  const { keys } = run;
  const block = count <= FEW ? FEW : BLOCK;
  for (let from = 0; from < count; from += block) insert(run, from, Math.min(from + block, count));
  for (let size = block; size < count; size *= 2) {
    for (let from = 0; from + size < count; from += 2 * size) {
      const middle = from + size;
      const isInOrder = (keys[middle - 1] ?? 0) >= (keys[middle] ?? 0);
      if (!isInOrder) merge(run, spare, { from, middle, to: Math.min(middle + size, count) });
    }
  }
};
