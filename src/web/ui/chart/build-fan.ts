import type { BuildDrawing, DrawnValue, ReferenceLine } from './chart-drawing.ts';
import { drawnSeries, figureAxis, referenceSeries, textStyle, tooltip, type Shape } from './chart-parts.ts';

/** What is known of a period: the value observed, or the forecast with its intervals. */
export interface FanPeriod {
  /** What a click on it reports. */
  readonly key: string;
  readonly name: string;
  readonly observed: DrawnValue | null;
  readonly forecast: DrawnValue | null;
  /** Intervals of the forecast, from the widest to the narrowest; the same number in each forecast period. */
  readonly intervals: readonly { readonly low: number; readonly high: number; readonly text: string }[];
}

interface FanFigures {
  readonly periods: readonly FanPeriod[];
  readonly goal?: ReferenceLine | undefined;
  readonly formatNumber: (value: number) => string;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

const HEIGHT = 320;
const MARGIN = { top: 28, right: 28, bottom: 36, left: 56 };
const OPACITY = 0.22;

const detailOf = ({ name, observed, forecast, intervals }: FanPeriod): string => {
  const value = forecast?.text ?? observed?.text ?? '';
  const within = intervals.map(({ text }) => text).join('; ');
  return `${name}: ${value}${within === '' ? '' : ` (${within})`}`;
};

/** The periods that a band spans: from the last one observed, where it has no width, to the last forecast. */
const bandOf = (periods: readonly FanPeriod[], level: number) =>
  periods.flatMap(({ observed, intervals }, index) => {
    const interval = intervals[level];
    if (interval) return [{ index, low: interval.low, high: interval.high }];
    const isLastObserved = observed !== null && periods[index + 1]?.observed === null;
    return isLastObserved ? [{ index, low: observed.value, high: observed.value }] : [];
  });

/** A line of what was observed that opens into a fan of forecasts: wider intervals are paler, the forecast is dashed. */
export const buildFan =
  ({ periods, goal, formatNumber, from, to }: FanFigures): BuildDrawing =>
  (surroundings) => {
    const { colors } = surroundings;
    const levels = Math.max(0, ...periods.map(({ intervals }) => intervals.length));
    const bands = Array.from({ length: levels }, (_, level) => {
      const band = bandOf(periods, level);
      const values = band.flatMap(({ index, low, high }) => [
        { name: '', value: [index, low], detail: '' },
        { name: '', value: [index, high], detail: '' },
      ]);
      const series = drawnSeries(values, (index, coord): Shape[] => {
        // One shape for the whole band: it is drawn with its first datum.
        if (index > 0) return [];
        const upper = band.map((at) => [...coord([at.index, at.high])]);
        const lower = band.map((at) => [...coord([at.index, at.low])]);
        const points = [...upper, ...lower.reverse()];
        return [{ type: 'polygon', shape: { points }, style: { fill: colors.leaf, opacity: OPACITY } }];
      });
      return { ...series, silent: true, z: 1 };
    });
    const lastObserved = periods.findLastIndex(({ observed }) => observed !== null);
    const line = (valueOf: (period: FanPeriod, index: number) => DrawnValue | null, isDashed: boolean) => ({
      type: 'line' as const,
      z: 3,
      symbol: isDashed ? 'emptyCircle' : 'circle',
      symbolSize: 8,
      itemStyle: { color: colors.leaf },
      lineStyle: {
        color: colors.leaf,
        width: 2.5,
        type: isDashed ? ([4, 4] as number[]) : ('solid' as const),
      },
      data: periods.map((period, index) => ({
        name: period.key,
        value: valueOf(period, index)?.value ?? '-',
        detail: detailOf(period),
      })),
    });
    return {
      height: HEIGHT,
      option: {
        grid: { ...MARGIN, containLabel: false },
        tooltip: tooltip(surroundings),
        xAxis: {
          type: 'category',
          boundaryGap: false,
          data: periods.map(({ name }) => name),
          axisLine: { lineStyle: { color: colors.lineStrong } },
          axisTick: { show: false },
          axisLabel: { ...textStyle(surroundings), color: colors.dimmed, hideOverlap: true },
        },
        yAxis: { ...figureAxis(surroundings, formatNumber, { from, to }), scale: true },
        series: [
          ...bands,
          line((period, index) => period.forecast ?? (index === lastObserved ? period.observed : null), true),
          line(({ observed }) => observed, false),
          ...referenceSeries(goal, 'y', surroundings),
        ],
      },
    };
  };
