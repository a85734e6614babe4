import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { BuildDrawing } from './chart-drawing.ts';
import { readChartColors } from './chart-colors.ts';

register([CustomChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

const SCHEME = 'data-mantine-color-scheme';
// A place that is not laid out yet, as behind a closed fold, has no width of its own.
const WIDTH_BEFORE_LAYOUT = 640;

/** A chart that stands on the page until it is removed. */
export interface PlacedChart {
  /** Draws this picture from now on. */
  readonly show: (build: BuildDrawing) => void;
  readonly remove: () => void;
}

/**
 * Places a chart in an element. It is drawn again, at once and without motion, when the width or the theme changes;
 * printing changes the theme, and waits for nothing.
 *
 * @param onSelect hears the name of a datum that was clicked
 */
export const placeChart = (place: HTMLElement, onSelect: (name: string) => void): PlacedChart => {
  const widthNow = (): number => place.clientWidth || WIDTH_BEFORE_LAYOUT;
  const chart = init(place, null, { renderer: 'svg', width: widthNow(), height: 1 });
  let drawn: { readonly build: BuildDrawing; readonly width: number } | undefined;

  const draw = (build: BuildDrawing): void => {
    const width = widthNow();
    const { option, height } = build({ colors: readChartColors(place), width });
    drawn = { build, width };
    place.style.height = `${String(height)}px`;
    chart.resize({ width, height, silent: true });
    chart.setOption({ animation: false, ...option }, { notMerge: true });
    chart.getZr().flush();
    // With a view box the style sheet can scale the picture to the paper.
    place.querySelector('svg')?.setAttribute('viewBox', `0 0 ${String(width)} ${String(height)}`);
  };
  const drawAgain = (): void => {
    if (drawn) draw(drawn.build);
  };

  const sizes = new ResizeObserver(() => {
    if (drawn && drawn.width !== widthNow()) drawAgain();
  });
  sizes.observe(place);
  const schemes = new MutationObserver(drawAgain);
  schemes.observe(document.documentElement, { attributes: true, attributeFilter: [SCHEME] });
  chart.on('click', ({ name }) => {
    onSelect(name);
  });
  return {
    show: draw,
    remove: () => {
      sizes.disconnect();
      schemes.disconnect();
      chart.dispose();
    },
  };
};
