import type { CustomSeriesOption, EChartsOption } from 'echarts';
import { format } from 'echarts/core';
import type { ChartSurroundings, ReferenceLine } from './chart-drawing.ts';

/** A datum of the series that the kit draws itself: a name that a click reports, and words for the pointer. */
export interface DrawnDatum {
  readonly name: string;
  readonly value: (number | string)[];
  readonly detail: string;
}

type RenderItem = NonNullable<CustomSeriesOption['renderItem']>;
/** Shapes that a series draws for one datum. */
export type Shape = NonNullable<ReturnType<RenderItem>>;
type Draw = (
  index: number,
  coord: (at: readonly number[]) => readonly [number, number],
  band: number,
) => Shape[];

const TEXT_SIZE = 13;
const LINE_HEIGHT = 17;
// Mean width of a letter of the font at this size; a label that is cut too early is whole in the table.
const LETTER_WIDTH = 7;
const LINES_OF_NAME = 2;
const NAME_SPACE = 12;
const WIDEST_NAMES = 300;
const SHARE_OF_NAMES = 0.38;

/** How texts in a picture are written. */
export const textStyle = ({ colors }: ChartSurroundings) => ({
  fontFamily: colors.font,
  fontSize: TEXT_SIZE,
  color: colors.text,
});

/** Hatching, so that a mark is told from another without colour, in print too. */
export const hatching = ({ colors }: ChartSurroundings) => ({
  symbol: 'rect',
  color: colors.surface,
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
  rotation: -Math.PI / 4,
});

/** Names shortened to two lines of the place that they have. */
export const shortenName = (name: string, width: number): string => {
  const most = Math.max(8, Math.floor((width / LETTER_WIDTH) * LINES_OF_NAME));
  if (name.length <= most) return name;
  const cut = name.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 16))}…`;
};

/** Width that the names of rows may take. */
export const widthOfNames = (names: readonly string[], { width }: ChartSurroundings): number => {
  const longest = Math.max(0, ...names.map((name) => name.length)) * LETTER_WIDTH + NAME_SPACE;
  return Math.round(Math.min(longest, width * SHARE_OF_NAMES, WIDEST_NAMES));
};

/** The axis that names rows from top to bottom, each in at most two lines. */
export const rowAxis = (names: readonly string[], surroundings: ChartSurroundings) => {
  const width = widthOfNames(names, surroundings);
  return {
    type: 'category' as const,
    inverse: true,
    data: names.map((name) => shortenName(name, width)),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: surroundings.colors.lineStrong } },
    axisLabel: {
      ...textStyle(surroundings),
      interval: 0,
      width,
      overflow: 'break' as const,
      lineHeight: LINE_HEIGHT,
    },
  };
};

/** The axis of figures, with quiet lines and numbers in the reader's form. */
export const figureAxis = (
  surroundings: ChartSurroundings,
  formatNumber: (value: number) => string,
  range: { readonly from?: number | undefined; readonly to?: number | undefined } = {},
) => ({
  type: 'value' as const,
  ...(range.from !== undefined && { min: range.from }),
  ...(range.to !== undefined && { max: range.to }),
  // Numbers of four digits stand on one another when the place is narrow.
  splitNumber: surroundings.width < 480 ? 3 : 5,
  axisLabel: { ...textStyle(surroundings), color: surroundings.colors.dimmed, formatter: formatNumber },
  splitLine: { lineStyle: { color: surroundings.colors.line } },
});

/** A series whose shapes the kit draws; it is below what stands after it. */
export const drawnSeries = (data: readonly DrawnDatum[], draw: Draw): CustomSeriesOption => ({
  type: 'custom',
  data: data.map(({ name, value, detail }) => ({ name, value, detail })),
  clip: false,
  z: 2,
  renderItem: (params, api) => {
    const size = api.size?.([1, 1]) ?? [0, 0];
    const band = Array.isArray(size) ? Math.max(0, size[1] ?? 0) : size;
    const coord = (at: readonly number[]): readonly [number, number] => {
      const [x = 0, y = 0] = api.coord([...at]);
      return [x, y];
    };
    return { type: 'group', children: draw(params.dataIndex, coord, band) };
  },
});

/** A figure beside its mark, on a ground of its own so that lines behind it don't strike it out. */
export const figureLabel = (
  text: string,
  at: { readonly x: number; readonly y: number },
  { colors }: ChartSurroundings,
  isStrong = false,
): Shape => ({
  type: 'text',
  style: {
    text,
    ...at,
    verticalAlign: 'middle',
    fill: colors.text,
    backgroundColor: colors.surface,
    padding: [0, 3],
    font: `${isStrong ? '600 ' : ''}${String(TEXT_SIZE)}px ${colors.font}`,
  },
});

/** Whether some name takes two lines of the place that names have. */
export const haveLongNames = (names: readonly string[], surroundings: ChartSurroundings): boolean => {
  const longest = Math.max(0, ...names.map((name) => name.length));
  return longest * LETTER_WIDTH > widthOfNames(names, surroundings);
};

/** The rectangle between the axes. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A dashed line across the picture with its name: the goal. The axis reaches it, whatever the other figures are. */
export const referenceSeries = (
  line: ReferenceLine | undefined,
  axis: 'x' | 'y',
  surroundings: ChartSurroundings,
  nameAt: 'top' | 'bottom' = 'top',
): CustomSeriesOption[] => {
  if (line === undefined) return [];
  const { lotus, font } = surroundings.colors;
  const style = { stroke: lotus, lineWidth: 2, lineDash: [6, 3] };
  const text = { text: `${line.name} ${line.text}`, fill: lotus, font: `600 ${String(TEXT_SIZE)}px ${font}` };
  return [
    {
      type: 'custom',
      silent: true,
      z: 1,
      encode: axis === 'x' ? { x: 0 } : { y: 0 },
      data: [[line.value]],
      renderItem: (params, api) => {
        const frame = params.coordSys as unknown as Frame;
        const [atX = 0, atY = 0] = api.coord(axis === 'x' ? [line.value, 0] : [0, line.value]);
        const [right, bottom] = [frame.x + frame.width, frame.y + frame.height];
        const shape =
          axis === 'x'
            ? { x1: atX, x2: atX, y1: frame.y, y2: bottom }
            : { x1: frame.x, x2: right, y1: atY, y2: atY };
        const label =
          axis === 'x'
            ? nameAt === 'top'
              ? {
                  ...text,
                  x: atX,
                  y: frame.y - 4,
                  align: 'center' as const,
                  verticalAlign: 'bottom' as const,
                }
              : { ...text, x: atX, y: bottom + 6, align: 'center' as const, verticalAlign: 'top' as const }
            : {
                ...text,
                x: frame.x + 6,
                y: atY - 4,
                align: 'left' as const,
                verticalAlign: 'bottom' as const,
              };
        return {
          type: 'group',
          children: [
            { type: 'line', shape, style },
            { type: 'text', style: label },
          ],
        };
      },
    },
  ];
};

/** What the pointer is told about a datum; texts of others are never read as markup. */
export const tooltip = (surroundings: ChartSurroundings): NonNullable<EChartsOption['tooltip']> => ({
  trigger: 'item',
  confine: true,
  backgroundColor: surroundings.colors.surface,
  borderColor: surroundings.colors.lineStrong,
  textStyle: textStyle(surroundings),
  extraCssText: 'max-width: 22rem; white-space: normal; box-shadow: none;',
  formatter: (params) => {
    const [item] = Array.isArray(params) ? params : [params];
    const datum = item?.data as Partial<DrawnDatum> | undefined;
    return format.encodeHTML(datum?.detail ?? '');
  },
});
