import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { League, LeaguePlace, LeagueRow } from '#features/ranking/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { LeagueChart } from './LeagueChart.tsx';

const place = (rank: number, label: string, points: string, change: number | null): LeaguePlace => ({
  points: { low: points, high: points },
  maximum: '1000.00',
  percent: '80.00',
  ...{ rank, label, change },
  earlier: change === null ? null : { rank: rank + change, label: String(rank + change) },
});

const row = (name: string, places: LeagueRow['places'], interval: LeagueRow['interval']): LeagueRow => ({
  subject: { code: name, name, abbreviation: null, kind: 'commune' },
  ...{ open: 0, simulated: true, places, interval, snapshotId: null },
});

const rows = [
  row('Xã A', [place(1, '1', '812.30', 3), place(2, '=2', '90.00', 0)], { low: 1, high: 4 }),
  row('Xã B', [place(2, '=2', '800.00', -1), place(2, '=2', '90.00', 0)], { low: 2, high: 2 }),
  row('Xã C', [place(2, '=2', '800.00', null), null], null),
];

const name = { vi: 'Nhận thức số', en: 'Digital awareness' };
const league: League = {
  framework: {
    ...{ code: 'dti-commune-2026', version: 1, status: 'proposal', subjectKind: 'commune', year: 2026 },
    title: { vi: 'Bộ chỉ số xã', en: 'Commune index' },
    maximum: '1000',
  },
  ...{ snapshot: null, snapshots: [], earlierYear: 2025, departed: [], actions: [] },
  earlier: { code: 'dti-commune-2025', year: 2025, snapshot: null, simulated: true },
  ties: 'minimum',
  columns: [
    { componentCode: null, name, maximum: '1000', byPercent: false },
    { componentCode: '1', name, maximum: '100', byPercent: false },
  ],
  ...{ chosen: 0, rows, unreported: [], components: [], simulated: true },
  uncertainty: { draws: 10_000, weightShare: 0.25, coverage: 0.9 },
};

describe('the table of a ranking', () => {
  it('says each rank with its interval, shared places and what was won or lost in words', async () => {
    await renderPage(<LeagueChart league={league} rows={rows} column="Tổng điểm" />);
    const cells = (subject: string): string =>
      screen.getByRole('rowheader', { name: new RegExp(subject, 'u') }).parentElement!.textContent;
    expect(cells('Xã A')).toContain('trong khoảng 1–4');
    expect(cells('Xã A')).toContain('lên 3');
    expect(cells('Xã A')).toContain('từ hạng 4');
    expect(cells('Xã B')).toContain('=2');
    expect(cells('Xã B')).toContain('ổn định');
    expect(cells('Xã B')).toContain('xuống 1');
    expect(cells('Xã C')).toContain('mới xếp');
    expect(cells('Xã C')).not.toContain('trong khoảng');
  });

  it('leads from each subject to how its points come about', async () => {
    await renderPage(<LeagueChart league={league} rows={rows} column="Tổng điểm" />);
    const href = screen.getByRole('link', { name: 'Xã A' }).getAttribute('href')!;
    expect(decodeURIComponent(href)).toContain('bo-chi-so');
    expect(decodeURIComponent(href)).toContain('dti-commune-2026');
  });

  it('tells the picture in a sentence', async () => {
    await renderPage(<LeagueChart league={league} rows={rows} column="Tổng điểm" />);
    expect(screen.getByRole('img', { name: /Từ Xã A \(1\) đến Xã C \(=2\)/u })).toBeTruthy();
  });
});
