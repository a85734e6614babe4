import type { EChartsOption } from 'echarts';
import type { ChartColors } from './chart-colors.ts';

/** What a drawing depends on besides its figures. */
export interface ChartSurroundings {
  readonly colors: ChartColors;
  /** Width of the place in CSS pixels. */
  readonly width: number;
}

/** A picture ready to be drawn, with the height that it needs in CSS pixels. */
export interface ChartDrawing {
  readonly option: EChartsOption;
  readonly height: number;
}

/** Builds a picture; it is called again when the theme or the width changes. */
export type BuildDrawing = (surroundings: ChartSurroundings) => ChartDrawing;

/** A value drawn, with its text in the reader's language. A picture needs no more than binary numbers. */
export interface DrawnValue {
  readonly value: number;
  readonly text: string;
}

/** A line across the picture, such as a goal. */
export interface ReferenceLine extends DrawnValue {
  readonly name: string;
}
