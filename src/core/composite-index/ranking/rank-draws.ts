import { orderPlaces } from '#core/composite-index/statistics/order-places.ts';

/** Subjects × components as a draw needs them: column after column, what is missing as zero and listed apart. */
export interface DrawTable {
  readonly height: number;
  readonly width: number;
  readonly values: Float64Array;
  /** Row and column of each missing cell, side by side. */
  readonly gapRows: Uint32Array;
  readonly gapColumns: Uint32Array;
}

/** Makes a table of columns in which NaN marks what is missing. */
export const buildDrawTable = (data: Float64Array, height: number): DrawTable => {
  const gaps: number[] = [];
  data.forEach((value, cell) => {
    if (Number.isNaN(value)) gaps.push(cell);
  });
  return {
    height,
    width: data.length / height,
    values: data.map((value) => (Number.isNaN(value) ? 0 : value)),
    gapRows: Uint32Array.from(gaps, (cell) => cell % height),
    gapColumns: Uint32Array.from(gaps, (cell) => Math.floor(cell / height)),
  };
};

/** Adds four columns at once: a score is then loaded and stored once for four products. */
const addFour = (scores: Float64Array, table: DrawTable, weights: Float64Array, column: number): void => {
  const { height, values } = table;
  const a = column * height;
  const b = a + height;
  const c = b + height;
  const d = c + height;
  const first = weights[column] ?? 0;
  const second = weights[column + 1] ?? 0;
  const third = weights[column + 2] ?? 0;
  const fourth = weights[column + 3] ?? 0;
  for (let row = 0; row < height; row += 1) {
    scores[row] =
      (scores[row] ?? 0) +
      first * (values[a + row] ?? 0) +
      second * (values[b + row] ?? 0) +
      third * (values[c + row] ?? 0) +
      fourth * (values[d + row] ?? 0);
  }
};

const divideByKnown = (
  scores: Float64Array,
  { gapRows, gapColumns }: DrawTable,
  weights: Float64Array,
  known: Float64Array,
): void => {
  let whole = 0;
  for (const weight of weights) whole += weight;
  known.fill(whole);
  for (let gap = 0; gap < gapRows.length; gap += 1) {
    const row = gapRows[gap] ?? 0;
    known[row] = (known[row] ?? 0) - (weights[gapColumns[gap] ?? 0] ?? 0);
  }
  for (let row = 0; row < scores.length; row += 1) scores[row] = (scores[row] ?? 0) / (known[row] ?? 1);
};

/**
 * Weighted sums by row, divided by the weight of what is known where anything is missing. `known` is working room, a number a row.
 */
export const scoreRows = (
  scores: Float64Array,
  table: DrawTable,
  weights: Float64Array,
  known: Float64Array,
): void => {
  scores.fill(0);
  const { height, width, values } = table;
  let column = 0;
  for (; column + 4 <= width; column += 4) addFour(scores, table, weights, column);
  for (; column < width; column += 1) {
    const weight = weights[column] ?? 0;
    for (let row = 0; row < height; row += 1) {
      scores[row] = (scores[row] ?? 0) + weight * (values[column * height + row] ?? 0);
    }
  }
  if (table.gapRows.length > 0) divideByKnown(scores, table, weights, known);
};

/** How often each row had each rank: row after row, `counts[row · height + rank − 1]`. */
export interface RankCounts {
  readonly counts: Uint32Array;
  readonly height: number;
  readonly draws: number;
}

/** Where the weights of a draw come from: writes them into the array that it is given. */
export type WeightSource = (weights: Float64Array, draw: number) => void;

const orderBy = (scores: Float64Array): Uint32Array => {
  const places = Uint32Array.from(scores, (_, row) => row);
  orderPlaces(scores, places, new Uint32Array(places.length));
  return places;
};

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

/**
 * Scores and ranks all rows once for each draw, the tables in turn. Nothing is allocated within the loop. Ranks are found from
 * the order that the nominal weights give, which other weights disturb little.
 */
export const countRankDraws = (
  tables: readonly DrawTable[],
  nominal: Float64Array,
  settings: { readonly draws: number; readonly fillWeights: WeightSource },
): RankCounts => {
  const height = tables[0]?.height ?? 0;
  const counts = new Uint32Array(height * height);
  const scores = new Float64Array(height);
  const known = new Float64Array(height);
  const weights = new Float64Array(nominal.length);
  const places = new Uint32Array(height);
  const spare = new Uint32Array(height);
  const starts = tables.map((table) => {
    scoreRows(scores, table, nominal, known);
    return orderBy(scores);
  });
  for (let draw = 0; draw < settings.draws; draw += 1) {
    const table = tables[draw % tables.length];
    const start = starts[draw % tables.length];
    if (!table || !start) break;
    settings.fillWeights(weights, draw);
    scoreRows(scores, table, weights, known);
    places.set(start);
    orderPlaces(scores, places, spare);
    countRanks(counts, scores, places);
  }
  return { counts, height, draws: settings.draws };
};
