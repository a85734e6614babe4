import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '#web/test/render-page.tsx';
import { buildHeatMap } from './build-heat-map.ts';
import { buildFan, type FanPeriod } from './build-fan.ts';
import { buildIntervalRows, type IntervalRow } from './build-interval-rows.ts';
import { buildWaterfall, placeSteps, type WaterfallStep } from './build-waterfall.ts';
import type { BuildDrawing } from './chart-drawing.ts';
import { shortenName } from './chart-parts.ts';
import { ChartWithTable } from './ChartWithTable.tsx';

const formatNumber = (value: number): string => String(value).replace('.', ',');

const steps: readonly WaterfallStep[] = [
  { kind: 'total', key: 'now', name: 'Hiện nay', value: 625.5, text: '625,50' },
  { kind: 'change', key: '6.4', name: 'Dịch vụ công toàn trình', value: 20, text: '+20,00' },
  { kind: 'change', key: '6.6', name: 'Hồ sơ <b>trực tuyến</b>', value: -5.5, text: '−5,50' },
  { kind: 'total', key: 'then', name: 'Sau khi làm', value: 640, text: '640,00' },
];

const showChart = async (build: BuildDrawing, rows: readonly { name: string; text: string }[]) => {
  const { container } = await renderPage(
    <ChartWithTable
      caption="Điểm tăng thêm"
      description="Từ 625,50 lên 640,00 điểm."
      build={build}
      columns={[
        { key: 'name', title: 'Bước', cell: ({ name }: { name: string }) => name },
        { key: 'points', title: 'Điểm', kind: 'figure', cell: ({ text }: { text: string }) => text },
      ]}
      rows={rows}
      rowKey={({ name }) => name}
      source="Nguồn: số liệu thử"
    />,
  );
  // The library of charts is loaded when the first one is shown: a busy machine takes its time.
  await waitFor(
    () => {
      expect(container.querySelector('[role="img"] svg')).not.toBeNull();
    },
    { timeout: 10_000 },
  );
  return container.querySelector('[role="img"] svg')!;
};

/** The texts of a picture; a name that was broken into lines counts as whole. */
const textOf = (picture: Element): string =>
  [...picture.querySelectorAll('text')].map(({ textContent }) => textContent.trim()).join(' ');

const expectTexts = (picture: Element, texts: readonly string[]): void => {
  for (const text of texts) expect(textOf(picture)).toContain(text);
};

describe('a chart with its table', () => {
  it('says what it shows, and gives the same figures as a table with their source', async () => {
    const picture = await showChart(buildWaterfall({ steps, formatNumber }), steps);
    expect(screen.getByRole('img', { name: 'Từ 625,50 lên 640,00 điểm.' })).toBeTruthy();
    expect(screen.getByRole('table', { name: 'Điểm tăng thêm', hidden: true })).toBeTruthy();
    expect(screen.getByRole('rowheader', { name: /Dịch vụ công/, hidden: true })).toBeTruthy();
    expect(screen.getByText('Nguồn: số liệu thử')).toBeTruthy();
    expectTexts(picture, ['625,50', '+20,00', '−5,50', '640,00']);
  });

  it('hatches losses, so that they are told from gains without colour', async () => {
    const picture = await showChart(buildWaterfall({ steps, formatNumber }), steps);
    expect(picture.querySelectorAll('pattern')).toHaveLength(1);
  });

  it('draws a dot and a whisker for a rank within its interval', async () => {
    const rows: readonly IntervalRow[] = [
      { key: 'a', name: 'Sở A', value: 1, text: '1', interval: { low: 1, high: 3, text: '1–3' } },
      { key: 'b', name: 'Sở B', value: 2, text: '2', interval: null, isMarked: true },
    ];
    const build = buildIntervalRows({ rows, shape: 'dot', formatNumber, from: 0 });
    expectTexts(await showChart(build, rows), ['Sở A', 'Sở B', '1', '2']);
  });

  it('draws a figure in each cell of a heat map, and hatches what is negative', async () => {
    const entries = [
      { code: '1', name: 'Nhận thức số' },
      { code: '2', name: 'Thể chế số' },
      { code: '3', name: 'Hạ tầng số' },
    ];
    const cells = [
      { row: 1, column: 0, value: 0.97, text: '0,97' },
      { row: 2, column: 0, value: -0.5, text: '−0,50' },
      { row: 2, column: 1, value: null, text: '–' },
    ];
    const picture = await showChart(buildHeatMap({ entries, cells }), []);
    expectTexts(picture, ['Thể chế số', '0,97', '−0,50', '–']);
    expect(picture.querySelectorAll('pattern')).toHaveLength(1);
  });

  it('opens the fan where what was observed ends', async () => {
    const periods: readonly FanPeriod[] = [
      { key: 'q1', name: 'Quý I', observed: { value: 600, text: '600' }, forecast: null, intervals: [] },
      { key: 'q2', name: 'Quý II', observed: { value: 620, text: '620' }, forecast: null, intervals: [] },
      {
        key: 'q3',
        name: 'Quý III',
        observed: null,
        forecast: { value: 640, text: '640' },
        intervals: [
          { low: 600, high: 680, text: '90 %: 600–680' },
          { low: 620, high: 660, text: '50 %: 620–660' },
        ],
      },
    ];
    const goal = { name: 'Mục tiêu', value: 700, text: '700' };
    const build = buildFan({ periods, goal, formatNumber });
    const picture = await showChart(
      build,
      periods.map(({ name }) => ({ name, text: '' })),
    );
    expectTexts(picture, ['Quý I', 'Quý III', 'Mục tiêu 700']);
    expect(picture.querySelectorAll('path[fill-opacity], path[opacity]').length).toBeGreaterThanOrEqual(2);
  });
});

describe('a waterfall', () => {
  it('sets each change on what came before it, and totals on zero', () => {
    expect(placeSteps(steps)).toEqual([
      { from: 0, to: 625.5 },
      { from: 625.5, to: 645.5 },
      { from: 645.5, to: 640 },
      { from: 0, to: 640 },
    ]);
  });
});

describe('names of rows', () => {
  it('are cut between words when two lines do not hold them', () => {
    expect(shortenName('Sở Khoa học và Công nghệ', 200)).toBe('Sở Khoa học và Công nghệ');
    expect(shortenName('Tỷ lệ hồ sơ thủ tục hành chính được xử lý trực tuyến toàn trình', 90)).toBe(
      'Tỷ lệ hồ sơ thủ tục…',
    );
  });
});
