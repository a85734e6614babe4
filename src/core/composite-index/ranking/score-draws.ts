import { type DrawTable, heightOfPanels, PANEL } from './draw-table.ts';
import { DRAW_KERNEL } from './draw-kernel.gen.ts';

/** Draws that are scored together. */
export const DRAWS_AT_ONCE = 4;

/** Scores all rows of a table under four draws of weights at once, in room of its own that is used over and over. */
export interface DrawScorer {
  /** Sets the weights of one of the four draws, a number a column. */
  readonly setWeights: (draw: number, weights: Float64Array) => void;
  /** Weighted sums by row, divided by the weight of what is known where anything is missing. */
  readonly score: () => void;
  /** A draw's scores, a number a row; those of the rows that fill up the last panel stand behind them. */
  readonly scores: readonly Float64Array[];
}

interface Room {
  readonly panels: Float64Array;
  /** Column after column, a number for each draw. */
  readonly weights: Float64Array;
  /** Draw after draw, a number a row. */
  readonly scores: Float64Array;
  readonly addUp: () => void;
}

/** Every row adds up its columns in the same order, so that equal rows have equal scores. */
const addUpPlainly = ({ panels, weights, scores }: Omit<Room, 'addUp'>, height: number): void => {
  const width = weights.length / DRAWS_AT_ONCE;
  for (let row = 0; row < height; row += 1) {
    const within = row % PANEL;
    let cell = (row - within) * width + within;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let place = 0; place < weights.length; place += DRAWS_AT_ONCE) {
      const value = panels[cell] ?? 0;
      a += (weights[place] ?? 0) * value;
      b += (weights[place + 1] ?? 0) * value;
      c += (weights[place + 2] ?? 0) * value;
      d += (weights[place + 3] ?? 0) * value;
      cell += PANEL;
    }
    scores[row] = a;
    scores[height + row] = b;
    scores[2 * height + row] = c;
    scores[3 * height + row] = d;
  }
};

const plainRoom = ({ panels, height, width }: DrawTable): Room => {
  const full = heightOfPanels(height);
  const room = {
    panels,
    weights: new Float64Array(DRAWS_AT_ONCE * width),
    scores: new Float64Array(DRAWS_AT_ONCE * full),
  };
  return { ...room, addUp: () => addUpPlainly(room, full) };
};

interface DrawKernel {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly score: (panels: number, weights: number, scores: number, height: number, width: number) => void;
}

// The part of the standard that is used here: the language's own library of types leaves it to browsers and Node.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

const compileKernel = (): object | undefined => {
  try {
    return new WebAssembly.Module(
      Uint8Array.from(DRAW_KERNEL.match(/../g) ?? [], (byte) => parseInt(byte, 16)),
    );
  } catch {
    // A browser whose page may not compile, or an old one without vectors: the plain way gives the same.
    return undefined;
  }
};

const kernelModule = compileKernel();

const NUMBER_BYTES = 8;
const PAGE_BYTES = 65_536;

/** The same in the memory of a kernel, where two numbers are worked on at once. */
const kernelRoom = (module: object, table: DrawTable): Room => {
  const { memory, score } = new WebAssembly.Instance(module).exports as DrawKernel;
  const height = heightOfPanels(table.height);
  const weightsAt = table.panels.length;
  const scoresAt = weightsAt + DRAWS_AT_ONCE * table.width;
  const end = scoresAt + DRAWS_AT_ONCE * height;
  memory.grow(Math.max(0, Math.ceil((end * NUMBER_BYTES) / PAGE_BYTES) - 1));
  const room = (from: number, to: number): Float64Array =>
    new Float64Array(memory.buffer, from * NUMBER_BYTES, to - from);
  const panels = room(0, weightsAt);
  panels.set(table.panels);
  const places = [weightsAt * NUMBER_BYTES, scoresAt * NUMBER_BYTES] as const;
  return {
    ...{ panels, weights: room(weightsAt, scoresAt), scores: room(scoresAt, end) },
    addUp: () => score(0, places[0], places[1], height, table.width),
  };
};

const divideByKnown = (
  { height, gapRows, gapColumns }: DrawTable,
  {
    weights,
    scores,
    draw,
  }: { readonly weights: Float64Array; readonly scores: Float64Array; readonly draw: number },
  known: Float64Array,
): void => {
  let whole = 0;
  for (let place = draw; place < weights.length; place += DRAWS_AT_ONCE) whole += weights[place] ?? 0;
  known.fill(whole);
  for (let gap = 0; gap < gapRows.length; gap += 1) {
    const row = gapRows[gap] ?? 0;
    known[row] = (known[row] ?? 0) - (weights[(gapColumns[gap] ?? 0) * DRAWS_AT_ONCE + draw] ?? 0);
  }
  for (let row = 0; row < height; row += 1) scores[row] = (scores[row] ?? 0) / (known[row] ?? 1);
};

const scorerIn = (room: Room, table: DrawTable): DrawScorer => {
  const { weights } = room;
  const full = heightOfPanels(table.height);
  const scores = Array.from({ length: DRAWS_AT_ONCE }, (_, draw) =>
    room.scores.subarray(draw * full, (draw + 1) * full),
  );
  const known = new Float64Array(table.height);
  return {
    scores,
    setWeights: (draw, given) => {
      for (let column = 0; column < table.width; column += 1)
        weights[column * DRAWS_AT_ONCE + draw] = given[column] ?? 0;
    },
    score: () => {
      room.addUp();
      if (table.gapRows.length === 0) return;
      scores.forEach((own, draw) => divideByKnown(table, { weights, scores: own, draw }, known));
    },
  };
};

/** Makes a scorer in plain steps: what the kernel must agree with, and what stands in where it can't be compiled. */
export const createPlainScorer = (table: DrawTable): DrawScorer => scorerIn(plainRoom(table), table);

/** Makes a scorer for a table. */
export const createDrawScorer = (table: DrawTable): DrawScorer =>
  kernelModule && table.panels.length > 0
    ? scorerIn(kernelRoom(kernelModule, table), table)
    : createPlainScorer(table);

/** The scores that certain weights give, row by row. */
export const scoresOf = (table: DrawTable, weights: Float64Array): Float64Array => {
  const scorer = createPlainScorer(table);
  scorer.setWeights(0, weights);
  scorer.score();
  return Float64Array.from(scorer.scores[0]?.subarray(0, table.height) ?? []);
};
