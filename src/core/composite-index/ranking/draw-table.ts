/** Rows that are added up at once: their cells stand side by side, and rows of zeros fill up the last panel. */
export const PANEL = 4;

/** Subjects × components as draws need them: what is missing as zero and listed apart. */
export interface DrawTable {
  readonly height: number;
  readonly width: number;
  /** Panels of four rows, each column after column. */
  readonly panels: Float64Array;
  /** Row and column of each missing cell, side by side. */
  readonly gapRows: Uint32Array;
  readonly gapColumns: Uint32Array;
}

/** Rows of the table with those that fill up its last panel. */
export const heightOfPanels = (height: number): number => Math.ceil(height / PANEL) * PANEL;

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
