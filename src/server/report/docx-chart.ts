import { AlignmentType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { DocumentChart } from '#core/report/official-document.ts';
import { numberText } from '#core/report/official-wording.ts';
import { FONT, textWidth } from '#core/report/official-layout.ts';
import { CHART_COLOURS, chartHeight } from '#core/report/chart-picture.ts';

const PIXELS_PER_MILLIMETRE = 96 / 25.4;

const pixels = (millimetres: number): number => Math.round(millimetres * PIXELS_PER_MILLIMETRE);

/** A chart that the office program draws from its data, so that it stays sharp and can be edited. */
export const chartOf = (chart: DocumentChart): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: [
      // A chart is a run: the library's second entry point declares the class of runs a second time.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
      new ChartRun({
        type: 'bar',
        categories: chart.categories,
        series: chart.series.map(({ name, values }, place) => ({
          name,
          color: CHART_COLOURS[place % CHART_COLOURS.length] ?? '0F766E',
          values: values.map((value) => (value === null ? null : Number(value))),
          // Written out: the office program would write numbers as its own language does.
          pointLabels: values.map((value) => (value === null ? undefined : { text: numberText(value) })),
        })),
        dataLabels: { value: true, font: { size: 9 } },
        // Bars are drawn from below: reversed, the first category stands on top.
        categoryAxis: { reverseOrder: true, font: { size: 10 } },
        valueAxis: { title: { text: chart.unit, font: { size: 10 } }, minimum: 0, crossesAt: 'maximum' },
        gapWidth: 60,
        font: { name: FONT, color: '000000' },
        ...(chart.series.length === 1 ? { legend: false as const } : {}),
        chartArea: { fill: 'none', border: 'none' },
        altText: { name: chart.caption, description: chart.caption },
        transformation: { width: pixels(textWidth('portrait')), height: pixels(chartHeight(chart)) },
      }),
    ],
  });
