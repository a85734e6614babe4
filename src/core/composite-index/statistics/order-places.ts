const BLOCK = 24;
// Up to this many places insertion alone is quicker, as long as few of them are far from where they belong.
const FEW = 192;

const insert = (keys: Float64Array, places: Uint32Array, from: number, to: number): void => {
  let last = keys[places[from] ?? 0] ?? 0;
  for (let index = from + 1; index < to; index += 1) {
    const place = places[index] ?? 0;
    const key = keys[place] ?? 0;
    if (key <= last) {
      last = key;
      continue;
    }
    let hole = index;
    do {
      places[hole] = places[hole - 1] ?? 0;
      hole -= 1;
    } while (hole > from && (keys[places[hole - 1] ?? 0] ?? 0) < key);
    places[hole] = place;
  }
};

const merge = (
  keys: Float64Array,
  places: Uint32Array,
  spare: Uint32Array,
  bounds: { from: number; middle: number; to: number },
): void => {
  const { from, middle, to } = bounds;
  for (let index = from; index < middle; index += 1) spare[index] = places[index] ?? 0;
  let [left, right, into] = [from, middle, from];
  while (left < middle && right < to) {
    const takesLeft = (keys[spare[left] ?? 0] ?? 0) >= (keys[places[right] ?? 0] ?? 0);
    places[into] = takesLeft ? (spare[left] ?? 0) : (places[right] ?? 0);
    if (takesLeft) left += 1;
    else right += 1;
    into += 1;
  }
  for (; left < middle; left += 1, into += 1) places[into] = spare[left] ?? 0;
};

/**
 * Puts places in falling order of their keys, equal keys in the order in which they stood. Insertion within blocks and merging
 * of blocks that are not in order yet: an order that is nearly right, as from one draw of weights to the next, is quick to mend.
 * `spare` is working room of the same length. Keys must be numbers.
 */
export const orderPlaces = (keys: Float64Array, places: Uint32Array, spare: Uint32Array): void => {
  const count = places.length;
  const block = count <= FEW ? FEW : BLOCK;
  for (let from = 0; from < count; from += block) insert(keys, places, from, Math.min(from + block, count));
  for (let size = block; size < count; size *= 2) {
    for (let from = 0; from + size < count; from += 2 * size) {
      const middle = from + size;
      const isInOrder = (keys[places[middle - 1] ?? 0] ?? 0) >= (keys[places[middle] ?? 0] ?? 0);
      if (!isInOrder) merge(keys, places, spare, { from, middle, to: Math.min(middle + size, count) });
    }
  }
};
