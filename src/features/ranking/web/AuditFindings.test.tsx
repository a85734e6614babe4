import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AuditedComponent, LeagueAudit, StableNumber } from '#features/ranking/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { findStrongest, listAuditFindings } from './audit-findings.ts';
import { AuditFindings } from './AuditFindings.tsx';
import { AuditSensitivity } from './AuditSensitivity.tsx';
import { AuditWeights } from './AuditWeights.tsx';

const span = (low: number, high: number): StableNumber => ({ kind: 'span', low, high, decimals: 2 });

const component = (code: string, changed: Partial<AuditedComponent> = {}): AuditedComponent => ({
  ...{ code, name: { vi: `Tên ${code}`, en: `Name ${code}` }, parent: '1', isGroup: false },
  ...{ nominalWeight: 0.5, importance: 0.4, isOpposed: false, availability: 1, flags: [] },
  leftOut: { meanRankChange: 1.25, largestRankChange: 4, mostMoved: 'X1' },
  ...changed,
});

const audit: LeagueAudit = {
  framework: {
    ...{ code: 'dti-commune-2026', version: 1, status: 'proposal', subjectKind: 'commune', year: 2026 },
    ...{ title: { vi: 'Bộ chỉ số xã', en: 'Commune index' }, maximum: '1000' },
  },
  ...{ simulated: false, subjectCount: 102 },
  components: [
    component('1', { parent: null, isGroup: true, nominalWeight: 1 }),
    component('1.1'),
    component('1.2', { importance: 0.001 }),
    component('1.3', { flags: ['low-availability'], availability: 0.5, importance: null }),
    component('1.4', { flags: ['few-distinct', 'no-spread'], importance: null, leftOut: null }),
  ],
  families: [
    {
      ...{ code: '1', children: ['1.1', '1.2', '1.3', '1.4'], alpha: 0.41, completeSubjects: 51 },
      ...{ explained: [0.6, 0.3, 0.1], dimensions: 1 },
      pairs: [
        { left: '1.1', right: '1.2', coefficient: -0.52, pairs: 102, flag: 'opposed' },
        { left: '1.1', right: '1.3', coefficient: 0.97, pairs: 51, flag: 'redundant' },
        { left: '1.1', right: '1.4', coefficient: null, pairs: 102, flag: null },
      ],
    },
  ],
  subjects: [
    { subject: { code: 'X1', name: 'Xã Một', abbreviation: null, kind: 'commune' }, availability: 1 },
  ],
  sensitivity: {
    assumptions: [
      { name: 'weights', firstOrder: span(0, 0.04), total: { kind: 'number', value: 0.012, decimals: 3 } },
      { name: 'mean', firstOrder: span(0.3, 0.4), total: span(0.89, 1) },
    ],
    convergence: [{ points: 512, totals: [span(0.01, 0.02), span(0.89, 1)] }],
    ...{ points: 512, runs: 2048, replicates: 300, weightShare: 0.25 },
    meanRankChange: span(2.6, 2.8),
  },
};

describe('the findings of an audit', () => {
  it('put doubles and opposites first, the strongest at the top, then what single indicators lack', () => {
    expect(listAuditFindings(audit).map((finding) => finding.kind)).toEqual([
      ...['redundant', 'opposed', 'without-influence', 'low-availability', 'no-spread', 'incoherent'],
    ]);
  });

  it('are sentences that name the indicators and say what to do', async () => {
    await renderPage(<AuditFindings audit={audit} />);
    expect(screen.getByText(/^1\.1 Tên 1\.1 và 1\.3 Tên 1\.3 gần như trùng nhau \(r = 0,97\)/u)).toBeTruthy();
    expect(screen.getByText(/kéo ngược nhau \(r = −0,52\)/u)).toBeTruthy();
    expect(screen.getByText(/1\.3 Tên 1\.3 mới có điểm ở 50\s%/u)).toBeTruthy();
    expect(screen.getByText(/1 trong 1 nhóm có các chỉ số ít đi cùng nhau/u)).toBeTruthy();
  });

  it('say so when there is nothing', async () => {
    await renderPage(<AuditFindings audit={{ ...audit, components: [], families: [] }} />);
    expect(screen.getByText(/Không phát hiện/u)).toBeTruthy();
  });
});

describe('what moves the ranks', () => {
  it('is one assumption only where its span lies above all others', () => {
    expect(findStrongest(audit)?.name).toBe('mean');
    const [weights, mean] = audit.sensitivity.assumptions;
    const tied = [weights!, { ...mean!, total: span(0.01, 1) }];
    expect(
      findStrongest({ ...audit, sensitivity: { ...audit.sensitivity, assumptions: tied } }),
    ).toBeUndefined();
  });

  it('is printed with stable digits alone, most first', async () => {
    await renderPage(<AuditSensitivity audit={audit} />);
    const rows = screen.getAllByRole('row').map(({ textContent }) => textContent);
    const mean = rows.findIndex((text) => text.startsWith('Yếu tốCách lấy trung bình'));
    const weights = rows.findIndex((text) => text.startsWith('Yếu tốTrọng số các chỉ số'));
    expect(mean).toBeGreaterThan(0);
    expect(weights).toBeGreaterThan(mean);
    expect(rows[mean]).toMatch(/89–100\s%/u);
    expect(rows[weights]).toMatch(/1,2\s%/u);
    expect(screen.getByRole('img', { name: /cách lấy trung bình 89–100\s%/u })).toBeTruthy();
  });
});

describe('the weights of an audit', () => {
  it('stand beside what the ranking follows, and who moves most without each', async () => {
    await renderPage(<AuditWeights audit={audit} />);
    const row = screen.getByRole('rowheader', { name: /1\.1 Tên 1\.1/u, hidden: true }).parentElement!;
    expect(row.textContent).toMatch(/50,0\s%.*40,0\s%/u);
    expect(row.textContent).toContain('4 hạng (Xã Một)');
  });
});
