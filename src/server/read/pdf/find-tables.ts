import type { PrintedWord, Rule } from './page-marks.ts';

/** A cell between ruling lines: the elementary rows and columns that it covers, with its words. */
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly words: readonly PrintedWord[];
}

/** A table found by its ruling lines. */
export interface RuledTable {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where its columns begin and end, from the left. */
  readonly edges: readonly number[];
  readonly rowCount: number;
  readonly cells: readonly RuledCell[];
}

/** Lines as far apart as this are one, in points. */
const NEAR = 3;
// A drawing of more lines than this is no table.
const MOST_RULES = 3_000;

const meet = (a: Rule, b: Rule): boolean => {
  const overlap = a.from - NEAR <= b.to && b.from - NEAR <= a.to;
  if (a.isLevel === b.isLevel) return Math.abs(a.at - b.at) <= NEAR && overlap;
  return a.at >= b.from - NEAR && a.at <= b.to + NEAR && b.at >= a.from - NEAR && b.at <= a.to + NEAR;
};

/** Groups of lines that touch each other. */
const groupRules = (rules: readonly Rule[]): readonly (readonly Rule[])[] => {
  const left = new Set(rules);
  const groups: Rule[][] = [];
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const group = [first];
    // The group grows while it is walked through.
    for (const rule of group) {
      for (const other of left) {
        if (!meet(rule, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
};

const cluster = (places: readonly number[]): readonly number[] => {
  const clusters: number[][] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const open = clusters.at(-1);
    if (open && place - (open.at(-1) ?? place) <= NEAR) open.push(place);
    else clusters.push([place]);
  }
  return clusters.map((cluster) => cluster.reduce((sum, place) => sum + place, 0) / cluster.length);
};

/** Lines may end where no line crosses them: the table ends there without a border. */
const withEnds = (edges: readonly number[], across: readonly Rule[]): readonly number[] => {
  const from = Math.min(...across.map((rule) => rule.from));
  const to = Math.max(...across.map((rule) => rule.to));
  const [first = from, last = to] = [edges[0], edges.at(-1)];
  const far = NEAR * 3;
  return [...(from < first - far ? [from] : []), ...edges, ...(to > last + far ? [to] : [])];
};

const covers = (rules: readonly Rule[], at: number, from: number, to: number): boolean => {
  const covered = rules
    .filter((rule) => Math.abs(rule.at - at) <= NEAR)
    .reduce((sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)), 0);
  return covered >= (to - from) * 0.5;
};

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly upright: readonly Rule[];
  readonly level: readonly Rule[];
}

/** The cells of a grid: each reaches as far as no line parts it. */
const listCells = ({ xs, ys, upright, level }: Grid): readonly Omit<RuledCell, 'words'>[] => {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const [x, y] = [(index: number) => xs[index] ?? 0, (index: number) => ys[index] ?? 0];
  const taken = new Set<number>();
  const cells: Omit<RuledCell, 'words'>[] = [];
  const isParted = (row: number, column: number): boolean => covers(upright, x(column), y(row), y(row + 1));
  const isClosedBelow = (row: number, column: number): boolean =>
    covers(level, y(row + 1), x(column), x(column + 1));
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue;
      let [width, height] = [1, 1];
      while (
        column + width < columns &&
        !taken.has(row * columns + column + width) &&
        !isParted(row, column + width)
      ) {
        width += 1;
      }
      const inside = Array.from({ length: width }, (_, index) => column + index);
      while (row + height < rows && !inside.some((at) => isClosedBelow(row + height - 1, at))) height += 1;
      for (let below = 0; below < height; below += 1) {
        for (const at of inside) taken.add((row + below) * columns + at);
      }
      cells.push({ row, column, rows: height, columns: width });
    }
  }
  return cells;
};

const indexWithin = (edges: readonly number[], place: number): number =>
  edges.findLastIndex((edge) => edge <= place);

const fillCells = (
  cells: readonly Omit<RuledCell, 'words'>[],
  { xs, ys }: Grid,
  words: readonly PrintedWord[],
): readonly RuledCell[] => {
  const byCell = new Map<Omit<RuledCell, 'words'>, PrintedWord[]>(cells.map((cell) => [cell, []]));
  for (const word of words) {
    const row = indexWithin(ys, word.base - word.size * 0.3);
    const column = indexWithin(xs, (word.left + word.right) / 2);
    const cell = cells.find(
      (one) =>
        row >= one.row &&
        row < one.row + one.rows &&
        column >= one.column &&
        column < one.column + one.columns,
    );
    if (cell) byCell.get(cell)?.push(word);
  }
  return cells.map((cell) => ({ ...cell, words: byCell.get(cell) ?? [] }));
};

const buildTable = (rules: readonly Rule[], words: readonly PrintedWord[]): RuledTable | undefined => {
  const upright = rules.filter(({ isLevel }) => !isLevel);
  const level = rules.filter(({ isLevel }) => isLevel);
  if (upright.length === 0 || level.length === 0) return undefined;
  const xs = withEnds(cluster(upright.map(({ at }) => at)), level);
  const ys = withEnds(cluster(level.map(({ at }) => at)), upright);
  if (xs.length < 3 || ys.length < 2) return undefined;
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  const inside = words.filter((word) => {
    const [x, y] = [(word.left + word.right) / 2, word.base - word.size * 0.3];
    return x >= left && x <= right && y >= top && y <= bottom;
  });
  if (inside.length === 0) return undefined;
  const grid = { xs, ys, upright, level };
  const cells = listCells(grid);
  // One cell around everything is a frame.
  if (cells.length < 2) return undefined;
  return {
    left,
    right,
    top,
    bottom,
    edges: xs,
    rowCount: ys.length - 1,
    cells: fillCells(cells, grid, inside),
  };
};

/** Finds the tables of a page by its ruling lines, from the top. */
export const findTables = (rules: readonly Rule[], words: readonly PrintedWord[]): readonly RuledTable[] => {
  if (rules.length > MOST_RULES) return [];
  return groupRules(rules)
    .map((group) => buildTable(group, words))
    .filter((table) => table !== undefined)
    .toSorted((a, b) => a.top - b.top);
};
