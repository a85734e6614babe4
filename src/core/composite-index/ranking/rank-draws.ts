import { orderPlaces } from '#core/composite-index/statistics/order-places.ts';

/** Subjects × components as a draw needs them: column after column, what is missing as zero and listed apart. */
export interface DrawTable {
  readonly height: number;
  readonly width: number;
  readonly values: Float64Array;
  /** For each column with gaps: its place and, by row, 1 where nothing is known. */
  readonly gaps: readonly { readonly column: number; readonly isMissing: Float64Array }[];
}

/** Makes a table of columns in which NaN marks what is missing. */
export const buildDrawTable = (data: Float64Array, height: number): DrawTable => {
  const width = data.length / height;
  const gaps = Array.from({ length: width }, (_, column) => ({
    column,
    isMissing: data
      .subarray(column * height, (column + 1) * height)
      .map((value) => (Number.isNaN(value) ? 1 : 0)),
  })).filter(({ isMissing }) => isMissing.includes(1));
  return { height, width, values: data.map((value) => (Number.isNaN(value) ? 0 : value)), gaps };
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

const divideByKnown = (scores: Float64Array, { gaps, height }: DrawTable, weights: Float64Array): void => {
  const whole = weights.reduce((total, weight) => total + weight, 0);
  for (let row = 0; row < height; row += 1) {
    let known = whole;
    for (const { column, isMissing } of gaps) known -= (weights[column] ?? 0) * (isMissing[row] ?? 0);
    scores[row] = (scores[row] ?? 0) / known;
  }
};

/** Weighted sums by row, divided by the weight of what is known where anything is missing. */
export const scoreRows = (scores: Float64Array, table: DrawTable, weights: Float64Array): void => {
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
  if (table.gaps.length > 0) divideByKnown(scores, table, weights);
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
  const weights = new Float64Array(nominal.length);
  const places = new Uint32Array(height);
  const spare = new Uint32Array(height);
  const starts = tables.map((table) => {
    scoreRows(scores, table, nominal);
    return orderBy(scores);
  });
  for (let draw = 0; draw < settings.draws; draw += 1) {
    const table = tables[draw % tables.length];
    const start = starts[draw % tables.length];
    if (!table || !start) break;
    settings.fillWeights(weights, draw);
    scoreRows(scores, table, weights);
    places.set(start);
    orderPlaces(scores, places, spare);
    countRanks(counts, scores, places);
  }
  return { counts, height, draws: settings.draws };
};
