import { numberText } from './official-wording.ts';
import type { DocumentChart } from './official-document.ts';

/** Fills of series, dark to light, so that they differ on black-and-white paper too. */
export const CHART_COLOURS = ['0F766E', 'BE185D', '9CA3AF', 'D97706'] as const;

const BAR = 4;
const GAP = 3;
const FOOT = 14;
const LABELS = 58;
const VALUES = 22;
const WIDTH = 165;

const rowHeight = (chart: DocumentChart): number => chart.series.length * BAR + GAP;

/** Height of a chart on paper, in millimetres. */
export const chartHeight = (chart: DocumentChart): number =>
  chart.categories.length * rowHeight(chart) + FOOT;

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const LINE_LETTERS = 34;

/** A long name in at most two lines. */
const wrap = (name: string): readonly string[] => {
  if (name.length <= LINE_LETTERS) return [name];
  const cut = name.lastIndexOf(' ', LINE_LETTERS);
  const at = cut > 0 ? cut : LINE_LETTERS;
  const rest = name.slice(at).trim();
  return [name.slice(0, at), rest.length > LINE_LETTERS ? `${rest.slice(0, LINE_LETTERS - 1)}…` : rest];
};

const millimetres = (value: number): string => value.toFixed(2);

const textAt = (x: number, y: number, anchor: 'start' | 'end', words: string, size = 3.4): string =>
  `<text x="${millimetres(x)}" y="${millimetres(y)}" text-anchor="${anchor}" font-size="${String(size)}">${escapeXml(words)}</text>`;

const barsOf = (chart: DocumentChart, category: number, top: number, largest: number): string =>
  chart.series
    .map(({ values }, place) => {
      const value = values[category] ?? null;
      if (value === null) return '';
      const length = largest === 0 ? 0 : (Math.max(0, Number(value)) / largest) * (WIDTH - LABELS - VALUES);
      const y = top + place * BAR;
      const colour = CHART_COLOURS[place % CHART_COLOURS.length] ?? CHART_COLOURS[0];
      return `<rect x="${String(LABELS)}" y="${millimetres(y)}" width="${millimetres(length)}" height="${String(BAR - 1)}" fill="#${colour}"/>${textAt(LABELS + length + 1.2, y + 3.2, 'start', numberText(value))}`;
    })
    .join('');

const labelsOf = (name: string, top: number, height: number): string => {
  const lines = wrap(name);
  const first = top + height / 2 - ((lines.length - 1) * 3.6) / 2 + 1;
  return lines.map((words, place) => textAt(LABELS - 1.5, first + place * 3.6, 'end', words)).join('');
};

const legendOf = (chart: DocumentChart, y: number): string => {
  if (chart.series.length < 2) return textAt(LABELS, y + 3, 'start', `Đơn vị tính: ${chart.unit}`);
  const step = (WIDTH - LABELS) / chart.series.length;
  const entries = chart.series.map(({ name }, place) => {
    const x = LABELS + place * step;
    const colour = CHART_COLOURS[place % CHART_COLOURS.length] ?? CHART_COLOURS[0];
    return `<rect x="${millimetres(x)}" y="${millimetres(y)}" width="4" height="3" fill="#${colour}"/>${textAt(x + 5.2, y + 2.8, 'start', name)}`;
  });
  return `${entries.join('')}${textAt(LABELS, y + 7.5, 'start', `Đơn vị tính: ${chart.unit}`)}`;
};

/** The chart as an SVG picture, in millimetres of paper. */
export const drawChart = (chart: DocumentChart, font: string): string => {
  const height = chartHeight(chart);
  const largest = Math.max(
    0,
    ...chart.series.flatMap(({ values }) => values.map((value) => Number(value ?? '0'))),
  );
  const step = rowHeight(chart);
  const rows = chart.categories.map((name, place) => {
    const top = place * step + 1;
    return labelsOf(name, top, step - GAP) + barsOf(chart, place, top, largest);
  });
  const bottom = chart.categories.length * step;
  const axis = `<line x1="${String(LABELS)}" y1="0" x2="${String(LABELS)}" y2="${millimetres(bottom)}" stroke="#000" stroke-width="0.25"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(WIDTH)}mm" height="${millimetres(height)}mm" viewBox="0 0 ${String(WIDTH)} ${millimetres(height)}" font-family="${escapeXml(font)}" fill="#000">${rows.join('')}${axis}${legendOf(chart, bottom + 3)}</svg>`;
};
