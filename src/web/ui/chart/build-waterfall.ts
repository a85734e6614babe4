import type { BuildDrawing, DrawnValue, ReferenceLine } from './chart-drawing.ts';
import {
  drawnSeries,
  figureLabel,
  figureAxis,
  hatching,
  referenceSeries,
  rowAxis,
  tooltip,
  widthOfNames,
  type Shape,
} from './chart-parts.ts';

/** A step of a waterfall: a total stands on zero, a change on what came before it. */
export interface WaterfallStep extends DrawnValue {
  readonly kind: 'total' | 'change';
  /** What a click on it reports. */
  readonly key: string;
  readonly name: string;
}

interface WaterfallFigures {
  readonly steps: readonly WaterfallStep[];
  readonly goal?: ReferenceLine | undefined;
  /** Numbers of the axis in the reader's form. */
  readonly formatNumber: (value: number) => string;
  /** Where the axis begins; zero when nothing is said. Totals are then cut off at the left. */
  readonly from?: number | undefined;
}

/** Where a step begins and ends. */
export interface PlacedStep {
  readonly from: number;
  readonly to: number;
}

/** Sets each change on the sum of what came before it; a total begins at zero and is what follows begins from. */
export const placeSteps = (steps: readonly WaterfallStep[]): readonly PlacedStep[] => {
  let level = 0;
  return steps.map(({ kind, value }) => {
    const from = kind === 'total' ? 0 : level;
    level = from + value;
    return { from, to: level };
  });
};

const ROW_HEIGHT = 40;
const BAR_SHARE = 0.55;
const MARGIN = { top: 28, right: 84, bottom: 28, left: 12 };

/** Changes that lead from one total to another, from top to bottom: gains in leaf, losses hatched in lotus. */
export const buildWaterfall =
  ({ steps, goal, formatNumber, from: start = 0 }: WaterfallFigures): BuildDrawing =>
  (surroundings) => {
    const { colors } = surroundings;
    const places = placeSteps(steps);
    const names = steps.map(({ name }) => name);
    const styleOf = ({ kind, value }: WaterfallStep) => {
      if (kind === 'total') return { fill: colors.dimmed };
      return value < 0 ? { fill: colors.lotus, decal: hatching(surroundings) } : { fill: colors.leaf };
    };
    const data = steps.map(({ key, name, text }, index) => ({
      name: key,
      // The dimensions of the axes: both ends, so that the axis reaches them, and the row.
      value: [places[index]?.from ?? 0, index, places[index]?.to ?? 0],
      detail: `${name}: ${text}`,
    }));
    const bars = drawnSeries(data, (index, coord, band): Shape[] => {
      const [step, place] = [steps[index], places[index]];
      if (!step || !place) return [];
      const clip = (value: number): number => Math.max(value, start);
      const [left, y] = coord([clip(Math.min(place.from, place.to)), index]);
      const [right] = coord([clip(Math.max(place.from, place.to)), index]);
      const [end] = coord([clip(place.to), index]);
      const height = band * BAR_SHARE;
      const connector: Shape[] =
        index === steps.length - 1
          ? []
          : [
              {
                type: 'line',
                shape: { x1: end, x2: end, y1: y + height / 2, y2: y + band - height / 2 },
                style: { stroke: colors.lineStrong, lineWidth: 1 },
              },
            ];
      return [
        {
          type: 'rect',
          shape: { x: left, y: y - height / 2, width: Math.max(right - left, 1), height },
          style: styleOf(step),
        },
        ...connector,
        figureLabel(step.text, { x: right + 5, y }, surroundings),
      ];
    });
    return {
      height: MARGIN.top + MARGIN.bottom + steps.length * ROW_HEIGHT,
      option: {
        grid: { ...MARGIN, left: MARGIN.left + widthOfNames(names, surroundings), containLabel: false },
        tooltip: tooltip(surroundings),
        xAxis: figureAxis(surroundings, formatNumber, { from: start }),
        yAxis: rowAxis(names, surroundings),
        series: [{ ...bars, encode: { x: [0, 2], y: 1 } }, ...referenceSeries(goal, 'x', surroundings)],
      },
    };
  };
