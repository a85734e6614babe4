import type { BuildDrawing, DrawnValue, ReferenceLine } from './chart-drawing.ts';
import {
  drawnSeries,
  figureLabel,
  figureAxis,
  hatching,
  haveLongNames,
  referenceSeries,
  rowAxis,
  tooltip,
  widthOfNames,
  type Shape,
} from './chart-parts.ts';

/** A row of the picture: a value, and the interval that it lies in. */
export interface IntervalRow extends DrawnValue {
  /** What a click on it reports. */
  readonly key: string;
  readonly name: string;
  /** Null where there is no interval. */
  readonly interval: { readonly low: number; readonly high: number; readonly text: string } | null;
  /** Stands out: the reader's own agency, what was searched for. */
  readonly isMarked?: boolean;
}

interface IntervalFigures {
  readonly rows: readonly IntervalRow[];
  /** A bar from zero for an amount; a dot for a place, such as a rank. */
  readonly shape: 'bar' | 'dot';
  readonly reference?: ReferenceLine | undefined;
  readonly formatNumber: (value: number) => string;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

const ROW_HEIGHT = 26;
const HIGH_ROW = 38;
const BAR_SHARE = 0.6;
const DOT = 4.5;
const CAP = 5;
const MARGIN = { top: 28, bottom: 28, left: 12 };
// Room for the figure beside the longest mark: points are longer than ranks.
const ROOM = { bar: 96, dot: 44 } as const;

/** Rows with a bar or a dot each and a whisker over the interval that the value lies in. */
export const buildIntervalRows =
  ({ rows, shape, reference, formatNumber, from, to }: IntervalFigures): BuildDrawing =>
  (surroundings) => {
    const { colors } = surroundings;
    const names = rows.map(({ name }) => name);
    const data = rows.map(({ key, name, text, value, interval }, index) => ({
      name: key,
      value: [value, index, interval?.low ?? value, interval?.high ?? value],
      detail: `${name}: ${text}${interval ? ` (${interval.text})` : ''}`,
    }));
    const series = drawnSeries(data, (index, coord, band): Shape[] => {
      const row = rows[index];
      if (!row) return [];
      const [x, y] = coord([row.value, index]);
      const [low] = coord([row.interval?.low ?? row.value, index]);
      const [high] = coord([row.interval?.high ?? row.value, index]);
      const [start] = coord([from ?? 0, index]);
      const stroke = { stroke: colors.text, lineWidth: 1.5 };
      const line = (x1: number, y1: number, x2: number, y2: number): Shape => ({
        type: 'line',
        shape: { x1, y1, x2, y2 },
        style: stroke,
      });
      const whisker: Shape[] = row.interval
        ? [line(low, y, high, y), line(low, y - CAP, low, y + CAP), line(high, y - CAP, high, y + CAP)]
        : [];
      const fill = row.isMarked === true ? colors.lotus : colors.leaf;
      const height = band * BAR_SHARE;
      const mark: Shape =
        shape === 'bar'
          ? {
              type: 'rect',
              shape: { x: start, y: y - height / 2, width: Math.max(x - start, 1), height },
              style: { fill, ...(row.isMarked === true && { decal: hatching(surroundings) }) },
            }
          : {
              type: 'circle',
              shape: { cx: x, cy: y, r: DOT },
              style: { fill, stroke: colors.surface, lineWidth: 1.5 },
            };
      const end = { x: Math.max(x, high) + 5, y };
      const label = figureLabel(row.text, end, surroundings, row.isMarked);
      return shape === 'bar' ? [mark, ...whisker, label] : [...whisker, mark, label];
    });
    return {
      height:
        MARGIN.top +
        MARGIN.bottom +
        rows.length * (haveLongNames(names, surroundings) ? HIGH_ROW : ROW_HEIGHT),
      option: {
        grid: {
          ...MARGIN,
          right: ROOM[shape],
          left: MARGIN.left + widthOfNames(names, surroundings),
          containLabel: false,
        },
        tooltip: tooltip(surroundings),
        xAxis: { ...figureAxis(surroundings, formatNumber, { from, to }), position: 'top' },
        yAxis: rowAxis(names, surroundings),
        series: [
          { ...series, encode: { x: [0, 2, 3], y: 1 } },
          ...referenceSeries(reference, 'x', surroundings, 'bottom'),
        ],
      },
    };
  };
