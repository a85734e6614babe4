import { AlignmentType, Paragraph, TextRun } from 'docx';
import { ChartRun } from 'docx/charts';
import type { DocumentChart } from '#core/report/official-document.ts';
import { numberText } from '#core/report/official-wording.ts';
import { FONT, textWidth } from '#core/report/official-layout.ts';
import { CHART_COLOURS, chartHeight } from '#core/report/chart-picture.ts';
import { textRuns } from './docx-paragraphs.ts';

const PIXELS_PER_MILLIMETRE = 96 / 25.4;

const pixels = (millimetres: number): number => Math.round(millimetres * PIXELS_PER_MILLIMETRE);

const colourOf = (place: number): string => CHART_COLOURS[place % CHART_COLOURS.length] ?? CHART_COLOURS[0];

/** What the colours stand for, in the order of the bars: office programs order the entries of a legend each in their own way. */
const legendOf = ({ series, unit }: DocumentChart): Paragraph =>
  new Paragraph({
    style: 'OfficialCellCenter',
    keepNext: true,
    children: [
      ...(series.length < 2
        ? []
        : series.flatMap(({ name }, place) => [
            new TextRun({ text: '■', color: colourOf(place) }),
            new TextRun(` ${name}     `),
          ])),
      ...textRuns([{ text: `Đơn vị tính: ${unit}`, italic: true }]),
    ],
  });

/** A chart that the office program draws from its data, so that it stays sharp and can be edited, with its legend. */
export const chartOf = (chart: DocumentChart): readonly Paragraph[] => [
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
          color: colourOf(place),
          values: values.map((value) => (value === null ? null : Number(value))),
          // Written out: the office program would write numbers as its own language does.
          pointLabels: values.map((value) => (value === null ? undefined : { text: numberText(value) })),
        })),
        dataLabels: { value: true, font: { size: 9 } },
        // Bars are drawn from below: reversed, the first category stands on top.
        categoryAxis: { reverseOrder: true, font: { size: 10 } },
        // Each bar has its figure: an axis would write numbers in the office program's language.
        valueAxis: { minimum: 0, crossesAt: 'maximum', visible: false, gridlines: false },
        gapWidth: 60,
        font: { name: FONT, color: '000000' },
        legend: false,
        chartArea: { fill: 'none', border: 'none' },
        altText: { name: chart.caption, description: chart.caption },
        transformation: { width: pixels(textWidth('portrait')), height: pixels(chartHeight(chart)) },
      }),
    ],
  }),
  legendOf(chart),
];
