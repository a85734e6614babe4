// Rows that are added up at once, for two draws: eight sums stay in registers while a cell and a weight are read once.
const PANEL = 4;

/** Subjects × components as draws need them: what is missing as zero and listed apart. */
export interface DrawTable {
  readonly height: number;
  readonly width: number;
  /** Panels of four rows, each column after column; rows of zeros fill up the last one. */
  readonly panels: Float64Array;
  /** Row and column of each missing cell, side by side. */
  readonly gapRows: Uint32Array;
  readonly gapColumns: Uint32Array;
}

const heightOfPanels = (height: number): number => Math.ceil(height / PANEL) * PANEL;

/** Makes a table of columns in which NaN marks what is missing. */
export const buildDrawTable = (data: Float64Array, height: number): DrawTable => {
  const width = data.length / height;
  const panels = new Float64Array(heightOfPanels(height) * width);
  const gaps: number[] = [];
  data.forEach((value, cell) => {
    const row = cell % height;
    const column = (cell - row) / height;
    const within = row % PANEL;
    if (Number.isNaN(value)) gaps.push(cell);
    else panels[(row - within) * width + column * PANEL + within] = value;
  });
  return {
    ...{ height, width, panels },
    gapRows: Uint32Array.from(gaps, (cell) => cell % height),
    gapColumns: Uint32Array.from(gaps, (cell) => Math.floor(cell / height)),
  };
};

/** Weights, and the scores that they give: a number a row, behind them those of what fills up the last panel. */
export interface Draw {
  readonly weights: Float64Array;
  readonly scores: Float64Array;
}

/** Room for a draw, to be used over and over. */
export const makeDraw = ({ height, width }: DrawTable): Draw => ({
  weights: new Float64Array(width),
  scores: new Float64Array(heightOfPanels(height)),
});

/** Every row adds up its columns in the same order, so that equal rows have equal scores. */
const scorePanel = (panels: Float64Array, from: number, one: Draw, other: Draw, row: number): void => {
  const weights = one.weights;
  const others = other.weights;
  const width = weights.length;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  let cell = from;
  for (let column = 0; column < width; column += 1) {
    const weight = weights[column] ?? 0;
    const another = others[column] ?? 0;
    const first = panels[cell] ?? 0;
    const second = panels[cell + 1] ?? 0;
    const third = panels[cell + 2] ?? 0;
    const fourth = panels[cell + 3] ?? 0;
    a += weight * first;
    b += weight * second;
    c += weight * third;
    d += weight * fourth;
    e += another * first;
    f += another * second;
    g += another * third;
    h += another * fourth;
    cell += PANEL;
  }
  one.scores[row] = a;
  one.scores[row + 1] = b;
  one.scores[row + 2] = c;
  one.scores[row + 3] = d;
  other.scores[row] = e;
  other.scores[row + 1] = f;
  other.scores[row + 2] = g;
  other.scores[row + 3] = h;
};

const divideByKnown = (
  { height, gapRows, gapColumns }: DrawTable,
  { weights, scores }: Draw,
  known: Float64Array,
): void => {
  let whole = 0;
  for (const weight of weights) whole += weight;
  known.fill(whole);
  for (let gap = 0; gap < gapRows.length; gap += 1) {
    const row = gapRows[gap] ?? 0;
    known[row] = (known[row] ?? 0) - (weights[gapColumns[gap] ?? 0] ?? 0);
  }
  for (let row = 0; row < height; row += 1) scores[row] = (scores[row] ?? 0) / (known[row] ?? 1);
};

/**
 * Writes the scores of two draws: weighted sums by row, divided by the weight of what is known where anything is missing.
 * `known` is working room, a number a row.
 */
export const scoreDraws = (table: DrawTable, one: Draw, other: Draw, known: Float64Array): void => {
  const { panels, height, width } = table;
  for (let row = 0; row < height; row += PANEL) scorePanel(panels, row * width, one, other, row);
  if (table.gapRows.length === 0) return;
  divideByKnown(table, one, known);
  divideByKnown(table, other, known);
};

/** The scores that certain weights give, row by row. */
export const scoresOf = (table: DrawTable, weights: Float64Array): Float64Array => {
  const [draw, unused] = [makeDraw(table), makeDraw(table)];
  draw.weights.set(weights);
  scoreDraws(table, draw, unused, new Float64Array(table.height));
  return draw.scores.slice(0, table.height);
};
