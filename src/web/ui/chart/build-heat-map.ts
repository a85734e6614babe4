import type { BuildDrawing } from './chart-drawing.ts';
import {
  drawnSeries,
  hatching,
  rowAxis,
  textStyle,
  tooltip,
  widthOfNames,
  type Shape,
} from './chart-parts.ts';

/** A row, and the column of the same thing. */
export interface HeatMapEntry {
  /** Short: it names the column, and the row where there is little room. */
  readonly code: string;
  readonly name: string;
}

/** A cell below the diagonal, by places among the entries: a value from −1 to 1 with its text; null where there is none. */
export interface HeatMapCell {
  readonly row: number;
  readonly column: number;
  readonly value: number | null;
  readonly text: string;
}

interface HeatMapFigures {
  readonly entries: readonly HeatMapEntry[];
  readonly cells: readonly HeatMapCell[];
}

const CELL_HEIGHT = 30;
const MARGIN = { top: 28, right: 8, bottom: 8, left: 8 };
const NARROW = 560;
const SMALL_TEXT = 10;
const GAP = 1;
// Texts stay readable on the deepest ground in both themes.
const DEEPEST = 0.5;

/** A square of values, each cell with its figure: deeper with strength, hatched where negative. */
export const buildHeatMap =
  ({ entries, cells }: HeatMapFigures): BuildDrawing =>
  (surroundings) => {
    const { colors, width } = surroundings;
    const isNarrow = width < NARROW;
    // Nothing stands on the diagonal: the first has no row, the last no column.
    const names = entries.slice(1).map(({ code, name }) => (isNarrow ? code : `${code} ${name}`));
    const left = MARGIN.left + (isNarrow ? 40 : widthOfNames(names, surroundings));
    const cellWidth = (width - left - MARGIN.right) / Math.max(1, names.length);
    const data = cells.map(({ row, column, value, text }) => ({
      name: `${entries[row]?.code ?? ''} ${entries[column]?.code ?? ''}`,
      value: [column, row - 1, value ?? 0],
      detail: `${entries[row]?.name ?? ''} – ${entries[column]?.name ?? ''}: ${text}`,
    }));
    const series = drawnSeries(data, (index, coord, band): Shape[] => {
      const cell = cells[index];
      if (!cell) return [];
      const [x, y] = coord([cell.column, cell.row - 1]);
      const strength = cell.value ?? 0;
      const shape = {
        ...{ x: x - cellWidth / 2 + GAP, y: y - band / 2 + GAP },
        ...{ width: cellWidth - 2 * GAP, height: band - 2 * GAP },
      };
      const ground = { type: 'rect' as const, shape, style: { fill: colors.quiet } };
      const colour: Shape = {
        type: 'rect',
        shape,
        style: {
          fill: strength < 0 ? colors.lotus : colors.leaf,
          opacity: Math.abs(strength) * DEEPEST,
          ...(strength < 0 && { decal: hatching(surroundings) }),
        },
      };
      const font = `${String(isNarrow ? SMALL_TEXT : 12)}px ${colors.font}`;
      const label: Shape = {
        type: 'text',
        style: { text: cell.text, x, y, align: 'center', verticalAlign: 'middle', fill: colors.text, font },
      };
      return [ground, colour, label];
    });
    return {
      height: MARGIN.top + MARGIN.bottom + names.length * CELL_HEIGHT,
      option: {
        grid: { ...MARGIN, left, containLabel: false },
        tooltip: tooltip(surroundings),
        xAxis: {
          type: 'category',
          position: 'top',
          data: entries.slice(0, -1).map(({ code }) => code),
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: { ...textStyle(surroundings), interval: 0, fontSize: isNarrow ? SMALL_TEXT : 13 },
        },
        yAxis: { ...rowAxis(names, surroundings), axisLine: { show: false } },
        series: [{ ...series, encode: { x: 0, y: 1 } }],
      },
    };
  };
